import { AppError } from '../../kernel/errors';
import { type Draw, draw, FIRST_METHOD, type Pick } from './draw';
import { parsePopulation } from './population';

/** What the store keeps of a draw: the list as it was frozen, and the draw. */
export type StoredDraw = Draw & { readonly populationText: string };

export type DrawCheck =
  | { readonly ok: true; readonly candidates: number; readonly picks: number }
  | { readonly ok: false; readonly firstDifference: string };

/**
 * Method 1: draws again from the stored list and seed parts, and compares everything that was stored of the subjects.
 *
 * @returns the first difference in words, never an exception for damaged content
 * @example verifyDraw({ ...draw(population, quotas, seedParts), populationText: population.text }).ok // true
 */
export function verifyDraw(stored: StoredDraw): DrawCheck {
  if (stored.algorithm !== FIRST_METHOD)
    return differs(`抽取方法版本 ${stored.algorithm} 不是本程序所知的版本，请用更新的程序核验`);
  try {
    const population = parsePopulation(stored.populationText);
    if (population.sha256 !== stored.populationSha256)
      return differs(`候选名录的校验值不符，记录为 ${stored.populationSha256}，现算为 ${population.sha256}`);
    const again = draw(population, stored.quotas, stored.seedParts);
    if (again.seed !== stored.seed) return differs(`种子不符，记录为 ${stored.seed}，现算为 ${again.seed}`);
    const difference = firstPickDifference(again.picks, stored.picks);
    if (difference) return differs(difference);
    return { ok: true, candidates: population.candidates.length, picks: again.picks.length };
  } catch (error) {
    if (error instanceof AppError) return differs(error.message);
    throw error;
  }
}

function differs(firstDifference: string): DrawCheck {
  return { ok: false, firstDifference };
}

// The store may hand the picks back in any order: stratum and rank say which one is meant.
function firstPickDifference(expected: readonly Pick[], stored: readonly Pick[]): string | null {
  const left = new Map(stored.map((pick) => [`${pick.stratum}|${pick.rank}`, pick]));
  for (const pick of expected) {
    const place = `分层“${pick.stratum}”第 ${pick.rank} 名`;
    const found = left.get(`${pick.stratum}|${pick.rank}`);
    if (!found) return `${place}应为 ${pick.code}，记录中没有`;
    if (found.code !== pick.code) return `${place}应为 ${pick.code}，记录为 ${found.code}`;
    if (found.key !== pick.key) return `${place}（${pick.code}）的随机键不符，应为 ${pick.key}，记录为 ${found.key}`;
    left.delete(`${pick.stratum}|${pick.rank}`);
  }
  const [extra] = left.values();
  if (extra) return `记录中多出分层“${extra.stratum}”第 ${extra.rank} 名 ${extra.code}`;
  return stored.length === expected.length ? null : '记录中有重复的抽中对象';
}
