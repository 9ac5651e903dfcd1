import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RouteInput } from '#shared/ipc/contract';
import { gatherPlan } from '../../../electron/features/plan/gather-plan';
import { createPacks } from '../../../electron/packs/packs';
import { createSubject, finishedInspection, type Office, openOffice, saveOfficer } from '../../support/office';

const INPUT = { year: 2026, packId: 'beijing-practice', startOn: '2026-11-24' };

async function officeWithAgencies(count = 12, options: Parameters<typeof openOffice>[0] = {}): Promise<Office> {
  const office = await openOffice(options);
  for (let i = 0; i < count; i++)
    await createSubject(office, `云州第${i}示例专利代理事务所`, { agencyCode: `${33100 + i}` });
  return office;
}

async function announce(office: Office, change: Partial<RouteInput<'plan.preview'>> = {}) {
  const preview = await office.call('plan.preview', { ...INPUT, ...change });
  const draw = {
    ...INPUT,
    ...change,
    title: '年度抽查',
    populationSha256: preview.populationSha256,
    publicValue: '3 5 1 6',
    witnesses: '王见证',
  };
  return { preview, draw };
}

const visitsOf = async (office: Office, planId: string) => (await office.call('plan.list-visits', { planId })).rows;

test('a list that changed after it was announced is not drawn from', async () => {
  const office = await officeWithAgencies();
  const { draw } = await announce(office);
  await createSubject(office, '后来的示例专利代理事务所', { agencyCode: '33999' });
  await office.fails('plan.draw', draw, 'conflict');
  expect((await office.call('plan.list', {})).plans).toEqual([]);
});

test('two draws sent at the same moment do not send officers to the same subject twice', async () => {
  const office = await officeWithAgencies();
  const { draw } = await announce(office);
  const replies = await Promise.all([office.engine.invoke('plan.draw', draw), office.engine.invoke('plan.draw', draw)]);
  expect(replies.map((reply) => (reply.ok ? 'drawn' : reply.error.code)).sort()).toEqual(['conflict', 'drawn']);
});

test('a second plan of the year leaves out whom the first one visits, and says why', async () => {
  const office = await officeWithAgencies();
  const { draw } = await announce(office);
  const { planId, visits } = await office.call('plan.draw', draw);
  const { preview } = await announce(office);
  const planned = (await visitsOf(office, planId)).map(({ code }) => code).sort();
  expect(planned).toHaveLength(visits);
  expect(preview.exclusions.map(({ code }) => code).sort()).toEqual(planned);
  expect(preview.exclusions.every(({ reason }) => reason.includes('本年度已列入其他抽查计划'))).toBe(true);
});

test('two offices with the same list, officers and seed parts draw the same subjects in the same places', async () => {
  const picks = async () => {
    const office = await officeWithAgencies(12, { seed: 7 });
    const { draw } = await announce(office);
    const { planId } = await office.call('plan.draw', draw);
    return (await visitsOf(office, planId)).map(({ code, stratum, rank, drawKey, date }) => [
      code,
      stratum,
      rank,
      drawKey,
      date,
    ]);
  };
  expect(await picks()).toEqual(await picks());
});

test.each([
  ['nobody', 0],
  ['one officer', 1],
])('with %s to send, the visits are drawn without a pair and the plan says so', async (_who, count) => {
  const office = await officeWithAgencies();
  for (const [id, no] of [
    [office.li, 'Y002'],
    [office.wang, 'Y003'],
  ] as const)
    await saveOfficer(office, '停用', no, { id, active: false });
  if (count === 0) await saveOfficer(office, '张示例', 'Y001', { id: office.zhang, certificateUntil: '2026-01-01' });
  const { preview, draw } = await announce(office);
  expect(preview.problems.join()).toContain('两名以上执法人员');
  const { planId, problems } = await office.call('plan.draw', draw);
  const visits = await visitsOf(office, planId);
  expect(visits.length).toBeGreaterThan(0);
  expect(visits.every((visit) => visit.officers.length === 0)).toBe(true);
  expect(problems).toEqual(preview.problems);
});

