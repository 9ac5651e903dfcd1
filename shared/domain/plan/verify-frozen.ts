import { AppError } from '../../kernel/errors';
import { sha256Hex } from '../../kernel/sha256';
import type { SeedParts } from './draw';
import { drawFrozen, visitLine } from './draw-frozen';
import { hashList, readFrozenList } from './frozen-list';
import type { PlannedVisit } from './schedule';

/** What the store keeps of a freeze and its draw. */
export type StoredFrozenDraw = {
  readonly listText: string;
  readonly listSha256: string;
  readonly listSm3: string;
  readonly nonceSha256: string;
  readonly seedParts: SeedParts;
  readonly seed: string;
  /** As it was written down at the draw. */
  readonly resultText: string;
  /** As they stand now; a visit that was moved keeps all but its day. */
  readonly visits: readonly PlannedVisit[];
};

export type FrozenDrawCheck =
  | { readonly ok: true; readonly candidates: number; readonly picks: number; readonly moved: number }
  | { readonly ok: false; readonly firstDifference: string };

/**
 * Draws again from the announced list and compares everything: hashes, commitment, seed, and every visit with its key,
 * day, pair and skips.
 *
 * @returns the first difference in words, never an exception for damaged content
 * @example verifyFrozen(stored).ok // true
 */
export function verifyFrozen(stored: StoredFrozenDraw): FrozenDrawCheck {
  const differs = (firstDifference: string): FrozenDrawCheck => ({ ok: false, firstDifference });
  try {
    const hashes = hashList(stored.listText);
    if (hashes.sha256 !== stored.listSha256)
      return differs(`抽取名录的校验值不符，公布的是 ${stored.listSha256}，现算为 ${hashes.sha256}`);
    if (hashes.sm3 !== stored.listSm3)
      return differs(`抽取名录的 SM3 校验值不符，公布的是 ${stored.listSm3}，现算为 ${hashes.sm3}`);
    const list = readFrozenList(stored.listText);
    const commitment = sha256Hex(stored.seedParts.officeNonce);
    if (commitment !== list.nonceSha256 || commitment !== stored.nonceSha256)
      return differs('单位随机数与冻结时公布的承诺值不符');
    const again = drawFrozen(list, stored.listSha256, stored.seedParts);
    if (again.seed !== stored.seed) return differs(`种子不符，记录为 ${stored.seed}，现算为 ${again.seed}`);
    const difference =
      firstLineDifference(again.resultText, stored.resultText) ?? firstVisitDifference(again.visits, stored.visits);
    if (difference) return differs(difference);
    const dates = new Map(again.visits.map(({ code, date }) => [code, date]));
    const moved = stored.visits.filter(({ code, date }) => dates.get(code) !== date).length;
    return { ok: true, candidates: list.population.candidates.length, picks: again.visits.length, moved };
  } catch (error) {
    if (error instanceof AppError) return differs(error.message);
    throw error;
  }
}

function firstLineDifference(expected: string, stored: string): string | null {
  if (expected === stored) return null;
  const [right, kept] = [expected.split('\n'), stored.split('\n')];
  const at = right.findIndex((line, index) => line !== kept[index]);
  return at < 0
    ? '抽取记录比复算结果多出内容'
    : `抽取记录第 ${at + 1} 行应为“${right[at]}”，记录为“${kept[at] ?? '（无）'}”`;
}

// The store may hand the visits back in any order.
function firstVisitDifference(expected: readonly PlannedVisit[], stored: readonly PlannedVisit[]): string | null {
  const left = new Map(stored.map((visit) => [visit.code, visit]));
  for (const visit of expected) {
    const found = left.get(visit.code);
    if (!found) return `应当检查 ${visit.code}，检查安排中没有`;
    const wanted = visitLine({ ...visit, date: found.date });
    if (visitLine(found) !== wanted) return `${visit.code} 的检查安排应为“${wanted}”，记录为“${visitLine(found)}”`;
    left.delete(visit.code);
  }
  const [extra] = left.values();
  if (extra) return `检查安排中多出 ${extra.code}，抽取中没有`;
  return stored.length === expected.length ? null : '检查安排中有重复的对象';
}
