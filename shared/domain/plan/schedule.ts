import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import {
  createRoster,
  type Errand,
  type OfficerSkip,
  type PlanOfficer,
  skipReasonLabels,
  unfitFor,
} from './assign-officers';
import type { Pick } from './draw';

export type PlannedVisit = Pick & {
  /** 1 is the first batch of the year. */
  readonly batchNo: number;
  readonly date: IsoDate;
  /** Both null when no pair could be made; the problems then say why. */
  readonly officer1Id: string | null;
  readonly officer2Id: string | null;
  readonly skips: readonly OfficerSkip[];
};

/** Something a person has to settle; `code` names the subject, null for the whole plan. */
export type PlanProblem = { readonly code: string | null; readonly message: string };

export type ScheduleInput = {
  readonly picks: readonly Pick[];
  /** By stratum, how many each window takes, and what its officers must be able to do. */
  readonly strata: ReadonlyMap<string, { readonly shares: readonly number[]; readonly skill: string }>;
  /** The working days of the batches, earliest first; those without a share lend their days. */
  readonly windows: readonly { readonly batchNo: number; readonly days: readonly IsoDate[] }[];
  /** In walking order, from `orderOfficers`. */
  readonly officers: readonly PlanOfficer[];
  readonly visitsPerDay: number;
};

export type Schedule = { readonly visits: readonly PlannedVisit[]; readonly problems: readonly PlanProblem[] };

/**
 * Gives every drawn subject its batch, working day and pair of officers. The first batch takes the smallest keys of each
 * stratum; within a batch the order is by key. A batch's visits go out in day trips of `visitsPerDay`, spread evenly
 * over its window; where no pair is free, the next working day of the window is tried, then the earlier ones, then the
 * days of the later windows.
 *
 * @throws AppError `conflict` when a subject was drawn twice
 * @example schedule({ picks, strata, windows, officers, visitsPerDay: 3 }).visits[0]?.date
 */
export function schedule(input: ScheduleInput): Schedule {
  const roster = createRoster(input.officers, input.visitsPerDay);
  const visits: PlannedVisit[] = [];
  const problems: PlanProblem[] = [];
  cutIntoBatches(input).forEach((picks, index) => {
    const batchNo = input.windows[index]?.batchNo ?? index + 1;
    picks.forEach((pick, place) => {
      const errand: Errand = { code: pick.code, skill: input.strata.get(pick.stratum)?.skill ?? '' };
      const days = daysToTry(input, index, place, picks.length);
      const fit = input.officers.filter((officer) => unfitFor(officer, errand) === null).length;
      const placed = findDay(days, (date) => roster.assign(errand, date), fit >= 2);
      visits.push({ ...pick, batchNo, ...placed });
      if (!placed.officer1Id && input.officers.length >= 2)
        problems.push({ code: pick.code, message: noPairText(pick.code, batchNo, placed.skips) });
      else if (placed.officer1Id && !input.windows[index]?.days.includes(placed.date))
        problems.push({ code: pick.code, message: lateText(pick.code, batchNo, placed.date) });
    });
  });
  return { visits, problems };
}

function cutIntoBatches({ picks, strata, windows }: ScheduleInput): Pick[][] {
  const seen = new Set<string>();
  const taken = new Map<string, number>();
  const batches: Pick[][] = windows.map(() => []);
  for (const pick of [...picks].sort((a, b) => a.rank - b.rank)) {
    if (seen.has(pick.code)) throw new AppError('conflict', `主体“${pick.code}”在同一年度被抽中两次，请检查抽取结果。`);
    seen.add(pick.code);
    const place = taken.get(pick.stratum) ?? 0;
    taken.set(pick.stratum, place + 1);
    batches[batchOf(strata.get(pick.stratum)?.shares ?? [], place)]?.push(pick);
  }
  for (const batch of batches) batch.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return batches;
}

function batchOf(shares: readonly number[], place: number): number {
  let end = 0;
  for (const [index, share] of shares.entries()) {
    end += share;
    if (place < end) return index;
  }
  return Math.max(0, shares.length - 1);
}

function daysToTry({ windows, visitsPerDay }: ScheduleInput, index: number, place: number, visits: number) {
  const own = windows[index]?.days ?? [];
  const after = windows.slice(index + 1).flatMap(({ days }) => days);
  if (own.length === 0) return after.length > 0 ? after : windows.flatMap(({ days }) => days).slice(-1);
  const trips = Math.ceil(visits / visitsPerDay);
  const target = Math.floor((Math.floor(place / visitsPerDay) * own.length) / trips);
  return [...own.slice(target), ...own.slice(0, target).reverse(), ...after];
}

function findDay(
  days: readonly IsoDate[],
  assign: (date: IsoDate) => ReturnType<ReturnType<typeof createRoster>['assign']>,
  possible: boolean,
): Omit<PlannedVisit, keyof Pick | 'batchNo'> {
  const skips = new Map<string, OfficerSkip>();
  // Where avoidance or skill leave no two officers, no day can help: the first one is asked for the reasons only.
  for (const date of possible ? days : days.slice(0, 1)) {
    const found = assign(date);
    for (const skip of found.skips) {
      const id = `${skip.officerId}|${skip.reason}`;
      const known = skips.get(id);
      skips.set(id, { ...(known ?? skip), days: (known?.days ?? 0) + 1 });
    }
    if (found.pair) return { date, officer1Id: found.pair[0], officer2Id: found.pair[1], skips: [...skips.values()] };
  }
  return { date: days[0] ?? '', officer1Id: null, officer2Id: null, skips: [...skips.values()] };
}

function noPairText(code: string, batchNo: number, skips: readonly OfficerSkip[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of skips) counts.set(skipReasonLabels[reason], (counts.get(skipReasonLabels[reason]) ?? 0) + 1);
  const why = [...counts].map(([label, count]) => `${label} ${count} 人`).join('、');
  return `第 ${batchNo} 批“${code}”配不齐两名执法人员（${why}），请增派人员或调整安排。`;
}

function lateText(code: string, batchNo: number, date: IsoDate): string {
  return `第 ${batchNo} 批“${code}”在本批时段内排不下，已改排到 ${date}，请确认或增派人员。`;
}
