import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#shared/domain/calendar/calendar';
import type { PlanOfficer } from '#shared/domain/plan/assign-officers';
import { batchWindows } from '#shared/domain/plan/batch-windows';
import { previewPlan } from '#shared/domain/plan/plan';
import { schedule } from '#shared/domain/plan/schedule';
import { calendar } from '../calendar/shipped-calendar';
import { type Built, buildPlan, officer, officers, pack, planInput, subject, subjects } from './plan-fixtures';

const mixed = [
  ...subjects(53),
  ...subjects(4, { flags: ['abnormal_list'] }, 100),
  ...subjects(30, { kind: 'trademark_agency' }, 200),
  ...subjects(3, { flags: ['inspected_this_year'] }, 300),
];

const codeOf = (number: number): string => subject(number).code;

/** What must hold of any plan, whoever is on leave. */
function checkVisits(
  { visits }: Pick<Built, 'visits'>,
  staff: readonly PlanOfficer[],
  visitsPerDay = pack.visitsPerDay,
): void {
  expect(new Set(visits.map((visit) => visit.code)).size).toBe(visits.length);
  const perPair = new Map<string, number>();
  const pairOf = new Map<string, string>();
  for (const visit of visits) {
    expect(isWorkingDay(calendar, visit.date)).toMatchObject({ working: true });
    if (!visit.officer1Id || !visit.officer2Id) continue;
    expect(visit.officer1Id).not.toBe(visit.officer2Id);
    const pair = `${visit.date} ${visit.officer1Id} ${visit.officer2Id}`;
    perPair.set(pair, (perPair.get(pair) ?? 0) + 1);
    for (const id of [visit.officer1Id, visit.officer2Id]) {
      const one = staff.find((candidate) => candidate.id === id);
      expect(one?.avoids).not.toContain(visit.code);
      expect(one?.leaves.some((leave) => leave.from <= visit.date && visit.date <= leave.to)).toBe(false);
      expect((one?.certificateUntil ?? '9999') >= visit.date).toBe(true);
      const place = `${visit.date} ${id}`;
      expect(pairOf.get(place) ?? pair).toBe(pair);
      pairOf.set(place, pair);
    }
  }
  expect(Math.max(...perPair.values())).toBeLessThanOrEqual(visitsPerDay);
}

describe('a year of 750 agencies', () => {
  const plan = buildPlan(planInput());

  it('180 visits in 12 batches of 15, one batch a month, all on working days', () => {
    expect(plan.total).toBe(180);
    expect(plan.spread.batches).toEqual(Array(12).fill(15));
    expect(plan.visits).toHaveLength(180);
    for (const visit of plan.visits) expect(Number(visit.date.slice(5, 7))).toBe(visit.batchNo);
    expect(plan.problems).toEqual([]);
    checkVisits(plan, officers(8));
  });

  it('nobody gets more than one trip more than another', () => {
    const load = new Map<string, number>();
    for (const visit of plan.visits)
      for (const id of [visit.officer1Id, visit.officer2Id]) load.set(id ?? '', (load.get(id ?? '') ?? 0) + 1);
    expect(load.size).toBe(8);
    expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(pack.visitsPerDay);
  });
});

