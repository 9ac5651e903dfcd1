import { expect, test } from 'vitest';
import { draw } from '#shared/domain/plan/draw';
import { freezePopulation } from '#shared/domain/plan/population';
import { sha256Hex } from '#shared/kernel/sha256';
import { DRAWN_ONLY } from '../../../electron/db/visit-row';
import { addAgencies, announce, officeWithAgencies, PLAN_INPUT, PUBLIC_VALUE, visitsOf } from '../../support/draw';
import { createSubject, type Office, saveOfficer } from '../../support/office';

const freezeOf = (office: Office, id: string) => office.call('plan.get-freeze', { id });
const plansOf = async (office: Office) => (await office.call('plan.list', {})).plans;

test('a freeze is recorded with its hashes and keeps the nonce to itself until the draw, which must be the promised one', async () => {
  const office = await officeWithAgencies();
  const { freezeId, draw: input } = await announce(office);
  const { freezes } = await office.call('plan.list-freezes', {});
  expect(freezes.map(({ id, state }) => [id, state])).toEqual([[freezeId, 'frozen']]);
  const frozen = await freezeOf(office, freezeId);
  expect(frozen).toMatchObject({ populationSize: 13, officers: 3, changes: [], planId: null });
  const row = await office.engine.store.db.selectFrom('plan_freeze').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify([freezes, frozen])).not.toContain(row.nonce);
  expect(frozen.nonceSha256).toBe(sha256Hex(row.nonce));
  expect(row.list).toContain(`commit|${frozen.nonceSha256}`);
  expect(sha256Hex(row.list)).toBe(frozen.listSha256);

  const { planId } = await office.call('plan.draw', input);
  const plan = await office.call('plan.get', { id: planId });
  expect(sha256Hex(plan.seedParts.officeNonce)).toBe(frozen.nonceSha256);
  expect(plan.seedParts.typists).toBe('张示例、王见证');
  expect(plan.freeze).toMatchObject({ id: freezeId, listSm3: frozen.listSm3 });
  expect(await freezeOf(office, freezeId)).toMatchObject({ state: 'drawn', planId });
  const { rows } = await office.call('audit.list', {});
  const freezing = rows.find(({ route }) => route === 'plan.freeze');
  expect(freezing?.summary).toContain(frozen.listSha256);
});

test('a list that changed after it was frozen is drawn from as it was, and says what is different', async () => {
  const office = await officeWithAgencies(40);
  const { freezeId, draw: input } = await announce(office);
  const before = await freezeOf(office, freezeId);
  await createSubject(office, '后来的示例专利代理事务所', { agencyCode: '33999' });
  await saveOfficer(office, '李示例', 'Y002', { id: office.li, certificateUntil: '2026-12-01' });
  const { changes } = await freezeOf(office, freezeId);
  expect(changes.join()).toContain('新增 1 户、减少 0 户');
  expect(changes.join()).toContain('李示例');
  const { planId, problems } = await office.call('plan.draw', input);
  expect(problems).toEqual(expect.arrayContaining(changes));
  const plan = await office.call('plan.get', { id: planId });
  expect(plan).toMatchObject({ populationSize: before.populationSize, listSha256: before.listSha256 });
  expect((await office.call('plan.verify', { id: planId })).message).toContain('检查人员和跳过情况也一致');
});

test.each([
  ['two people type different values', { publicValueAgain: '3 5 1 7' }, 'publicValueAgain'],
  ['one person types twice', { typedAgainBy: '张示例' }, 'typedAgainBy'],
])('when %s nothing is drawn', async (_what, change, path) => {
  const office = await officeWithAgencies();
  const { draw: input } = await announce(office);
  const error = await office.fails('plan.draw', { ...input, ...change }, 'bad_input');
  expect(error.details.map((detail) => detail.path)).toEqual([path]);
  expect(await plansOf(office)).toEqual([]);
});

test('a list is drawn from once, also after its draw was declared void', async () => {
  const office = await officeWithAgencies();
  const { draw: input } = await announce(office);
  const { planId } = await office.call('plan.draw', input);
  await office.fails('plan.draw', { ...input, publicValue: '1 1', publicValueAgain: '1 1' }, 'conflict');
  await office.call('plan.void', { id: planId, reason: '名录有误', secondOfficerId: office.li });
  await office.fails('plan.draw', input, 'conflict');
  expect((await plansOf(office)).map(({ state }) => state)).toEqual(['void']);
});

