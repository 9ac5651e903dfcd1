import { toHalfWidth } from '../table-import/import-cell';
import { placeEnds } from './name-text';
import { type Reading, type ReadingMemo, readText } from './pinyin-readings';

/** What a name is found by besides its own characters. All lower case, ü as v, meant for prefix queries. */
export type SearchKeys = {
  /** Initials of the whole name and of the name without its place, in every likely reading; at most 8. */
  readonly initials: readonly string[];
  /** Full pinyin of the likeliest reading of the whole name. */
  readonly full: string;
  /** `full`, its other likely readings, and the same without the place; at most 8. */
  readonly fullVariants: readonly string[];
};

/** What most names consist of; the class of all Han characters takes ten times as long. */
const PLAIN = /^[\u4e00-\u9fffa-z0-9]*$/;
const MOST_VARIANTS = 8;
const MOST_READINGS = 4;

/**
 * The search keys of one name.
 *
 * @example searchKeys('重庆宝通科技有限公司').initials // ['cqbtkjyxgs', 'btkjyxgs']
 */
export function searchKeys(name: string): SearchKeys {
  return createSearchKeyer()(name);
}

/**
 * For many names: the returned function remembers the characters it has read.
 *
 * @example const keyer = createSearchKeyer(); for (const name of names) keyer(name)
 */
export function createSearchKeyer(): (name: string) => SearchKeys {
  const memo: ReadingMemo = new Map();
  return (name) => keysOf(name, memo);
}

function keysOf(name: string, memo: ReadingMemo): SearchKeys {
  const plain = toHalfWidth(name).toLowerCase();
  const text = PLAIN.test(plain) ? plain : plain.replace(/[^\p{Script=Han}a-z0-9]+/gu, '');
  const ends = placeEnds(text);
  const readings = readInParts(text, ends, memo);
  const core = ends.at(-1) ?? 0;
  const initials: string[] = [];
  const full: string[] = [];
  for (const swaps of likelySwaps(readings)) {
    let first = '';
    let whole = '';
    let coreAt = 0;
    for (let i = 0; i < readings.length; i++) {
      if (i === core) coreAt = whole.length;
      const syllable = swaps.find(({ at }) => at === i)?.syllable ?? readings[i]?.syllable ?? '';
      first += syllable.charAt(0);
      whole += syllable;
    }
    addKey(initials, first);
    addKey(full, whole);
    if (core > 0) addKey(initials, first.slice(core));
    if (core > 0) addKey(full, whole.slice(coreAt));
  }
  return { initials, full: full[0] ?? '', fullVariants: full };
}

function addKey(keys: string[], key: string): void {
  if (key !== '' && keys.length < MOST_VARIANTS && !keys.includes(key)) keys.push(key);
}

/** Place and name are read apart, or 重庆市长沙… would be read as 市长. */
function readInParts(text: string, ends: readonly number[], memo: ReadingMemo): readonly Reading[] {
  const readings: Reading[] = [];
  let from = 0;
  for (const end of [...ends, text.length]) {
    if (end > from) readings.push(...readText(text.slice(from, end), memo));
    from = end;
  }
  return readings;
}

type Swap = { readonly at: number; readonly syllable: string };

/** No swap (the likeliest reading), then one other syllable, then two; at most 4 readings. */
function likelySwaps(readings: readonly Reading[]): readonly (readonly Swap[])[] {
  const singles: Swap[] = [];
  for (let at = 0; at < readings.length; at++) {
    for (const syllable of readings[at]?.others ?? []) singles.push({ at, syllable });
  }
  const found: (readonly Swap[])[] = [[], ...singles.map((swap) => [swap])];
  for (const [i, one] of singles.entries()) {
    if (found.length >= MOST_READINGS) break;
    for (const two of singles.slice(i + 1)) if (two.at !== one.at) found.push([one, two]);
  }
  return found.slice(0, MOST_READINGS);
}
