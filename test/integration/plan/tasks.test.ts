import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RouteInput } from '#shared/ipc/contract';
import { addAgencies, announce, officeWithAgencies, PLAN_INPUT, visitsOf } from '../../support/draw';
import { expectAudited } from '../../support/engine';
import {
  createSubject,
  fillIn,
  finishedInspection,
  type Office,
  openOffice,
  rateNow,
  saveOfficer,
} from '../../support/office';
import { unzipText } from '../../support/unzip';

const arrangement = (office: Office, change: Partial<RouteInput<'plan.arrange'>> = {}): RouteInput<'plan.arrange'> => ({
  subjectId: office.subjectId,
  kind: 'special',
  date: '2026-12-01',
  officer1Id: office.zhang,
  officer2Id: office.li,
  cause: 'big_data',
  causeNote: '数据监测第12期',
  ...change,
});

const arrange = async (office: Office, change: Partial<RouteInput<'plan.arrange'>> = {}) =>
  (await office.call('plan.arrange', arrangement(office, change))).id;

const tasks = async (office: Office, filter: RouteInput<'plan.list-tasks'> = {}) =>
  (await office.call('plan.list-tasks', filter)).rows;

test('visits arranged by hand stand in one list with the drawn ones, each with its own kind', async () => {
  const office = await officeWithAgencies(0);
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const id = await arrange(office, { kind: 'desk_review' });
  const rows = await tasks(office, { state: 'planned' });
  expect(rows.map(({ planId: plan, kind, cause }) => [plan, kind, cause]).sort()).toEqual([
    [null, 'desk_review', 'big_data'],
    [planId, 'double_random', null],
  ]);
  expect((await tasks(office, { source: 'arranged' })).map((row) => row.id)).toEqual([id]);
  expect((await tasks(office, { kind: 'double_random' })).map((row) => row.planId)).toEqual([planId]);
  await expectAudited(office, [['plan.arrange', `visit:${id}`]]);
});

test.each([
  ['a day that has passed', { date: '2026-11-20' }, 'bad_input', '今天'],
  ['a Saturday', { date: '2026-12-05' }, 'bad_input', '工作日'],
  ['the same officer twice', { same: true }, 'bad_input', '同一人'],
  ['another cause without words', { cause: 'other', causeNote: '' }, 'bad_input', '具体原因'],
  ['a campaign that is not named', { cause: 'campaign' }, 'bad_input', '专项行动'],
] as const)('a visit on %s is refused in plain words and nothing is kept', async (_what, change, code, words) => {
  const office = await openOffice();
  const { same, ...rest } = { same: false, ...change };
  const input = arrangement(office, { ...rest, ...(same ? { officer2Id: office.zhang } : {}) });
  expect((await office.fails('plan.arrange', input, code)).message).toContain(words);
  expect(await tasks(office)).toEqual([]);
});

test('an officer on leave, with an expired certificate or who must withdraw cannot be sent', async () => {
  const office = await openOffice();
  await saveOfficer(office, '李示例', 'Y002', {
    id: office.li,
    leaves: [{ from: '2026-11-30', to: '2026-12-03', reason: '公出' }],
  });
  expect((await office.fails('plan.arrange', arrangement(office), 'bad_input')).message).toContain('请假');
  const wang = arrangement(office, { officer2Id: office.wang });
  await saveOfficer(office, '王示例', 'Y003', { id: office.wang, certificateUntil: '2026-11-30' });
  expect((await office.fails('plan.arrange', wang, 'bad_input')).message).toContain('到期');
  await saveOfficer(office, '王示例', 'Y003', { id: office.wang });
  await office.call('officer.add-avoidance', {
    officerId: office.wang,
    subjectId: office.subjectId,
    reason: '近亲属任职',
  });
  expect((await office.fails('plan.arrange', wang, 'bad_input')).message).toContain('回避');
});

