import { addDays, addMonths, daysBetween, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { type Calendar, isWorkingDay } from '../calendar/calendar';

export type BatchWindow = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Working days of the window, first to last; may be empty. */
  readonly days: readonly IsoDate[];
};

/**
 * When each batch is inspected. Twelve batches of a whole year are its months; fewer batches take months together. What
 * is left of a year that begins later is divided in the same way, by days where the months do not suffice.
 *
 * @param startOn first day of the plan; before the year it means 1 January
 * @throws AppError `bad_input` when the plan would begin after its year or no working day is left
 * @example batchWindows(2026, '2026-01-01', 12, calendar)[1]?.days[0] // '2026-02-02'
 */
export function batchWindows(year: number, startOn: IsoDate, batches: number, calendar: Calendar): BatchWindow[] {
  const last = `${year}-12-31`;
  const start = startOn < `${year}-01-01` ? `${year}-01-01` : startOn;
  if (start > last) throw new AppError('bad_input', `计划开始日期 ${startOn} 晚于 ${year} 年，请改为该年度内的日期。`);
  const windows = starts(start, last, batches).map((from, index, all) => {
    const next = all[index + 1];
    const to = next === undefined ? last : addDays(next, -1);
    return { from, to, days: workingDays(from, to, calendar) };
  });
  if (windows.every((window) => window.days.length === 0))
    throw new AppError('bad_input', `自 ${start} 至年底没有工作日，请提前计划开始日期。`);
  return windows;
}

function starts(start: IsoDate, last: IsoDate, batches: number): IsoDate[] {
  const months = 13 - Number(start.slice(5, 7));
  const days = daysBetween(start, last) + 1;
  return Array.from({ length: batches }, (_, index) => {
    if (index === 0) return start;
    if (batches > months) return addDays(start, Math.floor((index * days) / batches));
    return addMonths(`${start.slice(0, 7)}-01`, Math.floor((index * months) / batches));
  });
}

function workingDays(from: IsoDate, to: IsoDate, calendar: Calendar): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day).working) days.push(day);
  return days;
}