test('a subject whom every officer has to avoid gets no pair, and each is named with the reason', async () => {
  const office = await officeWithAgencies(0);
  for (const officerId of [office.zhang, office.li, office.wang])
    await office.call('officer.add-avoidance', { officerId, subjectId: office.subjectId, reason: '近亲属任职' });
  const { draw } = await announce(office);
  const { planId } = await office.call('plan.draw', draw);
  const [visit] = await visitsOf(office, planId);
  expect(visit?.officers).toEqual([]);
  expect(new Set(visit?.skips.map(({ officerName }) => officerName))).toEqual(new Set(['张示例', '李示例', '王示例']));
  expect(visit?.skips.every(({ reason }) => reason.endsWith('回避'))).toBe(true);
});

test.each([
  ['a pick', "update visit set code = '99999' where id = (select min(id) from visit)"],
  ['the seed', `update plan set seed_parts = json_set(seed_parts, '$.publicValue', '6 6 6 6')`],
  ['the list', "update plan set population = replace(population, '33101', '33191')"],
])('a draw in which %s was exchanged no longer recomputes', async (_what, sql) => {
  const office = await officeWithAgencies();
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  expect(await office.call('plan.verify', { id: planId })).toMatchObject({ ok: true });
  const handle = new Database(office.engine.store.file);
  handle.exec(sql);
  handle.close();
  const verified = await office.call('plan.verify', { id: planId });
  expect(verified.ok).toBe(false);
  expect(verified.message).toContain('复算不一致');
});

test('a draw is declared void by another officer in service, once, and frees its subjects', async () => {
  const office = await officeWithAgencies();
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const reason = { id: planId, reason: '名录遗漏一家' };
  await office.fails('plan.void', { ...reason, secondOfficerId: office.zhang }, 'forbidden');
  await saveOfficer(office, '王示例', 'Y003', { id: office.wang, active: false });
  await office.fails('plan.void', { ...reason, secondOfficerId: office.wang }, 'not_found');
  const both = await Promise.all(
    [1, 2].map(() => office.engine.invoke('plan.void', { ...reason, secondOfficerId: office.li })),
  );
  expect(both.map((reply) => reply.ok)).toEqual([true, false]);
  expect((await visitsOf(office, planId)).every(({ state }) => state === 'cancelled')).toBe(true);
  expect((await announce(office)).preview.exclusions).toEqual([]);
});

test('a visit is moved only to a working day of its year on which its pair may act', async () => {
  const office = await officeWithAgencies(0);
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const [visit] = await visitsOf(office, planId);
  const visitId = visit?.id ?? '';
  const [officer] = visit?.officers ?? [];
  const move = (date: string) => ({ visitId, date, reason: '对方申请' });
  await office.fails('plan.move-visit', move('2026-12-05'), 'bad_input');
  await office.fails('plan.move-visit', move('2026-11-20'), 'bad_input');
  await office.fails('plan.move-visit', move('2027-01-05'), 'bad_input');
  await saveOfficer(office, officer?.name ?? '', officer?.certificateNo ?? '', {
    id: officer?.id ?? '',
    certificateUntil: '2026-12-09',
  });
  await office.fails('plan.move-visit', move('2026-12-10'), 'bad_input');
  await office.call('plan.move-visit', move('2026-12-09'));
  expect((await visitsOf(office, planId))[0]?.date).toBe('2026-12-09');
});

test('a subject inspected this year is left out of the draw', async () => {
  const office = await officeWithAgencies();
  await finishedInspection(office);
  const { preview } = await announce(office);
  expect(preview.exclusions.map(({ reason }) => reason)).toEqual([expect.stringContaining('已接受现场检查')]);
});

test('a subject is watched for a dishonest act only until its term has run out', async () => {
  const office = await officeWithAgencies(0);
  await office.call('dishonesty.create', {
    subjectId: office.subjectId,
    actCode: 'SX-6-2',
    regime: 'cnipa',
    class: 'general',
    documentNo: '云知认〔2024〕1号',
    authority: '云州市知识产权局',
    decidedOn: '2024-05-10',
    actSummary: '代理恶意商标注册申请',
  });
  const { db } = office.engine.store;
  const packs = createPacks(resolve(import.meta.dirname, '../../../resources'));
  const flagsOn = async (startOn: string) =>
    (await gatherPlan({ ...INPUT, startOn, officerIds: [] }, { db, packs })).subjects[0]?.flags;
  expect(await flagsOn('2024-06-01')).toEqual(['dishonest']);
  expect(await flagsOn('2026-11-24')).toEqual([]);
});
