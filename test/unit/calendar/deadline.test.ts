import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#shared/domain/calendar/calendar';
import { deadline, type Term, type TermUnit } from '#shared/domain/calendar/deadline';
import { penaltyLawTerm } from '#shared/domain/calendar/penalty-law-term';
import { remaining, workingDaysBetween } from '#shared/domain/calendar/remaining';
import { calendar } from './shipped-calendar';

const dueOn = (from: string, count: number, unit: TermUnit, rollToWorkingDay = false) =>
  deadline(from, { count, unit, rollToWorkingDay }, calendar).date;

describe('working days', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2024-09-13', 1, '2024-09-14'],
    ['2026-03-02', 20, '2026-03-30'],
  ])('%s + %i ends on %s', (from, count, date) => {
    expect(dueOn(from, count, 'working_day')).toBe(date);
    expect(workingDaysBetween(from, date, calendar)).toEqual({ days: count, estimated: false });
  });

  it('every day passed over is explained once, in runs', () => {
    const due = deadline('2026-09-24', { count: 5, unit: 'working_day' }, calendar);
    expect(due.estimated).toBe(false);
    expect(due.steps).toEqual([
      { date: '2026-09-24', text: '2026年9月24日为起算事由发生之日，当日不计' },
      { date: '2026-09-25', text: '9月25日至27日 中秋节放假，不计' },
      { date: '2026-09-28', text: '9月28日至30日 计第 1 至第 3 个工作日' },
      { date: '2026-10-01', text: '10月1日至7日 国庆节放假，不计' },
      { date: '2026-10-08', text: '10月8日至9日 计第 4 至第 5 个工作日' },
      { date: '2026-10-09', text: '期满日为2026年10月9日' },
    ]);
  });

  it('make-up days and weekends are named as such', () => {
    const texts = deadline('2026-05-07', { count: 3, unit: 'working_day' }, calendar).steps.map((step) => step.text);
    expect(texts).toContain('5月9日 调休上班，计第 2 个工作日');
    expect(texts).toContain('5月10日 周日，不计');
  });

  it('a term that runs into a year without a notice says so once and is an estimate', () => {
    const due = deadline('2026-12-30', { count: 10, unit: 'working_day' }, calendar);
    expect(due).toMatchObject({ date: '2027-01-13', estimated: true });
    expect(due.steps.filter((step) => step.text.includes('2027年经核实'))).toHaveLength(1);
  });
});

describe('calendar days, months, years', () => {
  it.each([
    ['2026-09-24', 15, 'calendar_day', false, '2026-10-09'],
    ['2026-09-21', 10, 'calendar_day', false, '2026-10-01'],
    ['2026-09-21', 10, 'calendar_day', true, '2026-10-08'],
    ['2026-09-10', 10, 'calendar_day', true, '2026-09-20'],
    ['2026-05-10', 3, 'month', false, '2026-08-10'],
    ['2026-08-31', 6, 'month', false, '2027-02-28'],
    ['2024-02-29', 1, 'year', false, '2025-02-28'],
    ['2024-01-31', 1, 'month', false, '2024-02-29'],
    ['2025-11-15', 3, 'month', true, '2026-02-24'],
    ['2026-09-24', 0, 'calendar_day', false, '2026-09-24'],
  ] as const)('%s + %i %s (roll %s) ends on %s', (from, count, unit, roll, date) => {
    expect(dueOn(from, count, unit, roll)).toBe(date);
  });

  it('a missing day of the month is said', () => {
    const steps = deadline('2026-08-31', { count: 6, unit: 'month' }, calendar).steps;
    expect(steps[1]?.text).toBe('计算 6 个月，至2027年2月28日，该月没有对应日，以月末日为期满日');
  });

  it('rolling names the days off', () => {
    const due = deadline('2026-09-21', { count: 10, unit: 'calendar_day', rollToWorkingDay: true }, calendar);
    expect(due.steps.map((step) => step.text)).toContain('10月1日至7日 国庆节放假，期满日顺延');
  });

  it('a term in plain days needs no calendar, so an unknown year is no estimate, but rolling is', () => {
    const term: Term = { count: 30, unit: 'calendar_day' };
    expect(deadline('2027-01-01', term, calendar).estimated).toBe(false);
    expect(deadline('2027-01-01', { ...term, rollToWorkingDay: true }, calendar)).toMatchObject({
      date: '2027-02-01',
      estimated: true,
    });
  });
});

describe('bad terms', () => {
  it.each([-1, 1.5, Number.NaN, 5000])('a count of %s is refused instead of looping', (count) => {
    expect(() => deadline('2026-09-24', { count, unit: 'working_day' }, calendar)).toThrow('期限');
  });
  it('a day that does not exist is refused', () => {
    expect(() => deadline('2026-9-24', { count: 1, unit: 'working_day' }, calendar)).toThrow('2026-9-24');
    expect(() => workingDaysBetween('2026-09-24', '2026-13-01', calendar)).toThrow('2026-13-01');
  });
});

describe('行政处罚法 art. 85', () => {
  it.each([
    [2, 'working_day'],
    [3, 'working_day'],
    [5, 'working_day'],
    [7, 'working_day'],
    [10, 'calendar_day'],
    [15, 'calendar_day'],
    [90, 'calendar_day'],
  ])('%i days count as %s', (days, unit) => {
    expect(penaltyLawTerm(days, calendar)).toEqual({ count: days, unit });
  });
  it('without the rule it refuses instead of guessing', () => {
    expect(() => penaltyLawTerm(7, buildCalendar([]))).toThrow('期间计算规则');
  });
});

describe('remaining', () => {
  it.each([
    ['2026-09-24', '2026-09-30', '还剩 3 个工作日', false],
    ['2026-09-30', '2026-09-30', '今天到期', false],
    ['2026-10-09', '2026-09-30', '已逾期 2 个工作日', true],
    ['2026-10-02', '2026-09-30', '已逾期 2 天，其间没有工作日', true],
    ['2026-10-01', '2026-10-05', '还剩 4 天，其间没有工作日', false],
  ])('on %s, due %s: %s', (today, due, text, overdue) => {
    expect(remaining(today, due, calendar)).toMatchObject({ text, overdue });
  });
});
