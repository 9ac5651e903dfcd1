import type { CompiledQuery } from 'kysely';
import type { Store } from './open-store';

/**
 * Walks a big result row by row on the reading connection, without holding it in memory. The statement is
 * prepared for this walk alone: a cached one must not be in use twice.
 */
export function* streamRows<Row>(store: Pick<Store, 'reader'>, query: CompiledQuery<Row>): Generator<Row> {
  yield* store.reader.prepare(query.sql).iterate(...query.parameters) as Iterable<Row>;
}
