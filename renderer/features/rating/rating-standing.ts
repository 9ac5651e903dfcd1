import type { RatingRow } from './rating-words';

type Row = Pick<RatingRow, 'id' | 'state' | 'asOf'>;

/**
 * How a rating stands among all of its subject.
 * current: holds now · past: another one holds · waiting: not approved yet · refused: sent back · replaced: a later run
 * took its place before it was approved.
 */
export type Standing<R extends Row> = {
  readonly kind: 'current' | 'past' | 'waiting' | 'refused' | 'replaced';
  /** The rating that holds now, when it is another one. */
  readonly holding: R | null;
  /** A newer one that waits for approval. */
  readonly waiting: R | null;
};

export function standingOf<R extends Row>(rating: Pick<Row, 'id' | 'state'>, history: readonly R[]): Standing<R> {
  // Approved late, an older rating does not push out one of a later reference day.
  const holding =
    history
      .filter(({ state }) => state === 'approved')
      .toSorted((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? 1 : -1) : a.asOf < b.asOf ? 1 : -1))[0] ?? null;
  const waiting = history.find(({ state }) => state === 'proposed') ?? null;
  const other = (row: R | null) => (row?.id === rating.id ? null : row);
  const kind = {
    proposed: 'waiting' as const,
    rejected: 'refused' as const,
    superseded: 'replaced' as const,
    approved: other(holding) === null ? ('current' as const) : ('past' as const),
  }[rating.state];
  return { kind, holding: other(holding), waiting: other(waiting) };
}
