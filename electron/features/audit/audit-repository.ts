import type { ReadDb } from '../../db/dialect';

type Filter = { readonly object?: string | undefined; readonly query?: string | undefined };

const LIST_COLUMNS = [
  'seq',
  'at',
  'officer_name as officerName',
  'route',
  'object',
  'summary',
  'row_count as rowCount',
  'hash',
] as const;

const filtered = (db: ReadDb, { object, query }: Filter) => {
  let entries = db.selectFrom('audit_entry');
  if (object) entries = entries.where('object', '=', object);
  if (query) {
    const like = `%${query}%`;
    entries = entries.where((eb) =>
      eb.or([eb('summary', 'like', like), eb('officer_name', 'like', like), eb('route', 'like', like)]),
    );
  }
  return entries;
};

export const listEntries = (db: ReadDb, filter: Filter & { offset: number; limit: number }) =>
  filtered(db, filter)
    .select([...LIST_COLUMNS])
    .orderBy('seq', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export async function countEntries(db: ReadDb, filter: Filter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findEntry = (db: ReadDb, seq: number) =>
  db
    .selectFrom('audit_entry')
    .select([...LIST_COLUMNS, 'changes', 'digest', 'prev_hash as prevHash'])
    .where('seq', '=', seq)
    .executeTakeFirst();
