import { canonicalJson } from '../../kernel/canonical-json';
import { sha256Hex } from '../../kernel/sha256';

export type FrozenContent = {
  readonly month: string;
  /** The definitions as stored, text for text. */
  readonly definitions: string;
  readonly previous: string | null;
  readonly figures: readonly {
    readonly figure: string;
    readonly dimension: string;
    readonly key: string;
    readonly value: number;
  }[];
  /** Fingerprints of the rows; their order does not matter. */
  readonly rows: readonly string[];
  /** Fingerprints of the corrections reported with the month; their order does not matter. */
  readonly corrections: readonly string[];
};

/**
 * The hash of a frozen month: whoever has figures, rows, definitions and the hash of the month before can work it out.
 *
 * @example monthSha256({ month: '2026-10', … }).length // 64
 */
export function monthSha256({ month, definitions, previous, figures, rows, corrections }: FrozenContent): string {
  return sha256Hex(
    canonicalJson({
      month,
      definitions: sha256Hex(definitions),
      previous,
      figures: figures.map(({ dimension, figure, key, value }) => `${dimension}|${figure}|${key}|${value}`).sort(),
      rows: [...rows].sort(),
      corrections: [...corrections].sort(),
    }),
  );
}
