import { hash } from 'node:crypto';

type Row = Readonly<Record<string, unknown>>;

/**
 * The fingerprint of one stored row: 16 bytes of SHA-256 over its name, id and every column that is not
 * null, by column name. A later migration may add nullable columns without touching old fingerprints.
 */
export function rowHash(table: string, row: Row): Buffer {
  return rowHasher(table, Object.keys(row))(row);
}

/** The same for many rows of one table. */
export function rowHasher(table: string, columns: readonly string[]): (row: Row) => Buffer {
  const parts = [...columns].sort().map((column) => ({ column, head: `\u0000${column}=` }));
  return (row) => {
    let text = table;
    for (const { column, head } of parts) {
      const value = row[column];
      if (value !== null && value !== undefined) text += head + String(value);
    }
    // the one-shot form with a text result is twice as fast as a hash object with a buffer
    return Buffer.from(hash('sha256', text, 'hex').slice(0, 32), 'hex');
  };
}
