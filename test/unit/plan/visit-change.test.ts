import { describe, expect, it } from 'vitest';
import type { DayInfo } from '#shared/domain/calendar/calendar';
import { drawnPair, exchangeOfficer } from '#shared/domain/plan/visit-change';
import { type CalendarOfficer, type CalendarVisit, findConflicts } from '#shared/domain/plan/visit-conflicts';

const pair = (officer1Id: string | null, officer2Id: string | null) => ({ officer1Id, officer2Id });
const place = (officer1Id: string | null, officer2Id: string | null) => ({
  date: '2026-03-02',
  officer1Id,
  officer2Id,
  state: 'planned',
});

describe('exchangeOfficer', () => {
  it('puts the new one in the place of the old one, or the first empty place', () => {
    expect(exchangeOfficer(pair('a', 'b'), { outId: 'a', inId: 'c' })).toEqual(pair('c', 'b'));
    expect(exchangeOfficer(pair(null, null), { outId: null, inId: 'c' })).toEqual(pair('c', null));
    expect(exchangeOfficer(pair('a', null), { outId: null, inId: 'c' })).toEqual(pair('a', 'c'));
  });

  it('never makes a pair of one person, and never removes one who is not there', () => {
    expect(() => exchangeOfficer(pair('a', 'b'), { outId: 'a', inId: 'b' })).toThrow('已经在这次检查中');
    expect(() => exchangeOfficer(pair('a', 'b'), { outId: 'x', inId: 'c' })).toThrow('已经不在这次检查中');
    expect(() => exchangeOfficer(pair('a', 'b'), { outId: null, inId: 'c' })).toThrow('已经不在这次检查中');
  });
});

describe('drawnPair', () => {
  it('leads back over several changes to the pair that was drawn', () => {
    const changes = [
      { before: place('a', 'b'), after: place('a', 'c') },
      { before: place('a', 'c'), after: place('a', 'c') },
      { before: place('a', 'c'), after: place('d', 'c') },
    ];
    expect(drawnPair(pair('d', 'c'), changes)).toEqual({ ok: true, ...pair('a', 'b') });
    expect(drawnPair(pair('a', 'b'), [])).toEqual({ ok: true, ...pair('a', 'b') });
  });

  it('does not lead back over a gap in the entries', () => {
    const changes = [{ before: place('a', 'b'), after: place('a', 'c') }];
    expect(drawnPair(pair('a', 'b'), changes).ok).toBe(false);
    expect(drawnPair(pair('e', 'c'), [...changes, { before: place('a', 'd'), after: place('e', 'c') }]).ok).toBe(false);
  });
});

const officer = (id: string, change: Partial<CalendarOfficer> = {}): CalendarOfficer => ({
  id,
  name: `${id}某`,
  active: true,
  certificateUntil: null,
  leaves: [],
  ...change,
});
const visit = (id: string, change: Partial<CalendarVisit> = {}): CalendarVisit => ({
  id,
  subjectId: `s-${id}`,
  date: '2026-03-02',
  state: 'planned',
  officer1Id: 'a',
  officer2Id: 'b',
  window: null,
  visitsPerDay: 3,
  ...change,
});
const WORKING: DayInfo = { working: true, kind: 'workday', reason: '工作日', estimated: false };
const codesOf = (
  visits: readonly CalendarVisit[],
  {
    officers = [officer('a'), officer('b'), officer('c')],
    avoidances = [] as readonly string[],
    dayInfo = () => WORKING,
  } = {},
) => {
  const found = findConflicts({
    visits,
    officers: new Map(officers.map((one) => [one.id, one])),
    avoidances: new Set(avoidances),
    dayInfo,
  });
  return Object.fromEntries([...found].map(([id, conflicts]) => [id, conflicts.map(({ code }) => code)]));
};

describe('findConflicts', () => {
  it('finds nothing in a day as it should be', () => {
    expect(codesOf([visit('1'), visit('2'), visit('3')])).toEqual({});
  });

  it.each<[string, Partial<CalendarOfficer>, readonly string[]]>([
    [
      'leave on the day itself, its first and last day included',
      { leaves: [{ from: '2026-03-02', to: '2026-03-02' }] },
      ['leave'],
    ],
    ['leave that ends the day before', { leaves: [{ from: '2026-02-01', to: '2026-03-01' }] }, []],
    ['a certificate whose last day is the day before', { certificateUntil: '2026-03-01' }, ['certificate']],
    ['a certificate whose last day is the day', { certificateUntil: '2026-03-02' }, []],
    ['an officer out of service', { active: false }, ['inactive']],
  ])('judges %s', (_what, change, codes) => {
    expect(codesOf([visit('1')], { officers: [officer('a'), officer('b', change)] })).toEqual(
      codes.length > 0 ? { 1: codes } : {},
    );
  });

  it('names an avoidance only for the subject it is of', () => {
    expect(codesOf([visit('1'), visit('2')], { avoidances: ['b|s-2'] })).toEqual({ 2: ['avoidance'] });
  });

  it('finds an officer in two pairs of one day, at both visits, but not two visits of one pair', () => {
    expect(codesOf([visit('1'), visit('2', { officer2Id: 'c' }), visit('3')])).toEqual({
      1: ['double_booked'],
      2: ['double_booked'],
      3: ['double_booked'],
    });
  });

  it('finds a pair with more visits than its day holds, whichever officer stands first', () => {
    const four = [visit('1'), visit('2'), visit('3', { officer1Id: 'b', officer2Id: 'a' }), visit('4')];
    expect(codesOf(four)['4']).toEqual(['pair_full']);
    expect(codesOf(four.map((one) => ({ ...one, visitsPerDay: null })))).toEqual({});
  });

  it('judges the term of the batch and two visits of a subject in one month, but not in two', () => {
    const window = { batchNo: 3, from: '2026-03-03', to: '2026-03-31' };
    expect(codesOf([visit('1', { window })])).toEqual({ 1: ['out_of_window'] });
    const twice = [visit('1', { subjectId: 's' }), visit('2', { subjectId: 's', date: '2026-03-30' })];
    expect(codesOf(twice)).toEqual({ 1: ['twice_in_month'], 2: ['twice_in_month'] });
    expect(codesOf([twice[0] as CalendarVisit, visit('2', { subjectId: 's', date: '2026-04-01' })])).toEqual({});
  });

  it('leaves cancelled visits out of account, and does not judge those that took place', () => {
    const others = [
      visit('2', { state: 'cancelled', officer2Id: 'c' }),
      visit('3', { state: 'inspected', officer2Id: 'c' }),
    ];
    expect(codesOf([visit('1'), ...others])).toEqual({ 1: ['double_booked'] });
  });

  it('finds a visit without officers, and a day that has become a holiday', () => {
    const holiday: DayInfo = { working: false, kind: 'holiday', reason: '春节放假', estimated: false };
    expect(codesOf([visit('1', { officer1Id: null, officer2Id: null })], { dayInfo: () => holiday })).toEqual({
      1: ['no_pair', 'not_working'],
    });
  });
});
