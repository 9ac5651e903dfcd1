import { describe, expect, it } from 'vitest';
import {
  arrange,
  type BoardDay,
  type BoardVisit,
  neighbourDay,
  rangeOf,
  refusalOf,
  turn,
} from '../../../renderer/features/plan/board-rows';
import { addDays } from '../../../shared/kernel/dates';

const OFF = ['2026-12-05', '2026-12-06', '2026-12-12', '2026-12-13'];
const days: readonly BoardDay[] = Array.from({ length: 31 }, (_, at) => {
  const date = addDays('2026-12-01', at);
  const working = !OFF.includes(date);
  return { date, working, reason: working ? '工作日' : '周末', estimated: false };
});
const day = (date: string): BoardDay => days.find((one) => one.date === date) as BoardDay;

const visit = (id: string, date: string, names: readonly string[], more: Partial<BoardVisit> = {}): BoardVisit => ({
  ...{ id, planId: 'p', planTitle: '计划', subjectId: id, subjectName: `${id}公司`, address: null },
  ...{ batchNo: 1, date, state: 'planned', inspectionId: null, conflicts: [] },
  officers: names.map((name) => ({ id: name, name, certificateNo: name })),
  ...more,
});
const ids = (row: ReturnType<typeof arrange>[number] | undefined) =>
  row?.cells.map((cell) => cell?.visits.map(({ id }) => id).join(' ') ?? null);

describe('the visit calendar', () => {
  it('puts every visit of a month under its day once, also the first and the last', () => {
    const visits = [visit('a', '2026-12-01', ['甲', '乙']), visit('z', '2026-12-31', ['甲', '乙'])];
    const rows = arrange('batch', '2026-12-15', { days, visits });
    expect(ids(rows[0])).toEqual([null, 'a', '', '', '', '', '']);
    expect(ids(rows.at(-1))).toEqual(['', '', '', 'z', null, null, null]);
  });

  it('gives a pair one row whichever of the two was drawn first, and leaves other weeks out', () => {
    const visits = [
      visit('a', '2026-12-07', ['甲', '乙']),
      visit('b', '2026-12-08', ['乙', '甲']),
      visit('c', '2026-12-08', []),
      visit('d', '2026-12-14', ['丙', '丁']),
    ];
    const rows = arrange('pair', '2026-12-09', { days, visits });
    expect(rows).toHaveLength(2);
    expect(ids(rows.find(({ label }) => label !== '没有排到人员'))).toEqual(['a', 'b', '', '', '', '', '']);
    expect(ids(rows.find(({ label }) => label === '没有排到人员'))).toEqual(['', 'c', '', '', '', '', '']);
  });

  it('shows what stands in the way before what is in order, and what is done last', () => {
    const conflicts: BoardVisit['conflicts'] = [
      { code: 'leave', message: '甲请假', step: 'exchange', officerId: '甲' },
    ];
    const visits = [
      visit('done', '2026-12-07', ['甲', '乙'], { state: 'inspected' }),
      visit('fine', '2026-12-07', ['甲', '乙']),
      visit('stuck', '2026-12-07', ['甲', '乙'], { conflicts }),
    ];
    expect(ids(arrange('week', '2026-12-09', { days, visits })[0])?.[0]).toBe('stuck fine done');
  });

  it('turns whole months and weeks, a month from its 31st without a jump over February', () => {
    expect(rangeOf('week', '2026-12-13')).toEqual({ from: '2026-12-07', to: '2026-12-13' });
    expect(rangeOf('batch', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(turn('batch', '2026-01-31', 1)).toBe('2026-02-01');
    expect(turn('pair', '2026-12-28', 1)).toBe('2027-01-04');
  });

  it('refuses in words a day off, the past, another pair and what is done', () => {
    const own = visit('a', '2026-12-07', ['甲', '乙']);
    const today = '2026-12-03';
    expect(refusalOf(own, { row: '', day: day('2026-12-05') }, 'batch', today)).toContain('2026-12-05 是周末');
    expect(refusalOf(own, { row: '', day: day('2026-12-02') }, 'week', today)).toContain('2026-12-03');
    expect(refusalOf(own, { row: '丙、丁', day: day('2026-12-08') }, 'pair', today)).toContain('不换人');
    expect(refusalOf({ ...own, state: 'inspected' }, { row: '', day: day('2026-12-08') }, 'batch', today)).toContain(
      '已经办理',
    );
    expect(refusalOf(own, { row: '', day: day('2026-12-03') }, 'batch', today)).toBeNull();
  });

  it('steps over days off, and never before today', () => {
    expect(neighbourDay(days, '2026-12-04', 1, '2026-12-03')).toBe('2026-12-07');
    expect(neighbourDay(days, '2026-12-07', -1, '2026-12-03')).toBe('2026-12-04');
    expect(neighbourDay(days, '2026-12-03', -1, '2026-12-03')).toBeUndefined();
    expect(neighbourDay(days, '2026-11-02', 1, '2026-12-03')).toBe('2026-12-03');
  });
});
