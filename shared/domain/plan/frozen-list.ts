import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { sha256Hex } from '../../kernel/sha256';
import { sm3Hex } from '../../kernel/sm3';
import type { PlanOfficer } from './assign-officers';
import { freezePopulation, type Population } from './population';

/** First line of the list of draw method 2. */
const HEAD = 'zhixin-draw|2';

export type FrozenStratum = {
  readonly id: string;
  /** `24%`, or `1/3`. */
  readonly ratio: string;
  readonly base: number;
  /** Drawn by the earlier batches of this year, part of the base. */
  readonly drawn: number;
  /** Owed in the whole year. */
  readonly yearly: number;
  /** How many each batch takes, in the order of `days`; missing ones are 0. */
  readonly shares: readonly number[];
  /** What both officers must be able to do; empty when anybody may go. */
  readonly skill: string;
};

/** The working days of one batch. Batches after those that are drawn only lend their days to what does not fit. */
export type FrozenDays = { readonly batchNo: number; readonly days: readonly IsoDate[] };

/** Everything that decides a draw but chance, as it stood when it was announced. */
export type FrozenList = {
  readonly year: number;
  readonly startOn: IsoDate;
  readonly packId: string;
  readonly packVersion: number;
  readonly packSha256: string;
  readonly rounding: string;
  /** Visits a pair makes on one day. */
  readonly visitsPerDay: number;
  /** SHA-256 of the office nonce's hex digits. */
  readonly nonceSha256: string;
  readonly strata: readonly FrozenStratum[];
  readonly days: readonly FrozenDays[];
  readonly officers: readonly PlanOfficer[];
  readonly population: Population;
  readonly exclusions: readonly { readonly code: string; readonly reason: string }[];
};

export type ListHashes = { readonly sha256: string; readonly sm3: string; readonly officersSha256: string };

/**
 * The list as text, one line a thing, so that it can be printed, read aloud and hashed by anyone: rule, strata, days,
 * officers, subjects, exclusions. The order in which things came in does not matter.
 *
 * @throws AppError `bad_input` for a text that would break its line, `conflict` for what stands twice
 * @example writeFrozenList(list).split('\n')[0] // 'zhixin-draw|2'
 */
export function writeFrozenList(list: FrozenList): string {
  const rule = [list.year, list.startOn, list.packId, list.packVersion, list.packSha256, list.rounding];
  return [
    HEAD,
    line('rule', ...rule, list.visitsPerDay),
    line('commit', list.nonceSha256),
    ...list.strata.map((one) =>
      line('stratum', one.id, one.ratio, one.base, one.drawn, one.yearly, one.shares.join(' '), one.skill),
    ),
    ...list.days.map(({ batchNo, days }) => line('days', batchNo, days.join(' '))),
    ...officerLines(list.officers),
    ...list.population.candidates.map(({ code, stratum }) => line('subject', code, stratum)),
    ...[...list.exclusions].sort(byKey('code')).map(({ code, reason }) => line('exclude', code, reason)),
    '',
  ].join('\n');
}

export const hashList = (text: string): ListHashes => ({
  sha256: sha256Hex(text),
  sm3: sm3Hex(text),
  officersSha256: sha256Hex(linesOf(text, 'officer')),
});

/** The lines of one kind, each ended by LF. */
export const linesOf = (text: string, kind: string): string =>
  text
    .split('\n')
    .filter((one) => one.startsWith(`${kind}|`))
    .map((one) => `${one}\n`)
    .join('');

function officerLines(officers: readonly PlanOfficer[]): string[] {
  const sorted = [...officers].sort(byKey('id'));
  sorted.forEach(({ id }, index) => {
    if (sorted[index - 1]?.id === id)
      throw new AppError('conflict', `执法人员“${id}”在名单中出现两次，请先合并重复的人员。`);
  });
  return sorted.map((one) =>
    line(
      'officer',
      one.id,
      one.name,
      one.certificateUntil ?? '',
      one.load,
      sortedWords(one.leaves.map(({ from, to }) => `${from}~${to}`)),
      sortedWords(one.busy),
      // a skill may hold spaces
      [...new Set(one.skills)].sort().join(','),
      sortedWords(one.avoids),
    ),
  );
}

const sortedWords = (words: readonly string[]): string => [...new Set(words)].sort().join(' ');

function byKey<K extends string>(key: K) {
  return (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>): number =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const BREAKS_A_LINE = /[|\u0000-\u001f\u007f\u2028\u2029]/;

function line(...parts: readonly (string | number)[]): string {
  for (const part of parts)
    if (typeof part === 'string' && BREAKS_A_LINE.test(part))
      throw new AppError('bad_input', `“${part}”含有竖线或换行，不能写入抽取名录，请先更正。`);
  return parts.join('|');
}

/**
 * Reads a stored list back, exactly as it was announced.
 *
 * @throws AppError `bad_input` when it was changed so that it is no such list any more
 * @example readFrozenList(writeFrozenList(list)).population.candidates.length
 */
export function readFrozenList(text: string): FrozenList {
  const rows = new Map<string, string[][]>();
  const [head, ...lines] = text.split('\n');
  for (const one of lines) {
    const [kind = '', ...parts] = one.split('|');
    const same = rows.get(kind);
    if (same) same.push(parts);
    else rows.set(kind, [parts]);
  }
  const of = (kind: string) => rows.get(kind) ?? [];
  const [year = '', startOn = '', packId = '', version = '', packSha256 = '', rounding = '', trips = ''] =
    of('rule')[0] ?? [];
  const list: FrozenList = {
    year: Number(year),
    startOn,
    packId,
    packVersion: Number(version),
    packSha256,
    rounding,
    visitsPerDay: Number(trips),
    nonceSha256: of('commit')[0]?.[0] ?? '',
    strata: of('stratum').map(([id = '', ratio = '', base, drawn, yearly, shares = '', skill = '']) => ({
      id,
      ratio,
      base: Number(base),
      drawn: Number(drawn),
      yearly: Number(yearly),
      shares: words(shares).map(Number),
      skill,
    })),
    days: of('days').map(([batchNo, days = '']) => ({ batchNo: Number(batchNo), days: words(days) })),
    officers: of('officer').map(readOfficer),
    population: freezePopulation(of('subject').map(([code = '', stratum = '']) => ({ code, stratum }))),
    exclusions: of('exclude').map(([code = '', reason = '']) => ({ code, reason })),
  };
  // whatever is not understood, out of order or written in another way does not come back as the same text
  if (head !== HEAD || writeFrozenList(list) !== text)
    throw new AppError('bad_input', '抽取名录不是冻结时的写法，已被改动，请用备份核对。');
  return list;
}

function readOfficer([
  id = '',
  name = '',
  until = '',
  load,
  leaves = '',
  busy = '',
  skills = '',
  avoids = '',
]: string[]) {
  return {
    id,
    name,
    certificateUntil: until === '' ? null : until,
    load: Number(load),
    leaves: words(leaves).map((leave) => {
      const [from = '', to = ''] = leave.split('~');
      return { from, to };
    }),
    busy: words(busy),
    skills: skills === '' ? [] : skills.split(','),
    avoids: words(avoids),
  };
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
