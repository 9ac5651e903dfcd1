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

/** For many names: the returned function remembers the characters it has read. */
export function createSearchKeyer(): (name: string) => SearchKeys {
  const memo: ReadingMemo = new Map();
  return (name) => keysOf(name, memo);
}

function keysOf(name: string, memo: ReadingMemo): SearchKeys {
  const plain = toHalfWidth(name).toLowerCase();
  const text = PLAIN.test(plain) ? plain : plain.replace(/[^\p{Script=Han}a-z0-9]+/gu, '');
  const ends = placeEnds(text);
  const places = readInParts(text, ends, memo);
  const core = ends.at(-1) ?? 0;
  const initials = new Set<string>();
  const full = new Set<string>();
  for (const syllables of likelyReadings(places)) {
    for (const from of core === 0 ? [0] : [0, core]) {
      const part = syllables.slice(from);
      if (initials.size < MOST_VARIANTS) initials.add(part.map((syllable) => syllable.charAt(0)).join(''));
      if (full.size < MOST_VARIANTS) full.add(part.join(''));
    }
  }
  const variants = [...full].filter((key) => key !== '');
  return { initials: [...initials].filter((key) => key !== ''), full: variants[0] ?? '', fullVariants: variants };
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

/** The likeliest reading, then those that differ in one character, then in two; at most 4. */
function likelyReadings(readings: readonly Reading[]): readonly (readonly string[])[] {
  const base = readings.map(({ syllable }) => syllable);
  const found: (readonly string[])[] = [base];
  const swaps = readings
    .flatMap(({ others }, at) => others.map((syllable) => ({ at, syllable })))
    .slice(0, MOST_READINGS);
  for (const { at, syllable } of swaps) found.push(base.with(at, syllable));
  for (const [i, first] of swaps.entries()) {
    for (const second of swaps.slice(i + 1)) {
      if (second.at !== first.at) found.push(base.with(first.at, first.syllable).with(second.at, second.syllable));
    }
  }
  return found.slice(0, MOST_READINGS);
}
