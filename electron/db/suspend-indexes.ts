import type { Store } from './open-store';

/**
 * Takes the indexes of a table away for the rest of a big insert and gives back how to build them again: sorting once
 * at the end costs a fraction of keeping a dozen of them in order row by row. All of it belongs to the running
 * transaction, so whatever goes wrong, the indexes are as they were. What a primary key needs stays.
 *
 * @example
 * const restore = suspendIndexes(store, 'subject');
 * // … thousands of inserts …
 * restore();
 */
export function suspendIndexes({ writer }: Store, table: 'subject'): () => void {
  if (!writer.inTransaction) throw new Error('indexes are suspended inside a transaction only');
  const indexes = writer
    .prepare(
      "select name, sql from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null order by rowid",
    )
    .all(table) as { name: string; sql: string }[];
  for (const { name } of indexes) writer.exec(`drop index ${name}`);
  return () => {
    for (const { sql } of indexes) writer.exec(sql);
  };
}
