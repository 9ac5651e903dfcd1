import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { buildCalendar, isWorkingDay } from '#shared/domain/calendar/calendar';
import { calendarPackSchema } from '#shared/domain/calendar/calendar-pack';
import { addDays } from '#shared/kernel/dates';
import { calendar, holidays } from './shipped-calendar';

function workdaysOf(year: number): number {
  let count = 0;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (isWorkingDay(calendar, day).working) count += 1;
  return count;
}

describe('shipped years', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('a holiday typed wrongly for %i would change its %i working days', (year, count) => {
    expect(workdaysOf(year)).toBe(count);
  });

  it.each([
    ['2026-02-23', false, '春节放假'],
    ['2026-02-28', true, '调休上班'],
    ['2026-10-10', true, '调休上班'],
    ['2026-10-08', true, '工作日'],
    ['2026-11-21', false, '周六'],
    ['2026-11-22', false, '周日'],
    ['2025-10-06', false, '国庆节、中秋节放假'],
  ])('%s is told with the right reason', (date, working, reason) => {
    expect(isWorkingDay(calendar, date)).toMatchObject({ working, reason, estimated: false });
  });

  it('a year without a notice must not look certain', () => {
    expect(isWorkingDay(calendar, '2027-10-01')).toEqual({
      working: true,
      kind: 'workday',
      reason: '工作日',
      estimated: true,
    });
  });

  it('a day that does not exist is refused instead of being a weekday', () => {
    expect(() => isWorkingDay(calendar, '2026-02-30')).toThrow('2026-02-30');
  });
});

describe('own year files', () => {
  const year = (change: object) => ({
    ...holidays,
    id: 'office-2027',
    years: [{ year: 2027, off: [], work: [], notice: { document: '测试通知' }, verified: true, ...change }],
  });
  const off = (from: string, to: string) => ({ from, to, name: '元旦' });

  it('an office file replaces the year of the shipped file and leaves the others', () => {
    const office = parsePack(calendarPackSchema, year({ year: 2026, off: [off('2026-06-01', '2026-06-01')] }), 'x');
    const merged = buildCalendar([holidays, office]);
    expect(isWorkingDay(merged, '2026-06-01').working).toBe(false);
    expect(isWorkingDay(merged, '2026-10-01').working).toBe(true);
    expect(isWorkingDay(merged, '2025-10-01').working).toBe(false);
  });

  it('an old version listed after the new one does not win', () => {
    const newer = parsePack(calendarPackSchema, { ...holidays, version: 2, years: [] }, 'x');
    expect(buildCalendar([newer, holidays]).years.size).toBe(0);
  });

  it('a notice that reaches into the December before it is kept', () => {
    const office = parsePack(calendarPackSchema, year({ off: [off('2026-12-31', '2027-01-02')] }), 'x');
    expect(isWorkingDay(buildCalendar([holidays, office]), '2026-12-31').reason).toBe('元旦放假');
  });

  it('an unverified year stays an estimate', () => {
    const office = parsePack(calendarPackSchema, year({ verified: false }), 'x');
    expect(isWorkingDay(buildCalendar([office]), '2027-03-01').estimated).toBe(true);
  });

  it.each([
    ['a make-up day on a Monday', { work: ['2027-01-04'] }],
    ['a day both off and worked', { off: [off('2027-01-01', '2027-01-03')], work: ['2027-01-02'] }],
    ['a day of another year', { off: [off('2025-01-01', '2025-01-01')] }],
    ['an end before its start', { off: [off('2027-01-03', '2027-01-01')] }],
    ['overlapping ranges', { off: [off('2027-01-01', '2027-01-03'), off('2027-01-03', '2027-01-04')] }],
    ['a day that does not exist', { work: ['2027-02-30'] }],
  ])('%s is refused', (_what, change) => {
    expect(() => parsePack(calendarPackSchema, year(change), 'x')).toThrow('x');
  });
});
