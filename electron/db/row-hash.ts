import { createHash } from 'node:crypto';

/**
 * The fingerprint of one stored row: 16 bytes of SHA-256 over its name, id and every column that is not
 * null, by column name. A later migration may add nullable columns without touching old fingerprints.
 */
export function rowHash(table: string, row: Readonly<Record<string, unknown>>): Buffer {
  let text = table;
  for (const column of Object.keys(row).sort()) {
    const value = row[column];
    if (value !== null && value !== undefined) text += `\u0000${column}=${String(value)}`;
  }
  return createHash('sha256').update(text).digest().subarray(0, 16);
}