describe('a mixed year', () => {
  const plan = buildPlan(planInput({ subjects: mixed }));

  it('shares, exclusions and batches add up and the 100% list is complete', () => {
    expect(plan.strata.map(({ id, base, count }) => [id, base, count])).toEqual([
      ['listed_patent', 4, 4],
      ['listed_other', 0, 0],
      ['good_patent', 53, 13],
      ['good_other', 30, 7],
    ]);
    expect(plan.exclusions.map((exclusion) => exclusion.reason)).toEqual(Array(3).fill('本年度已接受现场检查'));
    expect(plan.spread.batches.reduce((sum, size) => sum + size, 0)).toBe(plan.total);
    expect(plan.visits).toHaveLength(24);
    const listed = plan.visits.filter((visit) => visit.stratum === 'listed_patent').map((visit) => visit.code);
    expect(listed.sort()).toEqual([100, 101, 102, 103].map(codeOf));
    const sizes = plan.spread.batches.map((_, i) => plan.visits.filter((visit) => visit.batchNo === i + 1).length);
    expect(sizes).toEqual(plan.spread.batches);
  });

  it('the order of subjects and officers does not change anything', () => {
    const again = buildPlan(planInput({ subjects: [...mixed].reverse(), officers: officers(8).reverse() }));
    expect(again).toEqual(plan);
  });

  it('the preview announces the list that is drawn from', () => {
    const preview = previewPlan(planInput({ subjects: mixed }));
    expect(preview.population).toEqual(plan.population);
    expect(preview.strata).toEqual(plan.strata);
    expect(preview.strata[2]).toMatchObject({ inspectionKind: 'double_random', verified: true, ratio: '24%' });
  });

  it('each visit keeps key and rank, and earlier batches hold the smaller keys of a stratum', () => {
    const good = plan.visits.filter((visit) => visit.stratum === 'good_patent');
    expect(good.map((visit) => visit.rank).sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    for (const visit of good)
      for (const other of good) if (visit.batchNo < other.batchNo) expect(visit.key < other.key).toBe(true);
  });
});

describe('officers', () => {
  it('avoidance, leave and certificates are kept and every skip is written down', () => {
    const staff = [
      officer('o1', { avoids: mixed.map((one) => one.code) }),
      officer('o2', { load: 1, certificateUntil: '2026-06-30' }),
      officer('o3', { load: 1, leaves: [{ from: '2026-03-01', to: '2026-05-31' }] }),
      officer('o4', { load: 1, certificateUntil: null }),
      officer('o5', { load: 1 }),
      officer('o6', { load: 1, avoids: [100, 101, 102, 103].map(codeOf) }),
    ];
    const plan = buildPlan(planInput({ subjects: mixed, officers: staff }));
    checkVisits(plan, staff);
    expect(plan.problems).toEqual([]);
    const skips = plan.visits.flatMap((visit) => visit.skips);
    // o1 never went and never goes, so has the fewest visits and is asked first whenever a new pair is made.
    const trips = new Set(plan.visits.map((visit) => `${visit.date} ${visit.officer1Id} ${visit.officer2Id}`));
    const askedFirst = skips.filter((skip) => skip.officerId === 'o1');
    expect(askedFirst.map((skip) => skip.reason)).toEqual(Array(trips.size).fill('avoidance'));
    const expired = skips.filter((skip) => skip.officerId === 'o2' && skip.date > '2026-06-30');
    expect(new Set(expired.map((skip) => skip.reason))).toEqual(new Set(['certificate_expired']));
    expect(skips.some((skip) => skip.officerId === 'o3' && skip.reason === 'leave')).toBe(true);
  });

  it('one officer only: the draw stands, the plan says that two are needed', () => {
    const plan = buildPlan(planInput({ officers: officers(1) }));
    expect(plan.visits).toHaveLength(180);
    expect(plan.visits.every((visit) => visit.officer1Id === null && visit.officer2Id === null)).toBe(true);
    expect(plan.problems).toHaveLength(1);
    expect(plan.problems[0]?.message).toContain('只有 1 名');
  });

  it('a subject that all avoid is a problem of that visit, and the others go on', () => {
    const staff = officers(4).map((one) => ({ ...one, avoids: [codeOf(100)] }));
    const plan = buildPlan(planInput({ subjects: mixed, officers: staff }));
    const [visit] = plan.visits.filter((one) => one.code === codeOf(100));
    expect(visit).toMatchObject({ officer1Id: null, officer2Id: null });
    expect(visit?.skips.map((skip) => skip.reason)).toEqual(Array(4).fill('avoidance'));
    expect(plan.problems).toEqual([{ code: subject(100).code, message: expect.stringContaining('回避 4 人') }]);
    expect(plan.visits.filter((one) => one.officer1Id === null)).toHaveLength(1);
  });

  it('certificates that end in spring leave later visits open instead of sending an officer without one', () => {
    const staff = officers(3).map((one) => ({ ...one, certificateUntil: '2026-04-30' }));
    const plan = buildPlan(planInput({ subjects: mixed, officers: staff }));
    checkVisits(plan, staff);
    const open = plan.visits.filter((visit) => visit.officer1Id === null);
    expect(open.every((visit) => visit.batchNo > 4)).toBe(true);
    expect(plan.problems).toHaveLength(open.length);
    expect(plan.problems[0]?.message).toContain('执法证件到期 3 人');
  });

  it('a batch that does not fit its month goes on to the next working days, and that is said', () => {
    const small = { ...pack, visitsPerDay: 1 };
    const plan = buildPlan(
      planInput({
        pack: small,
        subjects: subjects(40, { flags: ['abnormal_list'] }),
        officers: officers(2),
        startOn: '2026-12-25',
      }),
    );
    checkVisits(plan, officers(2), 1);
    const days = plan.visits.filter((visit) => visit.officer1Id !== null).map((visit) => visit.date);
    expect([...new Set(days)].sort()).toEqual(['2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']);
    expect(days).toHaveLength(5);
    expect(plan.problems.filter((problem) => problem.message.includes('配不齐'))).toHaveLength(35);
    expect(plan.problems.some((problem) => problem.message.includes('当日检查已排满 2 人'))).toBe(true);
  });

  it('the same officer twice in the list is refused', () => {
    expect(() => buildPlan(planInput({ officers: [officer('o1'), officer('o1')] }))).toThrow('出现两次');
  });
});

describe('dates', () => {
  it('a plan that begins in May divides the rest of the year and never looks back', () => {
    const plan = buildPlan(planInput({ startOn: '2026-05-20' }));
    checkVisits(plan, officers(8));
    expect(plan.visits.every((visit) => visit.date >= '2026-05-20' && visit.date <= '2026-12-31')).toBe(true);
    expect(new Set(plan.visits.map((visit) => visit.batchNo)).size).toBe(12);
  });

  it('windows of four batches are quarters, without gap or overlap', () => {
    const windows = batchWindows(2026, '2025-06-01', 4, calendar);
    expect(windows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-06-30',
      '2026-07-01 2026-09-30',
      '2026-10-01 2026-12-31',
    ]);
    expect(windows.flatMap((window) => window.days)).toHaveLength(248);
  });

  it('a start after the year, on no day, or after the last working day is refused', () => {
    expect(() => previewPlan(planInput({ startOn: '2027-01-01' }))).toThrow('晚于 2026 年');
    expect(() => previewPlan(planInput({ startOn: '2026-02-30' }))).toThrow('不存在');
    expect(() => previewPlan(planInput({ year: 2028, startOn: '2028-12-30' }))).toThrow('没有工作日');
  });

  it('a year without an official calendar is planned with a warning', () => {
    const { problems } = previewPlan(planInput({ year: 2027, startOn: '2027-01-01' }));
    expect(problems.map((problem) => problem.message).join()).toContain('没有 2027 年经核实的放假安排');
  });
});

