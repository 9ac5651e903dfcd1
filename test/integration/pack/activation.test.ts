import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { packText } from '#shared/domain/rating/pack-text';
import type { RouteInput } from '#shared/ipc/contract';
import { openOffice } from '../../support/office';
import { inForce, OWN, proposal, proposed, readyPack } from '../../support/own-pack';
import { AGENCY, officePack, packFile, packRows } from '../../support/packs';

test.each<[string, Partial<RouteInput<'pack.propose'>>, 'bad_input' | 'not_found', string]>([
  ['a day before today', { from: '2026-11-22' }, 'bad_input', 'from'],
  ['an end before its beginning', { until: '2026-11-30' }, 'bad_input', 'until'],
  ['a kind that it does not rate', { subjectKinds: ['patent_agency', 'enterprise'] }, 'bad_input', 'subjectKinds.1'],
  ['a version that is not there', { version: 9 }, 'not_found', ''],
])('a proposal for %s is refused and leaves nothing', async (_what, change, code, path) => {
  const office = await openOffice();
  await readyPack(office);
  const error = await office.fails('pack.propose', proposal(change), code);
  expect(error.details[0]?.path ?? '').toBe(path);
  expect(packRows(office).activations).toBe(0);
});

test('a pack is proposed only for days on which it is in force itself', async () => {
  const office = await openOffice();
  await office.call('pack.import', {
    file: packFile(office, officePack({ effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' })),
  });
  const key = { packId: 'yunzhou-agency', version: 1 };
  for (const [change, path] of [
    [{ from: '2026-12-31' }, 'from'],
    [{ from: '2028-01-01' }, 'from'],
    [{ from: '2027-01-01', until: '2028-01-01' }, 'until'],
  ] as const)
    expect((await office.fails('pack.propose', proposal({ ...key, ...change }), 'bad_input')).details[0]?.path).toBe(
      path,
    );
  await proposed(office, { ...key, from: '2027-01-01', until: '2027-12-31' });
});

test('two packs cannot begin to rate the same kind on the same day, proposed or approved', async () => {
  const office = await openOffice();
  await readyPack(office);
  const first = await proposed(office);
  const rival = { ...AGENCY, subjectKinds: ['patent_agency' as const] };
  const error = await office.fails('pack.propose', proposal(rival), 'conflict');
  expect(error.message).toContain('两个规则包同时生效：专利代理机构自 2026-12-01 起');
  expect(error.details[0]).toMatchObject({ path: 'from' });
  expect((await office.fails('pack.propose', proposal(), 'conflict')).message).toContain('不必再次提出');
  await office.call('pack.decide', { id: first, officerId: office.li, decision: 'approve' });
  await office.fails('pack.propose', proposal(rival), 'conflict');
  // another day is another decision: the later one rules from its day on
  const later = await proposed(office, { ...rival, from: '2027-01-01' });
  await office.call('pack.decide', { id: later, officerId: office.li, decision: 'approve' });
  office.goTo('2026-12-31');
  expect(await inForce(office)).toMatchObject([OWN]);
  office.goTo('2027-01-01');
  expect(await inForce(office)).toMatchObject([AGENCY]);
});

test('an activation with an end gives the kind back on the day after', async () => {
  const office = await openOffice();
  await readyPack(office);
  const id = await proposed(office, { until: '2026-12-31' });
  await office.call('pack.decide', { id, officerId: office.li, decision: 'approve' });
  office.goTo('2026-12-31');
  expect(await inForce(office)).toMatchObject([OWN]);
  office.goTo('2027-01-01');
  expect(await inForce(office)).toMatchObject([AGENCY]);
});

test('a rejection says why and frees the day; who is out of service cannot decide', async () => {
  const office = await openOffice();
  await readyPack(office);
  const id = await proposed(office);
  const blank = await office.fails('pack.decide', { id, officerId: office.li, decision: 'reject' }, 'bad_input');
  expect(blank.details).toEqual([{ path: 'reason', message: '驳回应当写明理由' }]);
  const [wang] = (await office.call('officer.list', { activeOnly: true })).officers.filter((o) => o.id === office.wang);
  if (!wang) throw new Error('no officer');
  await office.call('officer.save', {
    id: office.wang,
    name: '王示例',
    certificateNo: 'Y003',
    certificateUntil: null,
    station: '',
    position: '',
    skills: [],
    leaves: [],
    active: false,
  });
  await office.fails('pack.decide', { id, officerId: office.wang, decision: 'approve' }, 'bad_input');
  await office.call('pack.decide', { id, officerId: office.li, decision: 'reject', reason: '依据不足' });
  expect((await office.call('pack.list-activations', {})).rows).toMatchObject([
    { state: 'rejected', reason: '依据不足', decidedBy: '李示例' },
  ]);
  await proposed(office);
});

test('an approval that comes after the day is refused: it would rewrite days that have been rated', async () => {
  const office = await openOffice();
  await readyPack(office);
  const id = await proposed(office);
  office.goTo('2026-12-02');
  const error = await office.fails('pack.decide', { id, officerId: office.li, decision: 'approve' }, 'bad_state');
  expect(error.message).toContain('启用日期 2026-12-01 已过');
  await office.call('pack.decide', { id, officerId: office.li, decision: 'reject', reason: '逾期' });
});

test('a pack whose stored content was altered after the proposal can neither be approved nor rate', async () => {
  const office = await openOffice();
  await readyPack(office);
  const id = await proposed(office);
  const { writer } = office.engine.store;
  writer.exec('update rule_pack set content = replace(content, \'"version": 1\', \'"version":  1\')');
  const error = await office.fails('pack.decide', { id, officerId: office.li, decision: 'approve' }, 'bad_pack');
  expect(error.message).toContain('不在本机或已被改动');
  expect(await inForce(office)).toMatchObject([AGENCY]);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: false });
});

test('a pack whose cases fail cannot be proposed, however it came into the store', async () => {
  const office = await openOffice();
  const { cases } = officePack();
  const text = packText(officePack({ cases: [{ ...cases[0], expect: { score: 1, grade: 'D' } }] }));
  await office.write((tx) =>
    tx.insert('rule_pack', {
      id: tx.newId(),
      kind: 'rating',
      pack_id: 'yunzhou-agency',
      version: 1,
      title: '用例不符',
      sha256: createHash('sha256').update(text).digest('hex'),
      content: text,
      origin: 'imported',
      state: 'ready',
      officer_id: null,
      created_at: tx.now,
      changed_at: tx.now,
    }),
  );
  const error = await office.fails('pack.propose', proposal({ packId: 'yunzhou-agency' }), 'bad_pack');
  expect(error.details).toEqual([{ path: 'cases.0.expect', message: expect.stringContaining('未通过') }]);
  expect(packRows(office).activations).toBe(0);
});
