import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import type { RatingBatchTable } from '../../db/schema-rating';

/** The number of the last audit entry: what comes after it is news for the next run. */
export async function lastAuditSeq(db: ReadDb): Promise<number> {
  const { seq } = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return Number(seq ?? 0);
}

/** The last approved run over all subjects. */
export const findLastRun = (db: ReadDb) =>
  db
    .selectFrom('rating_batch')
    .selectAll()
    .where('mode', 'in', ['full', 'incremental'])
    .where('state', '=', 'approved')
    .orderBy('covered_seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Subjects that were changed themselves, or whose records were, by an entry after that one. */
export async function changedSince(db: ReadDb, seq: number): Promise<string[]> {
  const ofFacts = await db
    .selectFrom('audit_row')
    .innerJoin('fact', 'fact.id', 'audit_row.record_id')
    .select('fact.subject_id as id')
    .distinct()
    .where('audit_row.seq', '>', seq)
    .where('audit_row.table_name', '=', 'fact')
    .execute();
  const themselves = await db
    .selectFrom('audit_row')
    .select('record_id as id')
    .distinct()
    .where('seq', '>', seq)
    .where('table_name', '=', 'subject')
    .execute();
  return [...ofFacts, ...themselves].map(({ id }) => id);
}

/** Subjects whose rating may be another one by time alone, or of which that is not known. */
export async function dueByTime(db: ReadDb, asOf: IsoDate): Promise<string[]> {
  const rows = await db
    .selectFrom('current_rating')
    .select('subject_id as id')
    .where((eb) => eb.or([eb('next_change_on', '<=', asOf), eb('next_change_on', 'is', null)]))
    .execute();
  return rows.map(({ id }) => id);
}

export async function subjectsOfKinds(db: ReadDb, kinds: readonly string[]): Promise<string[]> {
  if (kinds.length === 0) return [];
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('kind', 'in', kinds)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Is one of these somebody whose records count at a head office or an agency too? */
export async function anyRelated(db: ReadDb, ids: readonly string[]): Promise<boolean> {
  for (let at = 0; at < ids.length; at += 500) {
    const found = await db
      .selectFrom('subject')
      .select('id')
      .where('id', 'in', ids.slice(at, at + 500))
      .where('kind', 'in', ['agent', 'agency_branch'])
      .limit(1)
      .executeTakeFirst();
    if (found) return true;
  }
  return false;
}

export const listKinds = async (db: ReadDb): Promise<string[]> =>
  (await db.selectFrom('subject').select('kind').distinct().where('withdrawn_at', 'is', null).execute()).map(
    ({ kind }) => kind,
  );

/** Runs that wait for approval and would be overtaken by a new one. */
export const listOpenRuns = (db: ReadDb, subjectId: string | null) =>
  subjectId === null
    ? db
        .selectFrom('rating_batch')
        .select('id')
        .where('state', '=', 'proposed')
        .where('mode', 'in', ['full', 'incremental'])
        .execute()
    : db
        .selectFrom('rating_batch')
        .innerJoin('rating', 'rating.batch_id', 'rating_batch.id')
        .select('rating_batch.id')
        .where('rating_batch.state', '=', 'proposed')
        .where('rating_batch.mode', '=', 'single')
        .where('rating.subject_id', '=', subjectId)
        .execute();

const batches = (db: ReadDb) =>
  db
    .selectFrom('rating_batch')
    .leftJoin('officer as maker', 'maker.id', 'rating_batch.officer_id')
    .leftJoin('officer as decider', 'decider.id', 'rating_batch.decided_by')
    .selectAll('rating_batch')
    .select(['maker.name as maker_name', 'decider.name as decider_name'])
    .select((eb) =>
      eb
        .selectFrom('rating')
        .innerJoin('subject', 'subject.id', 'rating.subject_id')
        .select('subject.name')
        .whereRef('rating.batch_id', '=', 'rating_batch.id')
        .where('rating_batch.mode', '=', 'single')
        .limit(1)
        .as('subject_name'),
    );

export type BatchRow = Awaited<ReturnType<typeof listBatches>>[number];
type States = readonly RatingBatchTable['state'][];

export const findBatch = (db: ReadDb, id: string) => batches(db).where('rating_batch.id', '=', id).executeTakeFirst();

export const listBatches = (db: ReadDb, { states, offset, limit }: { states: States; offset: number; limit: number }) =>
  batches(db)
    .$if(states.length > 0, (q) => q.where('rating_batch.state', 'in', [...states]))
    .orderBy('rating_batch.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();

export async function countBatches(db: ReadDb, states: States): Promise<number> {
  const { n } = await db
    .selectFrom('rating_batch')
    .$if(states.length > 0, (q) => q.where('state', 'in', [...states]))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The one subject of a single rating. */
export async function findSubjectOfRun(db: ReadDb, batchId: string): Promise<string | null> {
  const rating = await db.selectFrom('rating').select('subject_id').where('batch_id', '=', batchId).executeTakeFirst();
  return rating?.subject_id ?? null;
}

export const MOST_MOVES = 5000;

export const listMoves = (db: ReadDb, batchId: string) =>
  db
    .selectFrom('rating_move')
    .innerJoin('subject', 'subject.id', 'rating_move.subject_id')
    .selectAll('rating_move')
    .select(['subject.name', 'subject.kind'])
    .where('rating_move.batch_id', '=', batchId)
    .orderBy('rating_move.id')
    .limit(MOST_MOVES)
    .execute();

export const findMove = (db: ReadDb, ratingId: string) =>
  db.selectFrom('rating_move').select('causes').where('rating_id', '=', ratingId).executeTakeFirst();

/** The one rating of a single run. */
export async function findRatingOfRun(db: ReadDb, batchId: string): Promise<string | null> {
  const rating = await db.selectFrom('rating').select('id').where('batch_id', '=', batchId).executeTakeFirst();
  return rating?.id ?? null;
}

/** How the grades would be spread with this run approved: its own ratings, and the current ones of everybody else. */
export const spreadWith = (db: ReadDb, batchId: string) =>
  db
    .selectFrom('rating')
    .innerJoin('subject', 'subject.id', 'rating.subject_id')
    .where('subject.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('rating.batch_id', '=', batchId),
        eb.and([
          eb('rating.id', 'in', eb.selectFrom('current_rating').select('rating_id')),
          eb(
            'rating.subject_id',
            'not in',
            eb.selectFrom('rating').select('subject_id').where('batch_id', '=', batchId),
          ),
        ]),
      ]),
    )
    .select((eb) => [
      'rating.pack_id as packId',
      'rating.grade_code as gradeCode',
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['rating.pack_id', 'rating.grade_code'])
    .execute();