test('a third on-site visit of the year needs a cause that allows it and a second person, and is written down', async () => {
  const office = await openOffice();
  await finishedInspection(office);
  await arrange(office, { cause: 'key_supervision' });
  // a desk review never counts, whatever else is planned
  await arrange(office, { kind: 'desk_review', cause: 'key_supervision', date: '2026-12-08' });
  const third = arrangement(office, { date: '2026-12-10' });
  const plain = { ...third, cause: 'key_supervision' } as const;
  expect((await office.fails('plan.arrange', plain, 'conflict')).message).toContain('年度上限 2 次');
  await office.fails('plan.arrange', third, 'bad_input');
  await office.fails('plan.arrange', { ...third, secondOfficerId: office.li }, 'forbidden');
  const id = await arrange(office, { date: '2026-12-10', secondOfficerId: office.wang });
  expect((await office.call('plan.get-task', { id })).overCap).toBe(true);
  const check = await office.call('plan.check-visit', { subjectId: office.subjectId, date: '2026-12-11' });
  expect(check.cap.visits.map(({ done }) => done)).toEqual([true, false, false]);
  expect(check.cap).toMatchObject({ cap: 2, over: true, verified: false });
});

test('an inspection above the cap cannot begin without cause and second person, nor through the back door of a visit', async () => {
  const office = await openOffice();
  await finishedInspection(office);
  await finishedInspection(office, { startedAt: '2026-09-22T09:00' });
  const begin = {
    subjectId: office.subjectId,
    kind: 'daily',
    method: 'on_site',
    checklistId: 'patent-agency',
    officer1Id: office.zhang,
    officer2Id: office.li,
    startedAt: '2026-10-12T09:00',
    place: '',
  } as const;
  await office.fails('inspection.create', begin, 'conflict');
  await office.call('inspection.create', { ...begin, method: 'desk', startedAt: '2026-10-13T09:00' });
  const overCap = { cause: 'complaint', causeNote: '12315 转办', secondOfficerId: office.wang } as const;
  await office.fails(
    'inspection.create',
    { ...begin, overCap: { ...overCap, secondOfficerId: office.zhang } },
    'forbidden',
  );
  await office.call('inspection.create', { ...begin, overCap });
  const rows = await office.engine.store.db.selectFrom('cap_exception').selectAll().execute();
  expect(rows).toMatchObject([{ counted: 2, cap: 2, cause: 'complaint', second_officer_id: office.wang }]);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('tasks of one month become one visit: the others are closed by the same inspection', async () => {
  const office = await openOffice();
  const lead = await arrange(office);
  const other = await arrange(office, { kind: 'key', date: '2026-12-14', officer1Id: office.wang });
  const { groups } = await office.call('plan.list-same-month', { from: '2026-11-01', to: '2026-12-31' });
  expect(groups.map(({ month, tasks: all }) => [month, all.length])).toEqual([['2026-12', 2]]);
  await office.call('plan.merge-tasks', { leadId: lead, ids: [other] });
  const merged = await office.call('plan.get-task', { id: other });
  expect(merged).toMatchObject({ date: '2026-12-01', mergedInto: lead, state: 'planned' });
  expect(merged.officers.map(({ id }) => id)).toEqual([office.zhang, office.li]);
  await office.call('plan.unmerge-task', { id: other });
  expect(await office.call('plan.get-task', { id: other })).toMatchObject({ date: '2026-12-14', mergedInto: null });
  await office.call('plan.merge-tasks', { leadId: lead, ids: [other] });
  office.goTo('2026-12-01');
  const begin = {
    subjectId: office.subjectId,
    kind: 'special',
    method: 'on_site',
    checklistId: 'patent-agency',
    officer1Id: office.zhang,
    officer2Id: office.li,
    startedAt: '2026-12-01T09:00',
    place: '云州市示例路1号',
  } as const;
  await office.fails('inspection.create', { ...begin, visitId: other }, 'bad_state');
  const { id } = await office.call('inspection.create', { ...begin, visitId: lead });
  await office.fails('plan.unmerge-task', { id: other }, 'bad_state');
  await fillIn(office, id);
  const end = { id, endedAt: '2026-12-01T10:00', resultCode: '1', dispositionCode: 'none_needed' } as const;
  await office.call('inspection.finish', end);
  for (const taskId of [lead, other])
    expect(await office.call('plan.get-task', { id: taskId })).toMatchObject({ state: 'inspected', inspectionId: id });
  const check = await office.call('plan.check-visit', { subjectId: office.subjectId, date: '2026-12-11' });
  expect(check.cap.visits).toHaveLength(1);
});

test('visits of other months or subjects are not merged, and a desk review does not swallow a visit on the spot', async () => {
  const office = await openOffice();
  const another = await createSubject(office, '云州另一专利代理事务所');
  const lead = await arrange(office);
  const [elsewhere, later, desk] = [
    await arrange(office, { subjectId: another }),
    await arrange(office, { kind: 'network', date: '2026-11-30' }),
    await arrange(office, { kind: 'desk_review', date: '2026-12-02' }),
  ];
  await office.fails('plan.merge-tasks', { leadId: lead, ids: [elsewhere] }, 'bad_input');
  await office.fails('plan.merge-tasks', { leadId: lead, ids: [later] }, 'bad_input');
  await office.fails('plan.merge-tasks', { leadId: desk, ids: [lead] }, 'bad_input');
  await office.fails('plan.merge-tasks', { leadId: lead, ids: [lead] }, 'bad_input');
});

test('a draw declared void lets go of what was merged into its visits', async () => {
  const office = await officeWithAgencies(0);
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const [drawn] = await visitsOf(office, planId);
  const id = await arrange(office, { date: `${drawn?.date.slice(0, 7)}-30`, kind: 'desk_review' });
  await office.call('plan.merge-tasks', { leadId: drawn?.id ?? '', ids: [id] });
  expect(await office.call('plan.verify', { id: planId })).toMatchObject({ ok: true });
  await office.call('plan.void', { id: planId, reason: '名录遗漏一家', secondOfficerId: office.li });
  expect(await office.call('plan.get-task', { id })).toMatchObject({ mergedInto: null, state: 'planned' });
});

test('members of the incentive list are proposed for a desk review, but not where a complaint is looked into', async () => {
  const office = await openOffice();
  const member = await createSubject(office, '云州守信专利代理事务所', { tags: ['守信激励名单'] });
  const id = await arrange(office, { subjectId: member, cause: 'key_supervision' });
  await arrange(office, { subjectId: member, cause: 'complaint', date: '2026-12-02' });
  await arrange(office, { date: '2026-12-03' });
  // rated A as an agency: only the classes of enterprises promise to be left alone
  expect((await rateNow(office)).gradeCode).toBe('A');
  await arrange(office, { cause: 'key_supervision', date: '2026-12-07' });
  const period = { from: '2026-11-01', to: '2026-12-31' };
  const { rows } = await office.call('plan.list-desk-first', period);
  expect(rows.map(({ task }) => task.id)).toEqual([id]);
  await office.call('plan.make-desk-review', { ids: [id] });
  expect(await office.call('plan.get-task', { id })).toMatchObject({
    kind: 'desk_review',
    kindReason: expect.stringContaining('守信激励'),
  });
  expect((await office.call('plan.list-desk-first', period)).rows).toEqual([]);
});

test('a draw leaves members of the incentive list out with the reason, not an agency that is rated A; a complaint is looked into all the same', async () => {
  const office = await officeWithAgencies(4);
  const before = await announce(office);
  const drawn = await office.call('plan.draw', before.draw);
  await office.call('plan.void', { id: drawn.planId, reason: '名录遗漏', secondOfficerId: office.li });
  const member = await createSubject(office, '云州守信专利代理事务所', { tags: ['守信激励名单'] });
  expect((await rateNow(office)).gradeCode).toBe('A');
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const { rows } = await office.call('plan.list-reasons', { planId, group: 'excluded', limit: 100 });
  expect(rows.map(({ subjectId, reason }) => [subjectId, reason])).toEqual([
    [member, expect.stringContaining('守信激励名单')],
  ]);
  const visited = (await visitsOf(office, planId)).map(({ subjectId }) => subjectId);
  expect(visited).not.toContain(member);
  const id = await arrange(office, { subjectId: member, cause: 'complaint' });
  expect((await office.call('plan.get-task', { id })).kind).toBe('special');
  const others = { subjectId: member, date: '2026-12-02', kind: 'special' } as const;
  expect((await office.call('plan.check-visit', { ...others, cause: 'complaint' })).deskFirst).toBeNull();
  expect((await office.call('plan.check-visit', { ...others, cause: 'campaign' })).deskFirst).toContain('书面检查');
  for (const plan of [drawn.planId, planId])
    expect(await office.call('plan.verify', { id: plan })).toMatchObject({ ok: true });
});

test('a merged visit is no visit of its own on the calendar, the day sheet and the list of today, and moves with its leader', async () => {
  const office = await openOffice();
  const lead = await arrange(office, { date: '2026-11-26' });
  const other = await arrange(office, { kind: 'key', date: '2026-11-27' });
  await office.call('plan.merge-tasks', { leadId: lead, ids: [other] });
  const span = { from: '2026-11-23', to: '2026-12-31' };
  const onCalendar = async () => (await office.call('plan.list-calendar', span)).visits.map(({ id }) => id);
  expect(await onCalendar()).toEqual([lead]);
  expect((await office.call('inspection.list-outing', span)).stops.map(({ visitId }) => visitId)).toEqual([lead]);
  const { items } = await office.call('today.get', {});
  expect(items.filter(({ noun }) => noun === 'visit').map(({ id }) => id)).toEqual([lead]);
  await office.call('plan.unmerge-task', { id: other });
  expect((await onCalendar()).sort()).toEqual([lead, other].sort());
});

test('only arranged visits are cancelled by hand, once, and the reason stays', async () => {
  const office = await officeWithAgencies(0);
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const [drawn] = await visitsOf(office, planId);
  const reason = '线索已由上级核查';
  await office.fails('plan.cancel-task', { id: drawn?.id ?? '', reason }, 'forbidden');
  const id = await arrange(office);
  await office.call('plan.cancel-task', { id, reason });
  await office.fails('plan.cancel-task', { id, reason }, 'bad_state');
  expect(await office.call('plan.get-task', { id })).toMatchObject({ state: 'cancelled', cancelReason: reason });
});

test('the figures of a campaign add up over plans and arranged visits, and it ends only when all is done', async () => {
  const office = await officeWithAgencies(4);
  const { id: campaignId } = await office.call('plan.save-campaign', {
    title: '蓝天专项整治行动',
    basis: '国知办函运字〔2026〕1号',
    fromOn: '2026-11-01',
    toOn: '2026-12-20',
    description: '代理行业专项整治',
  });
  const { planId, visits } = await office.call('plan.draw', (await announce(office)).draw);
  await office.call('plan.assign-campaign', { planId, campaignId });
  await office.call('plan.assign-campaign', { planId, campaignId: null });
  await office.call('plan.assign-campaign', { planId, campaignId });
  const campaign = { campaignId, cause: 'campaign' } as const;
  await office.fails('plan.arrange', arrangement(office, { ...campaign, date: '2026-12-21' }), 'bad_input');
  const kept = await arrange(office, campaign);
  const dropped = await arrange(office, { ...campaign, kind: 'network', date: '2026-12-02' });
  await office.call('plan.cancel-task', { id: dropped, reason: '已由省局监测' });
  const file = await office.call('plan.get-campaign', { id: campaignId });
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
  expect(file).toMatchObject({ plans: 1, tasks: visits + 2, arranged: 2, inspected: 0 });
  expect(sum(file.byState)).toBe(file.tasks);
  expect(sum(file.byKind)).toBe(file.tasks - 1);
  expect((await tasks(office, { campaignId })).length).toBe(file.tasks);
  await office.fails('plan.close-campaign', { id: campaignId, conclusion: '完成' }, 'bad_state');
  expect((await office.call('plan.get-task', { id: kept })).campaignTitle).toBe('蓝天专项整治行动');
});

test('every subject of a draw has its reason once: visited, not drawn or left out', async () => {
  const office = await officeWithAgencies();
  await finishedInspection(office);
  const { planId, visits } = await office.call('plan.draw', (await announce(office)).draw);
  const all = await office.call('plan.list-reasons', { planId, limit: 1000 });
  expect(all.counts).toEqual({ visited: visits, not_drawn: 12 - visits, excluded: 1 });
  expect(new Set(all.rows.map(({ code }) => code)).size).toBe(13);
  const left = await office.call('plan.list-reasons', { planId, query: '云州示例' });
  expect(left.rows.map(({ group, reason }) => [group, reason])).toEqual([
    ['excluded', expect.stringContaining('现场检查')],
  ]);
});

test.each([
  ['plan-table', {}],
  ['item-list', {}],
  ['campaign-report', { campaign: true }],
] as const)(
  'the document %s is written with the plan and the campaign of the year in it',
  async (report, { campaign }: { campaign?: boolean }) => {
    const office = await officeWithAgencies();
    const { planId } = await office.call('plan.draw', (await announce(office)).draw);
    const { id } = await office.call('plan.save-campaign', {
      title: '蓝天专项整治行动',
      basis: '国知办函运字〔2026〕1号',
      fromOn: '2026-11-01',
      toOn: '2026-12-20',
      description: '',
    });
    await office.call('plan.assign-campaign', { planId, campaignId: id });
    await finishedInspection(office);
    await arrange(office, { campaignId: id, cause: 'campaign' });
    await arrange(office, { campaignId: id, cause: 'complaint', date: '2026-12-02', secondOfficerId: office.wang });
    const target = join(office.dir, 'out.xlsx');
    const token = randomUUID();
    office.engine.grants.add(token, { path: target, mode: 'write' });
    const made = await office.call('report.export', { report, params: campaign ? { id } : {}, target: token });
    expect(made.rows).toBeGreaterThan(0);
    const text = unzipText(readFileSync(target), 'xl/sharedStrings.xml');
    expect(text).toContain(report === 'item-list' ? '抽查事项' : '蓝天专项整治行动');
    if (report !== 'campaign-report') return;
    expect(text).toContain('超年度上限（2 次，已有 2 次）：投诉举报：数据监测第12期；确认人 王示例');
  },
);

test('a later batch shows who joined and who left the pool since the first one, and what it does to base and count', async () => {
  const office = await officeWithAgencies(24);
  const batch = { scope: 'batch' } as const;
  const first = await announce(office, batch);
  await office.call('plan.draw', first.draw);
  await addAgencies(office, 5, 40);
  await finishedInspection(office);
  const { pool } = await office.call('plan.preview', { ...PLAN_INPUT, ...batch });
  expect(pool?.joined.map(({ code }) => code)).toEqual(['33140', '33141', '33142', '33143', '33144']);
  expect(pool?.left.map(({ name }) => name)).toEqual(['云州示例专利代理事务所']);
  expect(pool?.strata.map(({ baseBefore, baseNow }) => [baseBefore, baseNow])).toEqual([[25, 29]]);
  expect((await office.call('plan.preview', PLAN_INPUT)).pool).toBeNull();
});

test('whoever has used up the visits of the year is named before the list is frozen', async () => {
  const office = await officeWithAgencies(3);
  const code = async () => (await office.call('plan.preview', PLAN_INPUT)).atCap.rows.map(({ counted }) => counted);
  await arrange(office);
  expect(await code()).toEqual([]);
  await arrange(office, { date: '2026-12-02' });
  await arrange(office, { kind: 'desk_review', date: '2026-12-03' });
  expect(await code()).toEqual([2]);
});
