import type { RatingRunState } from '#shared/domain/rating/run-state';
import type { ReadDb } from '../../db/dialect';

/** Earlier issues of the same document in all its variants, oldest first. */
export function listIssues(db: ReadDb, report: string, owner: { readonly table: string; readonly id: string }) {
  return db
    .selectFrom('issued_document')
    .select(['id', 'report', 'no', 'created_at'])
    .where((eb) => eb.or([eb('report', '=', report), eb('report', 'like', `${report}/%`)]))
    .where('owner_table', '=', owner.table)
    .where('owner_id', '=', owner.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function findChainHead(db: ReadDb): Promise<{ seq: number; hash: string } | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function listIssued(
  db: ReadDb,
  filter: { readonly ownerId?: string | undefined; readonly limit: number },
) {
  const query = db
    .selectFrom('issued_document')
    .leftJoin('officer', 'officer.id', 'issued_document.officer_id')
    .select([
      'issued_document.id',
      'issued_document.report',
      'issued_document.no',
      'issued_document.file_name as fileName',
      'issued_document.sha256',
      'officer.name as officerName',
      'issued_document.created_at as createdAt',
    ])
    .orderBy('issued_document.created_at', 'desc')
    .orderBy('issued_document.id', 'desc')
    .limit(filter.limit);
  return filter.ownerId === undefined ? query.execute() : query.where('owner_id', '=', filter.ownerId).execute();
}

/** How the run stands that a rating belongs to; one made before runs were approved counts as approved. */
export async function findRatingState(db: ReadDb, id: string): Promise<RatingRunState | undefined> {
  const row = await db
    .selectFrom('rating')
    .leftJoin('rating_batch', 'rating_batch.id', 'rating.batch_id')
    .select('rating_batch.state')
    .where('rating.id', '=', id)
    .executeTakeFirst();
  return row && (row.state ?? 'approved');
}

export async function findSubjectName(db: ReadDb, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('subject').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}
