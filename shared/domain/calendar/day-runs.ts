import { addDays, formatZh, type IsoDate } from '../../kernel/dates';
import { type Calendar, type DayInfo, isWorkingDay } from './calendar';

/** Days in a row that count, or do not count, for the same reason. */
export type DayRun = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly info: DayInfo;
};

/** The days from `from` on, for as long as `more` says so, each with what the calendar knows of it. */
export function walkDays(calendar: Calendar, from: IsoDate, more: (info: DayInfo) => boolean): DayRun[] {
  const runs: DayRun[] = [];
  for (let date = from; ; date = addDays(date, 1)) {
    const info = isWorkingDay(calendar, date);
    const last = runs.at(-1);
    if (last && sameRun(last.info, info)) runs[runs.length - 1] = { ...last, to: date, days: last.days + 1 };
    else runs.push({ from: date, to: date, days: 1, info });
    if (!more(info)) return runs;
  }
}

function sameRun(a: DayInfo, b: DayInfo): boolean {
  if (a.kind !== b.kind || a.estimated !== b.estimated) return false;
  return a.kind !== 'holiday' || a.reason === b.reason;
}

/** @example rangeZh('2026-09-25', '2026-09-27', '2026-09-24') // '9月25日至27日' */
export function rangeZh(from: IsoDate, to: IsoDate, near: IsoDate): string {
  const start = from.slice(0, 4) === near.slice(0, 4) ? formatZh(from).slice(5) : formatZh(from);
  if (from === to) return start;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start}至${Number(to.slice(8))}日`;
  return `${start}至${from.slice(0, 4) === to.slice(0, 4) ? formatZh(to).slice(5) : formatZh(to)}`;
}
