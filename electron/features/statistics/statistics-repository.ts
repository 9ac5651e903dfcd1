import type { ReadDb } from '../../db/dialect';

export const listFreezes = (db: ReadDb) => db.selectFrom('month_freeze').selectAll().orderBy('month').execute();

export async function findOfficerNames(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('officer').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
