import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { AuditEntryTable } from './schema';

export const GENESIS_HASH = '0'.repeat(64);

/** Above this number of rows an entry carries counts and a digest instead of every value. */
export const DETAILED_CHANGES = 200;

export type RowChange = {
  readonly table: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
};

/** The chained hash of an entry: over everything in it and the hash before it. */
export function entryHash(entry: Omit<AuditEntryTable, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}

/** Digest of the rows an entry touched, in the order they were touched. */
export function newDigest() {
  const hash = createHash('sha256');
  return {
    add: (table: string, id: string, rowHash: Uint8Array) => {
      hash.update(`${table}\u0000${id}\u0000`).update(rowHash);
    },
    end: () => hash.digest('hex'),
  };
}
