import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { seedHmac } from './draw';

export type PlanOfficer = {
  readonly id: string;
  /** Last day on which the certificate is valid; null when it has no end. */
  readonly certificateUntil: IsoDate | null;
  readonly leaves: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
  /** Ids of subjects this officer must avoid (行政处罚法 art. 43). */
  readonly avoids: readonly string[];
};

export type SkipReason = 'avoidance' | 'certificate_expired' | 'leave' | 'full' | 'other_pair';

export const skipReasonLabels: Record<SkipReason, string> = {
  avoidance: '回避',
  certificate_expired: '执法证件到期',
  leave: '请假',
  full: '当日检查已排满',
  other_pair: '当日已编入其他检查组',
};

/** An officer who stood before the ones chosen, or belonged to the day's pair, and why it was not this officer. */
export type OfficerSkip = { readonly officerId: string; readonly date: IsoDate; readonly reason: SkipReason };

export type Assignment = {
  /** Two different officers, or null when no pair can be made on that day. */
  readonly pair: readonly [string, string] | null;
  readonly skips: readonly OfficerSkip[];
};

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

export type Roster = { readonly assign: (subjectId: string, date: IsoDate) => Assignment };

/**
 * A roster that remembers who goes where while a plan is put together. A pair that is out on a day is filled up first;
 * otherwise the two officers with the fewest visits form a new pair, in walking order where they are equal. Nobody is
 * in two pairs on one day.
 *
 * @param walk the officers from `orderOfficers`
 * @param visitsPerDay visits a pair makes on one day
 * @example createRoster(orderOfficers(officers, seed), 3).assign('s1', '2026-03-02').pair // ['o7', 'o2']
 */
export function createRoster(walk: readonly PlanOfficer[], visitsPerDay: number): Roster {
  const officers: readonly Walked[] = walk.map((officer) => ({ officer, load: 0 }));
  const teams = new Map<IsoDate, Team[]>();

  const assign = (subjectId: string, date: IsoDate): Assignment => {
    const today = teams.get(date) ?? [];
    const avoiding: OfficerSkip[] = [];
    for (const team of today) {
      if (team.visits >= visitsPerDay) continue;
      const blocked = team.members.filter(({ officer }) => officer.avoids.includes(subjectId));
      if (blocked.length === 0) return { pair: send(team), skips: avoiding };
      for (const { officer } of blocked) avoiding.push({ officerId: officer.id, date, reason: 'avoidance' });
    }
    const { chosen, passed } = walkOn(officers, subjectId, date, today, visitsPerDay);
    const known = new Set(avoiding.map((skip) => skip.officerId));
    const skips = [...avoiding, ...passed.filter((skip) => !known.has(skip.officerId))];
    const [first, second] = chosen;
    if (!first || !second) return { pair: null, skips };
    const team: Team = { members: [first, second], visits: 0 };
    teams.set(date, [...today, team]);
    return { pair: send(team), skips };
  };
  return { assign };
}

function send(team: Team): readonly [string, string] {
  team.visits += 1;
  for (const member of team.members) member.load += 1;
  return [team.members[0].officer.id, team.members[1].officer.id];
}

function walkOn(officers: readonly Walked[], subjectId: string, date: IsoDate, today: readonly Team[], limit: number) {
  const chosen: Walked[] = [];
  const passed: OfficerSkip[] = [];
  // A stable sort: officers with equally many visits keep their walking order.
  for (const walked of [...officers].sort((a, b) => a.load - b.load)) {
    if (chosen.length === 2) break;
    const reason = whyNot(walked, subjectId, date, today, limit);
    if (reason) passed.push({ officerId: walked.officer.id, date, reason });
    else chosen.push(walked);
  }
  return { chosen, passed };
}

function whyNot(
  walked: Walked,
  subjectId: string,
  date: IsoDate,
  today: readonly Team[],
  limit: number,
): SkipReason | null {
  const { officer } = walked;
  if (officer.avoids.includes(subjectId)) return 'avoidance';
  if (officer.certificateUntil !== null && officer.certificateUntil < date) return 'certificate_expired';
  if (officer.leaves.some((leave) => leave.from <= date && date <= leave.to)) return 'leave';
  const team = today.find(({ members }) => members.includes(walked));
  if (team) return team.visits >= limit ? 'full' : 'other_pair';
  return null;
}
