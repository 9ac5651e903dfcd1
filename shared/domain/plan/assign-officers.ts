import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { seedHmac } from './draw';

export type PlanOfficer = {
  readonly id: string;
  readonly name: string;
  /** Last day on which the certificate is valid; null when it has no end. */
  readonly certificateUntil: IsoDate | null;
  readonly leaves: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
  /** Days already taken by visits of other plans. */
  readonly busy: readonly IsoDate[];
  readonly skills: readonly string[];
  /** Visits given to this officer by the earlier draws of the year, so that the load stays balanced over batches. */
  readonly load: number;
  /** Codes of subjects this officer must avoid (行政处罚法 art. 43). */
  readonly avoids: readonly string[];
};

export const skipReasons = [
  'avoidance',
  'skill',
  'certificate_expired',
  'leave',
  'other_plan',
  'full',
  'other_pair',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const skipReasonLabels: Record<SkipReason, string> = {
  avoidance: '回避',
  skill: '不具备所需专长',
  certificate_expired: '执法证件到期',
  leave: '请假',
  other_plan: '当日已有其他计划的检查',
  full: '当日检查已排满',
  other_pair: '当日已编入其他检查组',
};

/** An officer who stood before the ones chosen, or belonged to the day's pair, and why it was not this officer. */
export type OfficerSkip = {
  readonly officerId: string;
  /** The first day of it. */
  readonly date: IsoDate;
  readonly reason: SkipReason;
  /** On how many of the days that were tried; draws of method 1 did not count them. */
  readonly days?: number | undefined;
};

export type Assignment = {
  /** Two different officers, or null when no pair can be made on that day. */
  readonly pair: readonly [string, string] | null;
  readonly skips: readonly OfficerSkip[];
};

/** A subject to be visited and what its officers must be able to do; an empty skill asks for nothing. */
export type Errand = { readonly code: string; readonly skill: string };

/**
 * The officers in the order in which they are walked: by HMAC-SHA-256(seed, `officer|id`).
 *
 * @throws AppError `conflict` for an officer who stands twice
 */
export function orderOfficers(officers: readonly PlanOfficer[], seed: string): readonly PlanOfficer[] {
  const hmac = seedHmac(seed);
  const keyed = officers.map((officer) => ({ officer, key: hmac.hex(`officer|${officer.id}`) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  keyed.forEach(({ officer }, index) => {
    if (keyed[index - 1]?.officer.id === officer.id)
      throw new AppError('conflict', `执法人员“${officer.id}”在名单中出现两次，请先合并重复的人员。`);
  });
  return keyed.map(({ officer }) => officer);
}

type Walked = { readonly officer: PlanOfficer; load: number };
type Team = { readonly members: readonly [Walked, Walked]; visits: number };

export type Roster = { readonly assign: (errand: Errand, date: IsoDate) => Assignment };

/**
 * A roster that remembers who goes where while a plan is put together. A pair that is out on a day is filled up first;
 * otherwise the two officers with the fewest visits form a new pair, in walking order where they are equal. Nobody is
 * in two pairs on one day.
 *
 * @param walk the officers from `orderOfficers`
 * @param visitsPerDay visits a pair makes on one day
 * @example createRoster(orderOfficers(officers, seed), 3).assign({ code: 'A', skill: '' }, '2026-03-02').pair // ['o7', 'o2']
 */
export function createRoster(walk: readonly PlanOfficer[], visitsPerDay: number): Roster {
  const officers: readonly Walked[] = walk.map((officer) => ({ officer, load: officer.load }));
  const teams = new Map<IsoDate, Team[]>();

  const assign = (errand: Errand, date: IsoDate): Assignment => {
    const today = teams.get(date) ?? [];
    const unfit: OfficerSkip[] = [];
    for (const team of today) {
      if (team.visits >= visitsPerDay) continue;
      const blocked = team.members.flatMap(({ officer }) => {
        const reason = unfitFor(officer, errand);
        return reason ? [{ officerId: officer.id, date, reason }] : [];
      });
      if (blocked.length === 0) return { pair: send(team), skips: unfit };
      unfit.push(...blocked);
    }
    const { chosen, passed } = walkOn(officers, errand, date, today, visitsPerDay);
    const known = new Set(unfit.map((skip) => skip.officerId));
    const skips = [...unfit, ...passed.filter((skip) => !known.has(skip.officerId))];
    const [first, second] = chosen;
    if (!first || !second) return { pair: null, skips };
    const team: Team = { members: [first, second], visits: 0 };
    teams.set(date, [...today, team]);
    return { pair: send(team), skips };
  };
  return { assign };
}

/** What keeps an officer from a subject on any day. */
export function unfitFor(officer: PlanOfficer, { code, skill }: Errand): 'avoidance' | 'skill' | null {
  if (officer.avoids.includes(code)) return 'avoidance';
  return skill === '' || officer.skills.includes(skill) ? null : 'skill';
}

function send(team: Team): readonly [string, string] {
  team.visits += 1;
  for (const member of team.members) member.load += 1;
  return [team.members[0].officer.id, team.members[1].officer.id];
}

function walkOn(officers: readonly Walked[], errand: Errand, date: IsoDate, today: readonly Team[], limit: number) {
  const chosen: Walked[] = [];
  const passed: OfficerSkip[] = [];
  // A stable sort: officers with equally many visits keep their walking order.
  for (const walked of [...officers].sort((a, b) => a.load - b.load)) {
    if (chosen.length === 2) break;
    const reason = unfitFor(walked.officer, errand) ?? awayOn(walked, date, today, limit);
    if (reason) passed.push({ officerId: walked.officer.id, date, reason });
    else chosen.push(walked);
  }
  return { chosen, passed };
}

function awayOn(walked: Walked, date: IsoDate, today: readonly Team[], limit: number): SkipReason | null {
  const { officer } = walked;
  if (officer.certificateUntil !== null && officer.certificateUntil < date) return 'certificate_expired';
  if (officer.leaves.some((leave) => leave.from <= date && date <= leave.to)) return 'leave';
  if (officer.busy.includes(date)) return 'other_plan';
  const team = today.find(({ members }) => members.includes(walked));
  if (team) return team.visits >= limit ? 'full' : 'other_pair';
  return null;
}
