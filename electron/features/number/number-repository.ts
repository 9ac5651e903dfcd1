import type { ReadDb } from '../../db/dialect';

export const listBlocks = (db: ReadDb, officeCode: string, year: number) =>
  db
    .selectFrom('number_block')
    .selectAll()
    .where('office_code', '=', officeCode)
    .where('year', '=', year)
    .orderBy('word')
    .orderBy('first_no')
    .execute();

export const findBlock = (db: ReadDb, id: string) =>
  db.selectFrom('number_block').selectAll().where('id', '=', id).executeTakeFirst();

/** Words of series that were used, besides those of the records: registers and letters have their own. */
export async function listUsedWords(db: ReadDb, officeCode: string): Promise<string[]> {
  const rows = await db.selectFrom('document_series').select('id').where('id', 'like', `${officeCode}|%`).execute();
  return [...new Set(rows.map(({ id }) => id.split('|')[1] ?? ''))].filter((word) => word !== '').sort();
}

export const findReserved = (db: ReadDb, id: string) =>
  db.selectFrom('reserved_number').selectAll().where('id', '=', id).executeTakeFirst();

type ReservedFilter = {
  readonly state?: 'reserved' | 'bound' | 'void' | undefined;
  readonly visitId?: string | undefined;
};

const filtered = (db: ReadDb, { state, visitId }: ReservedFilter) => {
  let found = db
    .selectFrom('reserved_number')
    .where('reserved_number.state', 'in', state ? [state] : ['reserved', 'bound', 'void']);
  if (visitId) found = found.where('reserved_number.visit_id', '=', visitId);
  return found;
};

export const listReserved = (db: ReadDb, filter: ReservedFilter & { offset: number; limit: number }) =>
  filtered(db, filter)
    .leftJoin('subject', 'subject.id', 'reserved_number.subject_id')
    .selectAll('reserved_number')
    .select('subject.name as subject_name')
    .orderBy('reserved_number.created_at', 'desc')
    .orderBy('reserved_number.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export async function countReserved(db: ReadDb, filter: ReservedFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findVisitSubject = (db: ReadDb, visitId: string) =>
  db.selectFrom('visit').select('subject_id').where('id', '=', visitId).executeTakeFirst();
