import { AppError } from '../../kernel/errors';
import { createHmac, type Hmac, hexToBytes, sha256Hex, wordsToHex } from '../../kernel/sha256';
import type { Candidate, Population } from './population';
import { rankStratum, type StratumRanking } from './rank-stratum';

/** The number of the method in this file; a changed method gets the next number, and this one stays recomputable. */
export const FIRST_METHOD = 1;

export type SeedParts = {
  /** Chance made by the program when the list is frozen, 32 to 128 hex digits in lower case. */
  readonly officeNonce: string;
  /** What became public only after the list was announced: lottery numbers, dice, as typed by the witnesses. */
  readonly publicValue: string;
};

/** How many to draw from a stratum. */
export type Quota = { readonly stratum: string; readonly count: number };

export type Pick = {
  readonly code: string;
  readonly stratum: string;
  /** 64 hex digits. */
  readonly key: string;
  /** 1 is the smallest key of the stratum. */
  readonly rank: number;
};

export type RankedCandidate = Pick & { readonly picked: boolean };

export type Draw = {
  readonly algorithm: number;
  readonly populationSha256: string;
  readonly seedParts: SeedParts;
  /** 64 hex digits. */
  readonly seed: string;
  readonly quotas: readonly Quota[];
  /** By stratum in the order of the quotas, then by rank. */
  readonly picks: readonly Pick[];
};

/**
 * seed = SHA-256 of the text `listSha256|publicValue|officeNonce` in UTF-8; the list is what was announced.
 *
 * @throws AppError `bad_input` for a part that is missing or that two people could type differently
 * @example drawSeed(population.sha256, { publicValue: '3 5 1 6', officeNonce: '00…' }).length // 64
 */
export function drawSeed(listSha256: string, { officeNonce, publicValue }: SeedParts): string {
  if (!/^(?:[0-9a-f]{2}){16,64}$/.test(officeNonce))
    throw new AppError('bad_input', '单位随机数应当是 32 至 128 位小写十六进制数，请重新冻结名录。');
  if (publicValue.trim() === '')
    throw new AppError('bad_input', '请填写公开随机值（如开奖号码或现场掷得的点数），再进行抽取。');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (publicValue !== publicValue.trim() || publicValue.length > 200 || /[\u0000-\u001f\u007f]/.test(publicValue))
    throw new AppError('bad_input', '公开随机值前后不能有空格，不能换行，不超过 200 个字，请重新填写。');
  return sha256Hex(`${listSha256}|${publicValue}|${officeNonce}`);
}

/** The seed's bytes are the HMAC key of everything drawn with it. */
export function seedHmac(seed: string): Hmac {
  return createHmac(hexToBytes(seed));
}

/**
 * Method 1: draws from every stratum the candidates with the smallest keys, the seed being made of the bare list. The order in which the list was put together
 * cannot matter, and anybody with the list and the seed parts gets the same picks.
 *
 * @throws AppError `bad_input` for an empty list, a quota above its stratum, a stratum without a quota, a bad seed part
 * @example draw(population, [{ stratum: 'good', count: 13 }], seedParts).picks.length // 13
 */
export function draw(population: Population, quotas: readonly Quota[], seedParts: SeedParts): Draw {
  const seed = drawSeed(population.sha256, seedParts);
  const picks = drawPicks(population, quotas, seed);
  return { algorithm: FIRST_METHOD, populationSha256: population.sha256, seedParts, seed, quotas, picks };
}

/**
 * The smallest keys of each stratum, by stratum in the order of the quotas, then by rank; the same in every method.
 *
 * @throws AppError as `draw` does
 */
export function drawPicks(population: Population, quotas: readonly Quota[], seed: string): readonly Pick[] {
  const groups = groupByStratum(population, quotas);
  const hmac = seedHmac(seed);
  const picks: Pick[] = [];
  for (const { stratum, count } of quotas) {
    const ranking = rankStratum(stratum, groups.get(stratum) ?? [], hmac);
    for (let rank = 1; rank <= count; rank++) picks.push(candidateAt(ranking, rank));
  }
  return picks;
}

/**
 * Every candidate with key and rank, for the proof sheet; one at a time, since there may be a million.
 *
 * @throws AppError as `draw` does
 * @example [...rankAll(population, quotas, seed)].filter((row) => row.picked).length // the sum of the quotas
 */
export function* rankAll(population: Population, quotas: readonly Quota[], seed: string): Generator<RankedCandidate> {
  const groups = groupByStratum(population, quotas);
  const hmac = seedHmac(seed);
  for (const { stratum, count } of quotas) {
    const ranking = rankStratum(stratum, groups.get(stratum) ?? [], hmac);
    for (let rank = 1; rank <= ranking.order.length; rank++)
      yield { ...candidateAt(ranking, rank), picked: rank <= count };
  }
}

function candidateAt(ranking: StratumRanking, rank: number): Pick {
  const position = ranking.order[rank - 1] ?? 0;
  const code = ranking.candidates[position]?.code ?? '';
  return { code, stratum: ranking.stratum, key: wordsToHex(ranking.keys, position * 8), rank };
}

function groupByStratum(population: Population, quotas: readonly Quota[]): Map<string, Candidate[]> {
  if (population.candidates.length === 0)
    throw new AppError('bad_input', '候选名录为空，没有可抽取的对象，请先导入主体或检查抽查规则的适用范围。');
  const groups = new Map<string, Candidate[]>();
  for (const { stratum } of quotas) {
    if (groups.has(stratum)) throw new AppError('bad_input', `分层“${stratum}”的抽查数量写了两次，请检查抽查规则。`);
    groups.set(stratum, []);
  }
  for (const candidate of population.candidates) {
    const group = groups.get(candidate.stratum);
    if (!group) throw new AppError('bad_input', `分层“${candidate.stratum}”没有抽查数量，请检查抽查规则。`);
    group.push(candidate);
  }
  for (const { stratum, count } of quotas) {
    const pool = groups.get(stratum)?.length ?? 0;
    if (!Number.isInteger(count) || count < 0)
      throw new AppError('bad_input', `分层“${stratum}”的抽查数量 ${count} 无效，应当是不小于 0 的整数。`);
    if (count > pool)
      throw new AppError(
        'bad_input',
        `分层“${stratum}”应抽 ${count} 个，但候选名录中只有 ${pool} 个，请减少抽查数量或补充名录。`,
      );
  }
  return groups;
}
