import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RouteInput } from '#shared/ipc/contract';
import { gatherPlan } from '../../../electron/features/plan/gather-plan';
import { createPacks } from '../../../electron/packs/packs';
import { announce, officeWithAgencies, PLAN_INPUT, visitsOf } from '../../support/draw';
import { finishedInspection, type Office, saveOfficer } from '../../support/office';

const preview = (office: Office, change: Partial<RouteInput<'plan.preview'>> = {}) =>
  office.call('plan.preview', { ...PLAN_INPUT, ...change });

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
  const { exclusions } = await preview(office);
  const planned = (await visitsOf(office, planId)).map(({ code }) => code).sort();
  expect(planned).toHaveLength(visits);
  expect(exclusions.map(({ code }) => code).sort()).toEqual(planned);
  expect(exclusions.every(({ reason }) => reason.includes('本年度已列入其他抽查计划'))).toBe(true);
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
  const foreseen = (await preview(office)).problems;
  expect(foreseen.join()).toContain('两名以上执法人员');
  const { draw } = await announce(office);
  const { planId, problems } = await office.call('plan.draw', draw);
  const visits = await visitsOf(office, planId);
  expect(visits.length).toBeGreaterThan(0);
  expect(visits.every((visit) => visit.officers.length === 0)).toBe(true);
  expect(problems).toEqual(foreseen);
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
  ['the list', "update plan_freeze set list = replace(list, '33101', '33191')"],
  ['the announced hash', "update plan_freeze set list_sha256 = replace(list_sha256, 'a', 'b')"],
  ['the nonce', `update plan set seed_parts = json_set(seed_parts, '$.officeNonce', '${'ab'.repeat(32)}')`],
  ['an officer', 'update visit set officer1_id = officer2_id, officer2_id = officer1_id where rank = 1'],
  ['the skips', `update visit set skips = '[{"officerId":"x","date":"2026-12-01","reason":"leave"}]'`],
  ['the subject behind a code', 'update visit set subject_id = (select max(subject_id) from visit)'],
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
  expect((await preview(office)).exclusions).toEqual([]);
  expect((await office.call('plan.get', { id: planId })).voided).toMatchObject({ by: '张示例', second: '李示例' });
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
  expect((await preview(office)).exclusions.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('已接受现场检查'),
  ]);
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
    (await gatherPlan({ ...PLAN_INPUT, startOn, officerIds: [], scope: 'year' }, { db, packs })).subjects[0]?.flags;
  expect(await flagsOn('2024-06-01')).toEqual(['dishonest']);
  expect(await flagsOn('2026-11-24')).toEqual([]);
});
