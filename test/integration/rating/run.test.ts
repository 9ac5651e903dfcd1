import { expect, test } from 'vitest';
import { expectAudited } from '../../support/engine';
import { approveRun, createSubject, type Office, openOffice, rateAllNow, rateNow } from '../../support/office';

let number = 0;
const addFact = async (
  office: Office,
  itemCode: string,
  occurredOn: string,
  fields: Record<string, string | number> = {},
  subjectId = office.subjectId,
) => {
  number += 1;
  const { id } = await office.call('fact.create', {
    subjectId,
    itemCode,
    sourceOrg: '省级管理专利工作的部门',
    sourceNo: `示例〔2026〕${number}号`,
    occurredOn,
    summary: '测试',
    fields,
  });
  return id;
};

const gradeOf = async (office: Office, subjectId = office.subjectId) =>
  (await office.call('rating.list', {})).rows.find((row) => row.subjectId === subjectId)?.gradeCode ?? null;

test('a grade is not current before a second officer has approved it, and the one who ran it cannot', async () => {
  const office = await openOffice();
  const run = await office.call('rating.rate-subject', { subjectId: office.subjectId });
  expect(await gradeOf(office)).toBeNull();
  expect((await office.call('rating.explain', { ratingId: run.ratingId })).batch).toMatchObject({ state: 'proposed' });
  const own = { id: run.batchId, officerId: office.zhang, decision: 'approve' } as const;
  expect((await office.fails('rating.decide-batch', own, 'forbidden')).details[0]?.path).toBe('officerId');
  const rejection = { id: run.batchId, officerId: office.li, decision: 'reject' } as const;
  await office.fails('rating.decide-batch', rejection, 'bad_input');
  expect(await gradeOf(office)).toBeNull();
  expect(await approveRun(office, run.batchId)).toMatchObject({ current: 1 });
  expect(await gradeOf(office)).toBe('A');
  await office.fails('rating.decide-batch', { ...own, officerId: office.wang }, 'bad_state');
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('a run that was sent back changes no grade, and the next run looks at its subjects again', async () => {
  const office = await openOffice();
  await rateAllNow(office);
  await addFact(office, 'annual_report_late', '2026-03-02', { reportYear: 2025 });
  const first = await office.call('rating.rate-all', { mode: 'incremental' });
  expect(first).toMatchObject({ checked: 1, rated: 1, moved: [{ from: 'A', to: 'B' }] });
  const id = first.batchId ?? '';
  await office.call('rating.decide-batch', { id, officerId: office.li, decision: 'reject', reason: '来源未核对' });
  expect(await gradeOf(office)).toBe('A');
  const again = await rateAllNow(office, { mode: 'incremental' });
  expect(again).toMatchObject({ checked: 1, rated: 1, moved: [{ from: 'A', to: 'B' }] });
  expect(await gradeOf(office)).toBe('B');
});

test('a newer run takes the place of one that still waits', async () => {
  const office = await openOffice();
  const first = await office.call('rating.rate-all', {});
  const second = await office.call('rating.rate-all', {});
  const states = (await office.call('rating.list-batches', {})).rows.map(({ id, state }) => [id, state]);
  expect(states).toEqual([
    [second.batchId, 'proposed'],
    [first.batchId, 'superseded'],
  ]);
  const stale = { id: first.batchId ?? '', officerId: office.li, decision: 'approve' } as const;
  await office.fails('rating.decide-batch', stale, 'bad_state');
});

test('a stale single rating approved late does not push out a newer grade', async () => {
  const office = await openOffice();
  const stale = await office.call('rating.rate-subject', { subjectId: office.subjectId });
  await addFact(office, 'annual_report_late', '2026-03-02', { reportYear: 2025 });
  await rateAllNow(office);
  expect(await gradeOf(office)).toBe('B');
  expect(await approveRun(office, stale.batchId)).toMatchObject({ current: 0 });
  expect(await gradeOf(office)).toBe('B');
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('an incremental run needs an approved one, and no earlier day', async () => {
  const office = await openOffice();
  await office.fails('rating.rate-all', { mode: 'incremental' }, 'bad_state');
  await rateAllNow(office);
  await office.fails('rating.rate-all', { mode: 'incremental', asOf: '2026-11-22' }, 'bad_input');
});

test('a run without anything new is settled by itself, and says so', async () => {
  const office = await openOffice();
  await rateAllNow(office);
  const idle = await office.call('rating.rate-all', { mode: 'incremental' });
  expect(idle).toMatchObject({ checked: 0, rated: 0 });
  const full = await office.call('rating.rate-all', {});
  expect(full).toMatchObject({ checked: 1, rated: 0, unchanged: 1 });
  expect(await office.call('rating.get-batch', { id: full.batchId ?? '' })).toMatchObject({
    state: 'approved',
    decidedBy: null,
    reason: '没有变化，无需审定',
  });
});

test('each mover says why, and the parts add up to the change of the score', async () => {
  const office = await openOffice({ today: '2026-02-01' });
  const late = await addFact(office, 'annual_report_late', '2026-01-05', { reportYear: 2024 });
  await rateAllNow(office);
  expect(await gradeOf(office)).toBe('B');
  office.goTo('2026-11-23');
  await office.call('fact.withdraw', { id: late, on: '2026-11-20', reason: '已撤销' });
  await addFact(office, 'workload_abnormal', '2026-10-01', { year: 2026, perAgent: 900, normal: 200 });
  await addFact(office, 'licence_revoked', '2026-10-02', { content: '吊销执业许可证', licence: '99001' });
  const run = await office.call('rating.rate-all', { mode: 'incremental' });
  const [mover] = run.moved;
  expect(mover?.causes.map(({ kind }) => kind)).toEqual(['withdrawn', 'new']);
  const sum = mover?.causes.reduce((total, cause) => total + cause.deltaThousandths, 0);
  expect(sum).toBe((mover?.scoreThousandths ?? 0) - (mover?.fromScoreThousandths ?? 0));
  const stored = await office.call('rating.get-batch', { id: run.batchId ?? '' });
  expect(stored.moves).toMatchObject([{ subjectId: office.subjectId, causes: mover?.causes }]);
  const why = await office.call('rating.explain', { ratingId: stored.moves[0]?.ratingId ?? '' });
  expect(why.causes).toEqual(mover?.causes);
});

test('time alone brings a subject into the incremental run on its day and not before', async () => {
  const office = await openOffice({ today: '2026-02-01' });
  const firm = await createSubject(office, '云州示例制造有限公司', { kind: 'enterprise' });
  const listed = await office.call('fact.create', {
    subjectId: firm,
    itemCode: 'serious_list',
    sourceOrg: '云州市市场监督管理局',
    sourceNo: '示例列〔2023〕1号',
    occurredOn: '2023-03-10',
    validTo: '2026-03-10',
    summary: '列入严重违法失信名单',
    fields: { reason: '测试' },
  });
  expect(listed.id).not.toBe('');
  await rateAllNow(office);
  const before = await gradeOf(office, firm);
  office.goTo('2026-03-10');
  expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 0 });
  office.goTo('2026-03-11');
  const run = await rateAllNow(office, { mode: 'incremental' });
  expect(run.moved).toMatchObject([{ subjectId: firm, from: before, causes: [{ kind: 'window' }] }]);
});

test('an incremental run gives everybody what a full run gives, after changes of every kind', async () => {
  const office = await openOffice({ today: '2026-01-10' });
  const firms: string[] = [];
  for (let i = 0; i < 12; i++)
    firms.push(await createSubject(office, `云州第${i}示例有限公司`, { kind: 'enterprise' }));
  const agent = await createSubject(office, '示例代理师', {
    kind: 'agent',
    agencyCode: null,
    agentCertNo: '9912345',
    parentName: '云州示例专利代理事务所',
  });
  const facts: string[] = [];
  for (const [index, firm] of firms.entries()) {
    facts.push(
      await addFact(
        office,
        'abnormal_filing',
        `202${3 + (index % 3)}-0${1 + (index % 9)}-15`,
        { applications: 2 + index, notifiedOn: '2025-12-01', handling: 'open' },
        firm,
      ),
    );
    if (index % 2 === 0)
      await addFact(office, 'general_risk_class', '2026-01-05', { class: 'ABCD'[index % 4] ?? 'A' }, firm);
  }
  await addFact(
    office,
    'abnormal_filing_agency',
    '2025-06-01',
    { applications: 3, region: 'domestic', deduction: 8 },
    agent,
  );
  await rateAllNow(office);
  const days = ['2026-02-20', '2026-04-15', '2026-07-01', '2026-11-23'];
  for (const [round, day] of days.entries()) {
    office.goTo(day);
    await office.call('fact.withdraw', { id: facts[round] ?? '', on: day, reason: '测试' });
    await addFact(office, 'judgment_default', day, { documentNo: `${round}`, kind: 'penalty' }, firms[11 - round]);
    await addFact(
      office,
      'abnormal_filing_agency',
      day,
      { applications: 1, region: 'foreign', deduction: round + 1 },
      agent,
    );
    await rateAllNow(office, { mode: 'incremental' });
    const incremental = await office.call('rating.list', { limit: 100 });
    const full = await office.call('rating.rate-all', {});
    expect(full.moved, `round ${round}`).toEqual([]);
    // what the full run stores anew differs in nothing but readings that tell the days
    if (full.rated > 0) await approveRun(office, full.batchId ?? '');
    const after = await office.call('rating.list', { limit: 100 });
    const figures = ({ rows }: typeof after) =>
      rows.map((row) => [row.subjectId, row.gradeCode, row.scoreThousandths]).sort();
    expect(figures(after), `round ${round}`).toEqual(figures(incremental));
  }
});

test("an agent's act shows on the agency, and re-rating the agency follows it", async () => {
  const office = await openOffice();
  const agent = await createSubject(office, '示例代理师', {
    kind: 'agent',
    agencyCode: null,
    agentCertNo: '9912345',
    parentName: '云州示例专利代理事务所',
  });
  await rateAllNow(office);
  await addFact(
    office,
    'abnormal_filing_agency',
    '2026-05-01',
    { applications: 3, region: 'domestic', deduction: 12 },
    agent,
  );
  const run = await rateAllNow(office, { mode: 'incremental' });
  expect(run.checked).toBeGreaterThanOrEqual(1);
  const rating = (await office.call('rating.list', {})).rows.find((row) => row.subjectId === office.subjectId);
  const why = await office.call('rating.explain', { ratingId: rating?.id ?? '' });
  const shown = why.lines.flatMap((line) => line.facts);
  expect(shown.map((fact) => fact.via)).toEqual(['示例代理师']);
});

test("another office's record counts from the day it is adopted, and is shown as a reference before", async () => {
  const office = await openOffice();
  const { id } = await office.call('fact.create', {
    subjectId: office.subjectId,
    itemCode: 'annual_report_late',
    sourceOrg: '邻州市知识产权局',
    sourceNo: '邻知〔2026〕3号',
    occurredOn: '2026-03-02',
    summary: '外局记录',
    fields: { reportYear: 2025 },
    originOffice: '邻州市知识产权局',
  });
  const before = await rateNow(office);
  const why = await office.call('rating.explain', { ratingId: before.ratingId });
  expect(why).toMatchObject({ rating: { scoreThousandths: 100_000 }, references: [{ factId: id }] });
  await office.fails('fact.adopt', { id, on: '2026-03-01', reason: '已核对决定书' }, 'bad_input');
  await office.call('fact.adopt', { id, on: '2026-11-20', reason: '已核对决定书' });
  await office.fails('fact.adopt', { id, on: '2026-11-20', reason: '再次' }, 'bad_state');
  const after = await rateNow(office);
  expect(after.scoreThousandths).toBe(80_000);
  const back = await office.call('rating.rate-subject', { subjectId: office.subjectId, asOf: '2026-11-19' });
  expect(back.scoreThousandths).toBe(100_000);
  const shown = await office.call('rating.explain', { ratingId: after.ratingId });
  expect(shown.references).toEqual([]);
  expect(shown.costliest).toMatchObject([{ office: '邻州市知识产权局' }]);
});

test('a publication is kept with its place and its end, and only of an approved run', async () => {
  const office = await openOffice();
  const { batchId } = await office.call('rating.rate-subject', { subjectId: office.subjectId });
  const where = { id: batchId, on: '2026-11-23', where: '本局网站信用专栏' };
  await office.fails('rating.publish-batch', where, 'bad_state');
  await approveRun(office, batchId);
  await office.fails('rating.publish-batch', { ...where, on: '2026-11-24' }, 'bad_input');
  await office.call('rating.publish-batch', where);
  await office.fails('rating.publish-batch', where, 'bad_state');
  await office.fails('rating.unpublish-batch', { id: batchId, on: '2026-11-22', reason: '异议成立' }, 'bad_input');
  await office.call('rating.unpublish-batch', { id: batchId, on: '2026-11-23', reason: '异议成立' });
  expect(await office.call('rating.get-batch', { id: batchId })).toMatchObject({
    publishedWhere: '本局网站信用专栏',
    unpublishedOn: '2026-11-23',
  });
  await expectAudited(office, [
    ['rating.publish-batch', `rating_batch:${batchId}`],
    ['rating.unpublish-batch', `rating_batch:${batchId}`],
  ]);
});

test('what was published again after a stop was not published before it', async () => {
  const office = await openOffice();
  const { batchId: id } = await office.call('rating.rate-subject', { subjectId: office.subjectId });
  await approveRun(office, id);
  office.goTo('2026-12-10');
  await office.call('rating.publish-batch', { id, on: '2026-12-01', where: '本局网站' });
  await office.call('rating.unpublish-batch', { id, on: '2026-12-05', reason: '异议成立' });
  await office.fails('rating.publish-batch', { id, on: '2026-12-04', where: '本局网站' }, 'bad_input');
  await office.call('rating.publish-batch', { id, on: '2026-12-05', where: '本局网站' });
});

test('the spread to come counts everybody once: re-rated ones with their new grade, the others with their old one', async () => {
  const office = await openOffice();
  const other = await createSubject(office, '云州第二专利代理事务所', { kind: 'patent_agency' });
  await rateAllNow(office);
  await addFact(office, 'annual_report_late', '2026-03-02', { reportYear: 2025 });
  const { batchId } = await office.call('rating.rate-all', { mode: 'incremental' });
  const waiting = await office.call('rating.get-batch', { id: batchId ?? '' });
  const counts = waiting.spread.map(({ gradeCode, count }) => [gradeCode, count]).sort();
  expect(counts).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
  await approveRun(office, batchId ?? '');
  expect(
    (await office.call('rating.list', {})).distribution.map(({ gradeCode, count }) => [gradeCode, count]).sort(),
  ).toEqual(counts);
  expect((await office.call('rating.get-batch', { id: batchId ?? '' })).spread).toEqual([]);
  const single = await office.call('rating.rate-subject', { subjectId: other });
  expect(await office.call('rating.get-batch', { id: single.batchId })).toMatchObject({
    moves: [],
    ratingId: single.ratingId,
  });
});
