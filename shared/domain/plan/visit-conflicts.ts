import { formatZh, type IsoDate } from '../../kernel/dates';
import type { DayInfo } from '../calendar/calendar';
import { leaveOn } from './visit-change';

export type CalendarVisit = {
  readonly id: string;
  readonly subjectId: string;
  readonly date: IsoDate;
  readonly state: 'planned' | 'inspected' | 'cancelled';
  readonly officer1Id: string | null;
  readonly officer2Id: string | null;
  /** First and last day of the batch it was drawn for; null when arranged by hand or unknown. */
  readonly window: { readonly batchNo: number; readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Visits a pair makes on one day by the rule it was drawn with; null when it was arranged by hand. */
  readonly visitsPerDay: number | null;
};

export type CalendarOfficer = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly certificateUntil: IsoDate | null;
  readonly leaves: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
};

export const conflictCodes = [
  'no_pair',
  'inactive',
  'avoidance',
  'certificate',
  'leave',
  'not_working',
  'double_booked',
  'pair_full',
  'out_of_window',
  'twice_in_month',
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

/** What settles it: another officer, another day, or one visit for both. */
export type ConflictStep = 'exchange' | 'move' | 'merge';

export type Conflict = {
  readonly code: ConflictCode;
  /** One sentence without its full stop. */
  readonly message: string;
  readonly step: ConflictStep;
  /** Who has to be exchanged. */
  readonly officerId: string | null;
};

export type ConflictInput = {
  /** All visits of the months that are looked at: some conflicts are between two of them. */
  readonly visits: readonly CalendarVisit[];
  readonly officers: ReadonlyMap<string, CalendarOfficer>;
  /** `officerId|subjectId`, of avoidances that stand. */
  readonly avoidances: ReadonlySet<string>;
  readonly dayInfo: (date: IsoDate) => DayInfo;
};

const officersOf = ({ officer1Id, officer2Id }: CalendarVisit) => [officer1Id, officer2Id].filter((id) => id !== null);
const pairKey = (visit: CalendarVisit) => officersOf(visit).sort().join('+');

/**
 * What stands in the way of each planned visit. Visits that took place are not judged any more, but they fill the days
 * and months of the others; cancelled ones count for nothing.
 *
 * @returns by visit id; visits without a conflict are left out
 * @example findConflicts({ visits, officers, avoidances, dayInfo }).get('v1')?.[0]?.message // '李四 2026-03-02 请假'
 */
export function findConflicts(input: ConflictInput): ReadonlyMap<string, readonly Conflict[]> {
  const standing = input.visits.filter(({ state }) => state !== 'cancelled');
  const byDay = groupBy(standing, ({ date }) => date);
  const byMonth = groupBy(standing, ({ subjectId, date }) => `${subjectId}|${date.slice(0, 7)}`);
  const found = new Map<string, readonly Conflict[]>();
  for (const visit of standing) {
    if (visit.state !== 'planned') continue;
    const conflicts = [
      ...personal(visit, input),
      ...ofDay(visit, input.dayInfo(visit.date)),
      ...ofCompany(visit, byDay.get(visit.date) ?? [], input.officers),
      ...ofTerm(visit),
      ...ofSubject(visit, byMonth.get(`${visit.subjectId}|${visit.date.slice(0, 7)}`) ?? []),
    ];
    if (conflicts.length > 0) found.set(visit.id, conflicts);
  }
  return found;
}

function personal(visit: CalendarVisit, { officers, avoidances }: ConflictInput): Conflict[] {
  const ids = officersOf(visit);
  const conflicts = ids.flatMap((id): Conflict[] => {
    const officer = officers.get(id);
    if (!officer) return [];
    const of = (code: ConflictCode, words: string): Conflict => ({
      code,
      message: `${officer.name}${words}`,
      step: 'exchange',
      officerId: id,
    });
    if (!officer.active) return [of('inactive', '已停用')];
    if (avoidances.has(`${id}|${visit.subjectId}`)) return [of('avoidance', '应当回避这一检查对象')];
    if (officer.certificateUntil !== null && officer.certificateUntil < visit.date)
      return [of('certificate', `的执法证件 ${officer.certificateUntil} 到期，早于检查日期`)];
    const leave = leaveOn(officer.leaves, visit.date);
    return leave ? [of('leave', `请假（${leave.from} 至 ${leave.to}）`)] : [];
  });
  if (ids.length === 2) return conflicts;
  const message = ids.length === 0 ? '没有排到执法人员' : '只有一名执法人员';
  return [{ code: 'no_pair', message, step: 'exchange', officerId: null }, ...conflicts];
}

const ofDay = ({ date }: CalendarVisit, info: DayInfo): Conflict[] =>
  info.working
    ? []
    : [{ code: 'not_working', message: `${date} 是${info.reason}，不是工作日`, step: 'move', officerId: null }];

/** Nobody goes with two partners on one day, and no pair makes more visits than its day holds. */
function ofCompany(
  visit: CalendarVisit,
  sameDay: readonly CalendarVisit[],
  officers: ReadonlyMap<string, CalendarOfficer>,
): Conflict[] {
  const ids = officersOf(visit);
  if (ids.length < 2) return [];
  const own = pairKey(visit);
  const conflicts: Conflict[] = [];
  for (const id of ids) {
    const others = sameDay.filter((other) => pairKey(other) !== own && officersOf(other).includes(id));
    if (others.length > 0)
      conflicts.push({
        code: 'double_booked',
        message: `${officers.get(id)?.name ?? id}当日还编在另一组（${others.length} 户）`,
        step: 'move',
        officerId: id,
      });
  }
  const limits = sameDay.filter((other) => pairKey(other) === own).map(({ visitsPerDay }) => visitsPerDay);
  const limit = Math.min(...limits.filter((value) => value !== null));
  if (limits.length > limit)
    conflicts.push({
      code: 'pair_full',
      message: `这一组当日排了 ${limits.length} 户，超过每日 ${limit} 户`,
      step: 'move',
      officerId: null,
    });
  return conflicts;
}

function ofTerm({ date, window }: CalendarVisit): Conflict[] {
  if (!window || (window.from <= date && date <= window.to)) return [];
  const term = `第 ${window.batchNo} 批的时段（${window.from} 至 ${window.to}）`;
  return [{ code: 'out_of_window', message: `检查日期不在${term}内`, step: 'move', officerId: null }];
}

function ofSubject(visit: CalendarVisit, sameMonth: readonly CalendarVisit[]): Conflict[] {
  const other = sameMonth.find(({ id }) => id !== visit.id);
  if (!other) return [];
  const done = other.state === 'inspected' ? '已检查过' : '还安排了检查';
  const message = `同一对象当月${done}（${formatZh(other.date).slice(5)}），可以合并为一次`;
  return [{ code: 'twice_in_month', message, step: 'merge', officerId: null }];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