describe('pools that cannot be drawn', () => {
  it('an empty pool is told in the preview and refused in the draw', () => {
    const input = planInput({ subjects: subjects(5, { kind: 'enterprise' }) });
    expect(previewPlan(input)).toMatchObject({ total: 0, exclusions: [] });
    expect(previewPlan(input).problems[0]?.message).toContain('候选名录为空');
    expect(() => buildPlan(input)).toThrow('候选名录为空');
  });

  it('a pack that asks for nobody is refused', () => {
    const none = { ...pack, strata: pack.strata.map((rule) => ({ ...rule, ratio: { numerator: 0, denominator: 1 } })) };
    expect(() => buildPlan(planInput({ pack: none }))).toThrow('应抽 0 个');
  });

  it('two subjects with one code are refused, whatever their strata', () => {
    const twice = [subject(1), subject(2, { code: subject(1).code, flags: ['abnormal_list'] })];
    expect(() => previewPlan(planInput({ subjects: twice }))).toThrow('出现两次');
  });

  it('batches above the limit of the pack are reported, not cut', () => {
    const { problems, total } = previewPlan(planInput({ pack: { ...pack, perBatch: 10 } }));
    expect(total).toBe(180);
    expect(problems[0]?.message).toContain('每批最多 15 个');
  });

  it('a list of picks that holds a subject twice is refused by the schedule', () => {
    const pick = { code: 'A', stratum: 'good', key: '00', rank: 1 };
    const windows = batchWindows(2026, '2026-01-01', 1, calendar).map(({ days }) => ({ batchNo: 1, days }));
    const input = {
      windows,
      officers: officers(2),
      visitsPerDay: 1,
      strata: new Map([['good', { shares: [2], skill: '' }]]),
    };
    expect(() => schedule({ ...input, picks: [pick, { ...pick, rank: 2 }] })).toThrow('抽中两次');
  });
});
