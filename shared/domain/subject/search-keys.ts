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
  const text = toHalfWidth(name)
    .toLowerCase()
    .replace(/[^\p{Script=Han}a-z0-9]+/gu, '');
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

/** The likeliest reading, then those that differ in one character, then in more; at most 4. */
function likelyReadings(readings: readonly Reading[]): readonly (readonly string[])[] {
  const base = readings.map(({ syllable }) => syllable);
  let found: (readonly string[])[] = [base];
  readings.forEach(({ others }, i) => {
    for (const other of others) found = [...found, ...found.map((reading) => reading.with(i, other))];
  });
  if (found.length <= 2) return found;
  const distance = (reading: readonly string[]): number => reading.filter((syllable, i) => syllable !== base[i]).length;
  return found.sort((a, b) => distance(a) - distance(b)).slice(0, MOST_READINGS);
}
