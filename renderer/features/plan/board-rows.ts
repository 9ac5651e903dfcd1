import type { ConflictCode } from '#shared/domain/plan/visit-conflicts';
import type { RouteOutput } from '#shared/ipc/contract';
import { addDays, addMonths, type IsoDate, weekday } from '#shared/kernel/dates';
import { monthOf, monthWeeks } from './month-grid';

export type BoardView = 'batch' | 'pair' | 'week';
type Calendar = RouteOutput<'plan.list-calendar'>;
export type BoardVisit = Calendar['visits'][number];
export type BoardDay = Calendar['days'][number];
type Cell = { readonly day: BoardDay; readonly visits: readonly BoardVisit[] } | null;
export type BoardRow = { readonly key: string; readonly label: string | null; readonly cells: readonly Cell[] };
export type Place = { readonly row: string; readonly day: BoardDay };

/** The days that a view shows around one of them: its month, or its week from Monday to Sunday. */
export function rangeOf(view: BoardView, date: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  if (view === 'batch') return { from: monthOf(date), to: addDays(addMonths(monthOf(date), 1), -1) };
  const from = addDays(date, 1 - weekday(date));
  return { from, to: addDays(from, 6) };
}

/** One page further or back. */
export const turn = (view: BoardView, date: IsoDate, by: -1 | 1): IsoDate =>
  view === 'batch' ? addMonths(monthOf(date), by) : addDays(date, 7 * by);

/** The pair in words; also what two visits of one pair have in common. */
export const pairWords = ({ officers }: Pick<BoardVisit, 'officers'>): string =>
  officers.length === 0
    ? '没有排到人员'
    : officers
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b, 'zh-CN'))
        .join('、');

/** A batch of a plan, or all visits arranged by hand. */
export const batchKey = ({ planId, batchNo }: Pick<BoardVisit, 'planId' | 'batchNo'>): string =>
  planId === null ? 'hand' : `${planId} ${batchNo}`;

/** The visits in rows of seven days, Monday first: weeks of a month, pairs of a week, or the one week. */
export function arrange(
  view: BoardView,
  date: IsoDate,
  { days, visits }: { readonly days: readonly BoardDay[]; readonly visits: readonly BoardVisit[] },
): readonly BoardRow[] {
  const dayOf = new Map(days.map((day) => [day.date, day]));
  const cellsOf = (dates: readonly (IsoDate | null)[], of: readonly BoardVisit[]): readonly Cell[] => {
    const byDay = Map.groupBy(of, (visit) => visit.date);
    return dates.map((on) => {
      const day = on === null ? undefined : dayOf.get(on);
      return day ? { day, visits: (byDay.get(day.date) ?? []).toSorted(urgentFirst) } : null;
    });
  };
  if (view === 'batch')
    return monthWeeks(date).map((week) => ({
      key: week.find((on) => on !== null) ?? '',
      label: null,
      cells: cellsOf(week, visits),
    }));
  const { from } = rangeOf(view, date);
  const week = Array.from({ length: 7 }, (_, at) => addDays(from, at));
  if (view === 'week') return [{ key: from, label: null, cells: cellsOf(week, visits) }];
  const shown = visits.filter((visit) => week.includes(visit.date));
  return [...Map.groupBy(shown, pairWords)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'zh-CN'))
    .map(([pair, own]) => ({ key: pair, label: pair, cells: cellsOf(week, own) }));
}

/** What stands in somebody's way is seen first, what is done last. */
const urgentFirst = (a: BoardVisit, b: BoardVisit): number => weight(a) - weight(b);
const weight = ({ state, conflicts }: BoardVisit): number => (state !== 'planned' ? 2 : conflicts.length > 0 ? 0 : 1);

/** Why a visit cannot be put there, in one sentence; null when it can. */
export function refusalOf(visit: BoardVisit, { row, day }: Place, view: BoardView, today: IsoDate): string | null {
  if (visit.state !== 'planned') return `${visit.subjectName} 的检查已经办理，不能改期。`;
  if (view === 'pair' && row !== pairWords(visit))
    return '拖动只改日期，不换人；请拖到同一组的另一天，要换人请在“需要处理”中更换人员。';
  if (day.date < today) return `检查不能改到今天（${today}）以前，请改选一天。`;
  if (!day.working) return `${day.date} 是${day.reason}，不是工作日，请改选一个工作日。`;
  return null;
}

/** The next working day after or before one, from today on; undefined where the known days end. */
export function neighbourDay(
  days: readonly BoardDay[],
  date: IsoDate,
  by: -1 | 1,
  today: IsoDate,
): IsoDate | undefined {
  const fit = days.filter((day) => day.working && day.date >= today);
  return (by === 1 ? fit.find((day) => day.date > date) : fit.findLast((day) => day.date < date))?.date;
}

export const conflictWords: Record<ConflictCode, string> = {
  no_pair: '缺人员',
  inactive: '人员停用',
  avoidance: '应当回避',
  certificate: '证件到期',
  leave: '请假',
  not_working: '非工作日',
  double_booked: '重复编组',
  pair_full: '当日排满',
  out_of_window: '不在批次时段',
  twice_in_month: '同月两次',
};