test('a list that is put away stays listed with the reason and is not drawn from', async () => {
  const office = await officeWithAgencies();
  const { freezeId, draw: input } = await announce(office);
  await office.call('plan.discard-freeze', { id: freezeId, reason: '漏了一家' });
  await office.fails('plan.draw', input, 'bad_state');
  await office.fails('plan.discard-freeze', { id: freezeId, reason: '再来' }, 'bad_state');
  expect(await freezeOf(office, freezeId)).toMatchObject({ state: 'discarded', discardReason: '漏了一家' });
});

test('of two lists frozen beside each other only one is drawn from where they would visit the same subject', async () => {
  const office = await officeWithAgencies();
  const [first, second] = [await announce(office), await announce(office)];
  await office.call('plan.draw', first.draw);
  const error = await office.fails('plan.draw', second.draw, 'conflict');
  expect(error.message).toContain('已被其他抽查计划抽中');
});

test('with the clock set back before the freeze nothing is drawn, and a new freeze says that the clock is behind', async () => {
  const office = await officeWithAgencies();
  const { draw: input } = await announce(office);
  office.goTo('2026-11-22');
  const error = await office.fails('plan.draw', input, 'bad_state');
  expect(error.message).toContain('校正电脑的日期和时间');
  const { freezeId } = await announce(office);
  expect((await freezeOf(office, freezeId)).problems.join()).toContain('电脑时间早于上一次');
  office.goTo('2026-11-23');
  await office.call('plan.draw', input);
});

test('a list without anybody, or from which nobody would be drawn, is not frozen', async () => {
  const office = await officeWithAgencies(0);
  const { draw: input } = await announce(office);
  await office.call('plan.draw', input);
  const error = await office.fails('plan.freeze', { ...PLAN_INPUT, title: '第二次' }, 'bad_input');
  expect(error.message).toContain('候选名录为空');
  expect((await office.call('plan.list-freezes', {})).freezes).toHaveLength(1);
});

test('a year without an official calendar is frozen with a warning that the plan keeps', async () => {
  const office = await officeWithAgencies();
  const { draw: input } = await announce(office, { year: 2028, startOn: '2028-01-03' });
  const { problems } = await office.call('plan.draw', input);
  expect(problems.join()).toContain('没有 2028 年经核实的放假安排');
});

test('whoever drew cannot confirm that the draw is void, whoever asks for it', async () => {
  const office = await officeWithAgencies();
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const ask = { id: planId, reason: '名录有误', secondOfficerId: office.zhang };
  const error = await office.fails('plan.void', ask, 'forbidden', { officerId: office.li });
  expect(error.message).toContain('不能是当初的抽取人');
  await office.call('plan.void', { ...ask, secondOfficerId: office.wang }, { officerId: office.li });
});

test('what comes between the draw and the visits is told: a certificate, an avoidance, an officer out of service', async () => {
  const office = await officeWithAgencies();
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  expect((await office.call('plan.get', { id: planId })).attention).toEqual([]);
  const [visit] = await visitsOf(office, planId);
  const [first, second] = visit?.officers ?? [];
  if (!visit || !first || !second) throw new Error('no pair');
  await saveOfficer(office, first.name, first.certificateNo, { id: first.id, certificateUntil: '2026-11-23' });
  await office.call('officer.add-avoidance', {
    officerId: second.id,
    subjectId: visit.subjectId,
    reason: '近亲属任职',
  });
  const { attention } = await office.call('plan.get', { id: planId });
  expect(attention.join()).toContain(`${first.name}的执法证件 2026-11-23 到期`);
  expect(attention.join()).toContain(`${second.name}在抽取后登记了回避`);
  expect((await office.call('plan.verify', { id: planId })).ok).toBe(true);
});

test('a visit that was moved does not break the proof, and is counted', async () => {
  const office = await officeWithAgencies();
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const [visit] = await visitsOf(office, planId);
  await office.call('plan.move-visit', { visitId: visit?.id ?? '', date: '2026-12-30', reason: '对方申请' });
  expect(await office.call('plan.verify', { id: planId })).toMatchObject({
    ok: true,
    message: expect.stringContaining('其中 1 户抽取后改过日期'),
  });
});

