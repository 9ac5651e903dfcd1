import type { CompiledQuery } from 'kysely';
import type { Store } from './open-store';

/**
 * A query that is compiled and prepared once and then asked again and again, for bulk work: building it anew
 * each time costs five times as much. On the writing connection it sees what the running transaction has written.
 *
 * @example
 * const byUscc = prepareGet<{ id: string }>(store, 'writer', findByUscc(store.db, '').compile());
 * byUscc('91330100799655058B')?.id
 */
export function prepareGet<Row>(store: Store, on: 'reader' | 'writer', query: CompiledQuery<Row>) {
  const statement = store[on].prepare(query.sql);
  return (...parameters: readonly (string | number | null)[]): Row | undefined =>
    statement.get(...parameters) as Row | undefined;
}

/** The same for a few rows at a time. */
export function prepareAll<Row>(store: Store, on: 'reader' | 'writer', query: CompiledQuery<Row>) {
  const statement = store[on].prepare(query.sql);
  return (...parameters: readonly (string | number | null)[]): Row[] => statement.all(...parameters) as Row[];
}
