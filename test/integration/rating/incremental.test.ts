import { expect, test } from 'vitest';
import { factsOf, gatherFacts } from '../../../electron/rating-run/rating-run-repository';
import { approveRun, createSubject, type Office, openOffice, rateAllNow, rateNow } from '../../support/office';
import { addFiling } from '../../support/packs';

let number = 0;
const addLate = async (office: Office, change: Record<string, unknown> = {}) => {
  number += 1;
  const { id } = await office.call('fact.create', {
    subjectId: office.subjectId,
    itemCode: 'annual_report_late',
    sourceOrg: '省级管理专利工作的部门',
    sourceNo: `示例〔2026〕${number}号`,
    occurredOn: '2026-03-02',
    summary: '测试',
    fields: { reportYear: 2025 },
    ...change,
  });
  return id;
};

const gradeOf = async (office: Office, subjectId = office.subjectId) =>
  (await office.call('rating.list', {})).rows.find((row) => row.subjectId === subjectId)?.gradeCode ?? null;

/** What the incremental run left undone would be done by a full one. */
async function expectNothingLeft(office: Office): Promise<void> {
  await rateAllNow(office, { mode: 'incremental' });
  expect(await office.call('rating.rate-all', {})).toMatchObject({ rated: 0, moved: [] });
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
}

const agentOf = (office: Office, parentName: string, no = '9912345') =>
  createSubject(office, `示例代理师${no}`, { kind: 'agent', agencyCode: null, agentCertNo: no, parentName });

test('a look back that was approved does not swallow what changed before it', async () => {
  const office = await openOffice();
  await rateAllNow(office);
  await addLate(office);
  await rateAllNow(office, { asOf: '2026-01-01' });
  expect(await gradeOf(office)).toBe('A');
  expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 1, rated: 1 });
  expect(await gradeOf(office)).toBe('B');
});

test('a change between a run and its late approval is still due', async () => {
  const office = await openOffice();
  await rateAllNow(office);
  await addLate(office, { itemCode: 'workload_abnormal', fields: { year: 2026, perAgent: 900, normal: 200 } });
  const run = await office.call('rating.rate-all', { mode: 'incremental' });
  await addLate(office);
  office.goTo('2026-12-20');
  await approveRun(office, run.batchId ?? '');
  expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 1, rated: 1 });
  await expectNothingLeft(office);
});

test('a single rating that became current although it knew less than the last run is looked at again', async () => {
  const office = await openOffice();
  await rateAllNow(office, { asOf: '2026-11-20' });
  const stale = await office.call('rating.rate-subject', { subjectId: office.subjectId });
  await addLate(office);
  await rateAllNow(office, { mode: 'incremental', asOf: '2026-11-22' });
  expect(await approveRun(office, stale.batchId)).toMatchObject({ current: 1 });
  expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 1, moved: [{ to: 'B' }] });
  await expectNothingLeft(office);
});

test('a clock that was set back does not keep an older rating of the same day current', async () => {
  const office = await openOffice();
  await rateAllNow(office);
  await addLate(office);
  office.setBack(60);
  await rateAllNow(office, { mode: 'incremental' });
  expect(await gradeOf(office)).toBe('B');
  const { rows } = await office.call('rating.list', {});
  expect(rows).toMatchObject([{ previousGradeCode: 'A' }]);
  await expectNothingLeft(office);
});

test('an agent that becomes something else, or joins another agency, changes both agencies', async () => {
  const office = await openOffice();
  const other = await createSubject(office, '云州第二专利代理事务所');
  const agent = await agentOf(office, '云州示例专利代理事务所');
  await addFiling(office, agent, '示例1号', { fields: JSON.stringify({ applications: 3, deduction: 30 }) });
  await rateAllNow(office);
  expect([await gradeOf(office), await gradeOf(office, other)]).toEqual(['C', 'A']);
  await office.call('subject.update', { id: agent, draft: { parentName: '云州第二专利代理事务所' } });
  await rateAllNow(office, { mode: 'incremental' });
  expect([await gradeOf(office), await gradeOf(office, other)]).toEqual(['A', 'C']);
  await office.call('subject.update', { id: agent, draft: { kind: 'individual_business', agentCertNo: null } });
  await rateAllNow(office, { mode: 'incremental' });
  expect([await gradeOf(office), await gradeOf(office, other)]).toEqual(['A', 'A']);
  await expectNothingLeft(office);
});

