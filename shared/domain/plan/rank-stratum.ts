import type { Hmac } from '../../kernel/sha256';
import type { Candidate } from './population';

/** The candidates of one stratum with their keys. Columns, because a pool may hold a million. */
export type StratumRanking = {
  readonly stratum: string;
  readonly candidates: readonly Candidate[];
  /** Eight words a candidate, in the order of `candidates`. */
  readonly keys: Uint32Array;
  /** Positions in `candidates`, smallest key first. */
  readonly order: Uint32Array;
};

/** key = HMAC-SHA-256(seed, `stratum|code`); smallest key first, and by code should two ever be equal. */
export function rankStratum(stratum: string, candidates: readonly Candidate[], hmac: Hmac): StratumRanking {
  const keys = new Uint32Array(candidates.length * 8);
  const message = new Uint8Array(stratum.length + 1 + 64);
  const start = writeAscii(message, 0, `${stratum}|`);
  candidates.forEach(({ code }, index) => {
    hmac.digestInto(message, writeAscii(message, start, code), keys, index * 8);
  });
  return { stratum, candidates, keys, order: sortByKey(keys, candidates.length) };
}

function writeAscii(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

// Sorts numbers that hold the key's leading bits and the position, which is many times faster than comparing keys, then
// puts the few right that share their leading bits.
function sortByKey(keys: Uint32Array, size: number): Uint32Array {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(size, 2)));
  const dropped = 2 ** Math.max(0, Math.log2(slots) - 21);
  const packed = new Float64Array(size);
  for (let i = 0; i < size; i++) packed[i] = Math.floor((keys[i * 8] as number) / dropped) * slots + i;
  packed.sort();
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = (packed[i] as number) % slots;
  for (let i = 1; i < size; i++) {
    const position = order[i] as number;
    let at = i;
    for (; at > 0 && compareKeys(keys, order[at - 1] as number, position) > 0; at--)
      order[at] = order[at - 1] as number;
    order[at] = position;
  }
  return order;
}

function compareKeys(keys: Uint32Array, a: number, b: number): number {
  for (let i = 0; i < 8; i++) {
    const difference = (keys[a * 8 + i] as number) - (keys[b * 8 + i] as number);
    if (difference !== 0) return difference;
  }
  return a - b;
}
