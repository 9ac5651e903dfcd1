import { fromDayNumber, toDayNumber } from '#shared/kernel/dates';
import type { DateCell, ErrorCell } from './table';

const lastDay = toDayNumber('9999-12-31');
const day0 = { from1904: toDayNumber('1904-01-01'), before1900March: toDayNumber('1899-12-31') } as const;

/**
 * Excel's day count as a date. The 1900 system counts a 29 February 1900 that never was (60), so days before it stand
 * one off; 60 itself and 0 (`1900-01-00`, typical of a formula on an empty cell) are no dates.
 *
 * @example serialToDate(45000.5, false) // { date: '2023-03-15', time: '12:00:00' }
 */
export function serialToDate(serial: number, date1904: boolean): DateCell | ErrorCell {
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  let dayNumber = Number.NaN;
  if (date1904) dayNumber = day >= 0 ? day0.from1904 + day : Number.NaN;
  else if (day > 60) dayNumber = day0.before1900March + day - 1;
  else if (day > 0 && day < 60) dayNumber = day0.before1900March + day;
  if (!(dayNumber <= lastDay)) return { error: `日期无效（Excel 日期序号 ${serial}）` };
  const time = clockTime(seconds - day * 86_400);
  return time === '00:00:00' ? { date: fromDayNumber(dayNumber) } : { date: fromDayNumber(dayNumber), time };
}

/** `HH:MM:SS` of a number of seconds below one day. */
export function clockTime(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The ISO 8601 text of a `t="d"` cell (strict workbooks). */
export function isoToDate(text: string): DateCell | ErrorCell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text);
  const date = match?.[1];
  if (date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return { error: `日期无效（${text}）` };
  const time = match?.[2];
  return time === undefined || time === '00:00:00' ? { date } : { date, time };
}