test('a branch that goes over to another head office takes the records of its agents along', async () => {
  const office = await openOffice();
  const other = await createSubject(office, '云州第二专利代理事务所');
  const branch = await createSubject(office, '云州示例分所', {
    kind: 'agency_branch',
    parentName: '云州示例专利代理事务所',
  });
  await addFiling(office, await agentOf(office, '云州示例分所'), '示例1号', {
    fields: JSON.stringify({ applications: 3, deduction: 30 }),
  });
  await rateAllNow(office);
  expect([await gradeOf(office), await gradeOf(office, other)]).toEqual(['C', 'A']);
  await office.call('subject.update', { id: branch, draft: { parentName: '云州第二专利代理事务所' } });
  await rateAllNow(office, { mode: 'incremental' });
  expect([await gradeOf(office), await gradeOf(office, other)]).toEqual(['A', 'C']);
  await expectNothingLeft(office);
});

test('an incremental run asks for the agency of a changed agent, and not for every other one', async () => {
  const office = await openOffice();
  await createSubject(office, '云州第二专利代理事务所');
  const agent = await agentOf(office, '云州示例专利代理事务所');
  await rateAllNow(office);
  await addFiling(office, agent, '示例1号');
  expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 2, rated: 1 });
});

test('branches that name each other as head office do not get their own records twice', async () => {
  const office = await openOffice();
  const first = await createSubject(office, '云州甲分所', { kind: 'agency_branch', parentName: '云州乙分所' });
  const second = await createSubject(office, '云州乙分所', { kind: 'agency_branch', parentName: '云州甲分所' });
  await addFiling(office, first, '示例1号');
  await addFiling(office, second, '示例2号');
  const factsFor = await gatherFacts(office.engine.store);
  for (const id of [first, second].sort()) {
    const gathered = factsFor(id).map((fact) => [fact.sourceNo, fact.via?.relation]);
    expect(gathered.sort()).toEqual([
      ['示例1号', id === first ? undefined : 'branches'],
      ['示例2号', id === second ? undefined : 'branches'],
    ]);
    const single = await factsOf(office.engine.store.db, id);
    expect(single.map((fact) => [fact.sourceNo, fact.via?.relation]).sort()).toEqual(gathered);
  }
  factsFor.close();
});

test('a look back moves against the rating of its day, and its spread leaves today alone', async () => {
  const office = await openOffice({ today: '2026-02-01' });
  await rateAllNow(office);
  office.goTo('2026-11-23');
  await addLate(office, { occurredOn: '2026-02-02' });
  await rateAllNow(office);
  expect(await gradeOf(office)).toBe('B');
  await addLate(office, { occurredOn: '2026-01-05' });
  const back = await office.call('rating.rate-all', { asOf: '2026-02-03' });
  // against the A of February: one record of then came in late, one day has passed
  expect(back).toMatchObject({ firstRated: 0, moved: [{ from: 'A', fromScoreThousandths: 100_000 }] });
  expect(back.moved[0]?.causes.map(({ kind }) => kind)).toEqual(['new']);
  const waiting = await office.call('rating.get-batch', { id: back.batchId ?? '' });
  expect(waiting.spread).toMatchObject([{ gradeCode: 'B', count: 1 }]);
  expect(await approveRun(office, back.batchId ?? '')).toMatchObject({ current: 0 });
  expect((await office.call('rating.list', {})).distribution).toMatchObject([{ gradeCode: 'B', count: 1 }]);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('an adopted record is named in the cause, and records that did not change are not', async () => {
  const office = await openOffice();
  const id = await addLate(office, { originOffice: '邻州市知识产权局', sourceNo: '邻知〔2026〕3号' });
  await addLate(office, {
    itemCode: 'workload_abnormal',
    sourceNo: '示例异常1号',
    fields: { year: 2026, perAgent: 900, normal: 200 },
  });
  await rateNow(office);
  await office.call('fact.adopt', { id, on: '2026-11-20', reason: '已核对决定书' });
  const { moved } = await office.call('rating.rate-all', {});
  expect(moved[0]?.causes.map(({ sentence }) => sentence)).toEqual([
    '记录更正或采信（2026-03-02 邻知〔2026〕3号），减 20 分',
  ]);
});
