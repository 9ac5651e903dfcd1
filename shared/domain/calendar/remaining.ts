import { addDays, daysBetween, type IsoDate } from '../../kernel/dates';
import { type Calendar, isWorkingDay, requireDate } from './calendar';

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export type WorkingDays = { readonly days: number; readonly estimated: boolean };

/**
 * Counts working days the way terms do: `workingDaysBetween(a, deadline(a, n working days).date)` is n.
 *
 * @throws AppError `bad_input` when a day does not exist
 * @example workingDaysBetween('2026-09-24', '2026-09-30', calendar).days // 3
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: Calendar): WorkingDays {
  requireDate(from);
  requireDate(to);
  const [early, late] = from <= to ? [from, to] : [to, from];
  let days = 0;
  let estimated = false;
  for (let day = addDays(early, 1); day <= late; day = addDays(day, 1)) {
    const info = isWorkingDay(calendar, day);
    if (info.working) days += 1;
    estimated ||= info.estimated;
  }
  return { days: from <= to || days === 0 ? days : -days, estimated };
}

export type Remaining = {
  readonly overdue: boolean;
  /** Working days left; when overdue, working days past the due day, negative. */
  readonly workingDays: number;
  readonly estimated: boolean;
  readonly text: string;
};

/**
 * How much time is left until the due day, in words for lists.
 *
 * @throws AppError `bad_input` when a day does not exist
 * @example remaining('2026-09-24', '2026-09-30', calendar).text // '还剩 3 个工作日'
 */
export function remaining(today: IsoDate, due: IsoDate, calendar: Calendar): Remaining {
  const { days, estimated } = workingDaysBetween(today, due, calendar);
  return { overdue: due < today, workingDays: days, estimated, text: remainingText(today, due, days) };
}

function remainingText(today: IsoDate, due: IsoDate, workingDays: number): string {
  if (due === today) return '今天到期';
  if (workingDays > 0) return `还剩 ${workingDays} 个工作日`;
  if (workingDays < 0) return `已逾期 ${-workingDays} 个工作日`;
  const days = Math.abs(daysBetween(today, due));
  return due > today ? `还剩 ${days} 天，其间没有工作日` : `已逾期 ${days} 天，其间没有工作日`;
}
