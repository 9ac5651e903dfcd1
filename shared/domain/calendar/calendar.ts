import { addDays, type IsoDate, isIsoDate, weekday } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { CalendarPack, CalendarYear, CountingRule } from './calendar-pack';

/** The official years put together. A year that is not in `years` is only estimated from weekends. */
export type Calendar = {
  readonly years: ReadonlyMap<number, CalendarYear>;
  /** Day off → name of the holiday. */
  readonly off: ReadonlyMap<IsoDate, string>;
  readonly work: ReadonlySet<IsoDate>;
  readonly countingRules: ReadonlyMap<string, CountingRule>;
};

export type DayKind = 'workday' | 'makeup' | 'holiday' | 'weekend';

export type DayInfo = {
  readonly working: boolean;
  readonly kind: DayKind;
  /** `工作日`, `调休上班`, `中秋节放假`, `周六`. */
  readonly reason: string;
  /** No verified official notice for the year: only weekends are known. */
  readonly estimated: boolean;
};

/**
 * Puts calendar packs together. Of one pack id only the highest version counts; a later pack in the list replaces
 * the years and rules of an earlier one, so the office's own year files go last.
 *
 * @example buildCalendar([cnHolidays, cnCountingRules]).years.has(2026) // true
 */
export function buildCalendar(packs: readonly CalendarPack[]): Calendar {
  const years = new Map<number, CalendarYear>();
  const countingRules = new Map<string, CountingRule>();
  for (const pack of packs) {
    if (packs.some((other) => other.id === pack.id && other.version > pack.version)) continue;
    for (const year of pack.years) years.set(year.year, year);
    for (const rule of pack.countingRules) countingRules.set(rule.id, rule);
  }
  const off = new Map<IsoDate, string>();
  const work = new Set<IsoDate>();
  // In order of years: where two notices speak of one day, the newer one decides.
  for (const entry of [...years.values()].sort((a, b) => a.year - b.year)) {
    for (const range of entry.off) {
      for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
        off.set(day, range.name);
        work.delete(day);
      }
    }
    for (const day of entry.work) {
      work.add(day);
      off.delete(day);
    }
  }
  return { years, off, work, countingRules };
}

/**
 * The calendar of these packs in which the given years stand in place of those of the packs, or beside them.
 *
 * @example withYears(shipped, [year2027]).years.get(2027) === year2027 // true
 */
export function withYears(packs: readonly CalendarPack[], years: readonly CalendarYear[]): Calendar {
  const own: CalendarPack = {
    id: 'office-years',
    kind: 'calendar',
    version: 1,
    title: '本机导入的年份',
    status: 'office',
    effectiveFrom: '1990-01-01',
    effectiveTo: null,
    years: [...years],
    countingRules: [],
  };
  return buildCalendar([...packs, own]);
}

/**
 * Is this day worked, and why (not)?
 *
 * @throws AppError `bad_input` when the day does not exist
 * @example isWorkingDay(calendar, '2026-10-10').reason // '调休上班'
 */
export function isWorkingDay(calendar: Calendar, date: IsoDate): DayInfo {
  requireDate(date);
  const estimated = !(calendar.years.get(Number(date.slice(0, 4)))?.verified ?? false);
  if (calendar.work.has(date)) return { working: true, kind: 'makeup', reason: '调休上班', estimated };
  const holiday = calendar.off.get(date);
  if (holiday !== undefined) return { working: false, kind: 'holiday', reason: `${holiday}放假`, estimated };
  const day = weekday(date);
  if (day < 6) return { working: true, kind: 'workday', reason: '工作日', estimated };
  return { working: false, kind: 'weekend', reason: day === 6 ? '周六' : '周日', estimated };
}

/** @throws AppError `bad_input` when the day does not exist */
export function requireDate(date: string): void {
  if (!isIsoDate(date)) throw new AppError('bad_input', `日期“${date}”不存在，请按 2026-11-23 的格式填写。`);
}
