import { orderOfficers } from './assign-officers';
import { drawPicks, drawSeed, type SeedParts } from './draw';
import type { FrozenList } from './frozen-list';
import { type PlannedVisit, type PlanProblem, schedule } from './schedule';

/**
 * Draw method 2: the seed is made of the hash of the whole announced list, in which rule, officers and calendar stand
 * too, and the officers are drawn by the same seed and recomputed like the subjects.
 */
export const DRAW_METHOD = 2;

export type FrozenDraw = {
  /** 64 hex digits. */
  readonly seed: string;
  /** By batch, then in the order of the keys. */
  readonly visits: readonly PlannedVisit[];
  readonly problems: readonly PlanProblem[];
  /** One line a visit, as it is stored and printed. */
  readonly resultText: string;
};

/**
 * Draws subjects, days and pairs of officers from an announced list. Nothing else is asked: same list and seed parts,
 * same result on any machine.
 *
 * @throws AppError for a seed part that cannot be used
 * @example drawFrozen(list, sha256, { officeNonce, publicValue: '3 5 1 6' }).visits.length
 */
export function drawFrozen(list: FrozenList, listSha256: string, seedParts: SeedParts): FrozenDraw {
  const seed = drawSeed(listSha256, seedParts);
  const quotas = list.strata.map(({ id, shares }) => ({
    stratum: id,
    count: shares.reduce((sum, share) => sum + share, 0),
  }));
  const { visits, problems } = schedule({
    picks: drawPicks(list.population, quotas, seed),
    strata: new Map(list.strata.map((one) => [one.id, one])),
    windows: list.days,
    officers: orderOfficers(list.officers, seed),
    visitsPerDay: list.visitsPerDay,
  });
  return { seed, visits, problems, resultText: visits.map((visit) => `${visitLine(visit)}\n`).join('') };
}

/** `visit|batch|date|code|stratum|rank|key|officer|officer|skips`, a skip being `officer:first day:reason:days`. */
export function visitLine(visit: PlannedVisit): string {
  const { batchNo, date, code, stratum, rank, key, officer1Id, officer2Id, skips } = visit;
  const skipped = skips.map((skip) => [skip.officerId, skip.date, skip.reason, skip.days ?? ''].join(':')).join(' ');
  return ['visit', batchNo, date, code, stratum, rank, key, officer1Id ?? '', officer2Id ?? '', skipped].join('|');
}

/**
 * What the printed verifiers read: the announced list, then the seed parts and the result, one line a row of a sheet.
 */
export function proofText(proof: {
  readonly listText: string;
  readonly listSha256: string;
  readonly listSm3: string;
  readonly seedParts: SeedParts;
  readonly seed: string;
  readonly resultText: string;
}): string {
  const { listSha256, listSm3, seedParts, seed } = proof;
  const parts = [
    `sha256|${listSha256}`,
    `sm3|${listSm3}`,
    `public|${seedParts.publicValue}`,
    `nonce|${seedParts.officeNonce}`,
    `seed|${seed}`,
  ];
  return `${proof.listText}${parts.join('\n')}\n${proof.resultText}`;
}