test('batches are drawn one after the other from those not yet drawn, each with its own list and seed', async () => {
  const office = await officeWithAgencies(99, { today: '2026-01-01' });
  const batch = { scope: 'batch', startOn: '2026-01-01' } as const;
  const seen = new Set<string>();
  const seeds = new Set<string>();
  const plans: string[] = [];
  for (let no = 1; no <= 3; no++) {
    office.goTo(`2026-0${no}-01`);
    const { draw: input, freezeId } = await announce(office, { ...batch, startOn: `2026-0${no}-01` });
    const frozen = await freezeOf(office, freezeId);
    expect(frozen).toMatchObject({ scope: 'batch', batchNo: no, populationSize: 100 - seen.size, total: 2 });
    const { planId } = await office.call('plan.draw', input);
    for (const { code, date, batchNo } of await visitsOf(office, planId)) {
      expect(seen).not.toContain(code);
      seen.add(code);
      expect([batchNo, date.slice(0, 7)]).toEqual([no, `2026-0${no}`]);
    }
    const plan = await office.call('plan.get', { id: planId });
    expect((await office.call('plan.verify', { id: planId })).ok).toBe(true);
    seeds.add(plan.seed);
    plans.push(planId);
  }
  expect([seen.size, seeds.size]).toEqual([6, 3]);

  // the pool grows in March: what is still owed grows with it
  await addAgencies(office, 50, 500);
  const grown = await office.call('plan.preview', { ...PLAN_INPUT, ...batch, startOn: '2026-04-01' });
  expect(grown.strata.reduce((sum, { base }) => sum + base, 0)).toBe(150);
  expect(grown.total).toBe(4);

  // a void batch is the next to be drawn
  await office.call('plan.void', { id: plans[1] ?? '', reason: '名录有误', secondOfficerId: office.li });
  expect(await office.call('plan.preview', { ...PLAN_INPUT, ...batch, startOn: '2026-04-01' })).toMatchObject({
    batchNo: 2,
  });
});

test('two lists of one batch: the second is refused once the first is drawn', async () => {
  const office = await officeWithAgencies(99);
  const batch = { scope: 'batch' } as const;
  const [first, second] = [await announce(office, batch), await announce(office, batch)];
  await office.call('plan.draw', first.draw);
  const error = await office.fails('plan.draw', second.draw, 'conflict');
  expect(error.message).toContain('第 1 批已经抽取');
});

test('officers who went with earlier batches go less often with the next', async () => {
  const office = await officeWithAgencies(99);
  await saveOfficer(office, '赵示例', 'Y004');
  const loads = new Map<string, number>();
  for (let no = 1; no <= 4; no++) {
    const { draw: input } = await announce(office, { scope: 'batch' });
    const { planId } = await office.call('plan.draw', { ...input, ...PUBLIC_VALUE });
    for (const { officers } of await visitsOf(office, planId))
      for (const { name } of officers) loads.set(name, (loads.get(name) ?? 0) + 1);
  }
  const counts = [...loads.values()];
  expect(loads.size).toBe(4);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3);
});

test('a draw of the first method, made before freezes were recorded, still verifies and still tells a change', async () => {
  const office = await officeWithAgencies(0);
  const population = freezePopulation([{ code: '33100', stratum: 'good' }]);
  const seedParts = { publicValue: '3 5 1 6', officeNonce: 'ab'.repeat(16) };
  const drawn = draw(population, [{ stratum: 'good', count: 1 }], seedParts);
  const [pick] = drawn.picks;
  if (!pick) throw new Error('nothing drawn');
  await office.write((tx) => {
    tx.insert('plan', {
      id: 'old',
      year: 2026,
      title: '旧计划',
      pack_id: 'test',
      pack_version: 1,
      pack: '{}',
      strata: JSON.stringify([{ id: 'good', count: 1, inspectionKind: 'double_random' }]),
      exclusions: '[]',
      population: population.text,
      population_sha256: population.sha256,
      seed_parts: JSON.stringify({ ...seedParts, witnesses: '王见证' }),
      seed: drawn.seed,
      algorithm: drawn.algorithm,
      problems: '[]',
      state: 'drawn',
      void_reason: null,
      officer_id: office.zhang,
      created_at: tx.now,
      freeze_id: null,
      void_by: null,
      void_second: null,
      void_at: null,
      campaign_id: null,
    });
    tx.insert('visit', {
      ...DRAWN_ONLY,
      id: 'old-visit',
      plan_id: 'old',
      subject_id: office.subjectId,
      code: pick.code,
      stratum: pick.stratum,
      rank: pick.rank,
      draw_key: pick.key,
      batch_no: 1,
      date: '2026-12-01',
      officer1_id: office.zhang,
      officer2_id: office.li,
      skips: '[]',
      state: 'planned',
      inspection_id: null,
    });
  });
  expect((await office.call('plan.verify', { id: 'old' })).message).toContain('第 1 版方法，不含人员');
  expect((await office.call('plan.list', {})).plans[0]).toMatchObject({ listSha256: population.sha256, batchNo: null });
  await office.write((tx) => tx.update('visit', 'old-visit', { code: 'FRIEND' }));
  expect(await office.call('plan.verify', { id: 'old' })).toMatchObject({ ok: false });
});
