import { expect, test } from 'vitest';
import { createSubject, openOffice } from '../../support/office';
import { draftOf, inForce, OWN, proposal, proposed, readyPack } from '../../support/own-pack';
import {
  AGENCY,
  addFiling,
  currentGrades,
  notRecomputed,
  officePack,
  packFile,
  packRows,
  rateEverybody,
  stricterPack,
} from '../../support/packs';

test('an own pack goes from draft to force on its day, and older ratings keep their rules', async () => {
  const office = await openOffice();
  await addFiling(office, office.subjectId, '1');
  await rateEverybody(office, '2026-11-23');
  const before = currentGrades(office);
  await readyPack(office);
  const id = await proposed(office);
  const [activation] = (await office.call('pack.list-activations', {})).rows;
  expect(activation).toMatchObject({
    id,
    ...OWN,
    state: 'proposed',
    from: '2026-12-01',
    proposedBy: '张示例',
    decidedBy: null,
    dryRun: { asOf: '2026-11-23', rated: 1, moved: 1, unrated: 0 },
  });
  expect(await inForce(office)).toMatchObject([{ packId: 'patent-agency-credit' }]);

  const own = await office.fails('pack.decide', { id, officerId: office.zhang, decision: 'approve' }, 'bad_input');
  expect(own.details).toEqual([{ path: 'officerId', message: '审批人与提出人是同一人' }]);
  await office.call('pack.decide', { id, officerId: office.li, decision: 'approve' });
  await office.fails('pack.decide', { id, officerId: office.wang, decision: 'approve' }, 'bad_state');

  office.goTo('2026-11-30');
  expect(await inForce(office)).toMatchObject([{ packId: 'patent-agency-credit' }]);
  office.goTo('2026-12-01');
  expect(await inForce(office)).toMatchObject([{ ...OWN, inForceFor: ['patent_agency'] }]);
  await rateEverybody(office, '2026-12-01');
  expect(currentGrades(office)).not.toEqual(before);
  const used = office.engine.store.reader.prepare('select pack_id from rating order by as_of').pluck().all();
  expect(used).toEqual(['patent-agency-credit', 'yunzhou-own']);
  expect(await notRecomputed(office)).toEqual([]);
  expect((await office.call('pack.get', OWN)).activations).toMatchObject([
    { id, state: 'approved', decidedBy: '李示例', decidedOn: '2026-11-23' },
  ]);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true, problem: null });
});

test('a draft is saved with its mistakes, never rates, and is finished only without any', async () => {
  const office = await openOffice();
  const content = await draftOf(office);
  expect(content).toMatchObject({
    id: OWN.packId,
    version: 1,
    status: 'office',
    issuer: '云州市知识产权局',
    effectiveFrom: '2026-11-23',
    extends: { id: AGENCY.packId, version: 2, changes: [expect.stringMatching(/^由《.+》第 2 版复制，尚未改动$/)] },
  });
  const saved = await office.call('pack.save-draft', { ...OWN, content: { ...content, grades: [], extra: 1 } });
  expect(saved.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['grades', 'extra']));
  expect((await office.call('pack.get', OWN)).content).toMatchObject({ extra: 1, grades: [] });
  const refused = await office.fails('pack.finish', OWN, 'bad_pack');
  expect(refused.message).toMatch(/“.+”第 1 版有 \d+ 处问题，不能定稿：/);
  expect(refused.details).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'extra' })]));

  const failing = { ...content, cases: [{ ...content['cases'][0], expect: { score: 1, grade: 'D' } }] };
  expect(await office.call('pack.save-draft', { ...OWN, content: failing })).toMatchObject({
    cases: [{ passed: false }],
  });
  expect((await office.fails('pack.finish', OWN, 'bad_pack')).details[0]).toMatchObject({ path: 'cases.0.expect' });

  for (const [route, input] of [
    ['pack.propose', proposal()],
    ['pack.export', { ...OWN, target: 'write:x' }],
  ] as const) {
    office.engine.grants.add('write:x', { path: `${office.dir}/x.json`, mode: 'write' });
    expect((await office.fails(route, input, 'bad_state')).message).toContain('还是草稿');
  }
  expect((await inForce(office)).map(({ packId }) => packId)).toEqual(['patent-agency-credit']);
});

test('a draft cannot become another pack, call itself official or keep silent on what it changed', async () => {
  const office = await openOffice();
  const content = await draftOf(office);
  for (const [path, head] of [
    ['content.id', { id: 'patent-agency-credit' }],
    ['content.version', { version: 2 }],
  ] as const) {
    const error = await office.fails('pack.save-draft', { ...OWN, content: { ...content, ...head } }, 'bad_input');
    expect(error.details[0]?.path).toBe(path);
  }
  await office.fails('pack.save-draft', { ...OWN, content: 'x' }, 'bad_input');
  const official = await office.call('pack.check', { content: { ...content, status: 'official' } });
  expect(official.problems).toEqual([{ path: 'status', message: expect.stringContaining('不是官方规则') }]);
  const silent = { ...content, base: { ...content['base'], points: content['base'].points - 1 } };
  expect((await office.call('pack.save-draft', { ...OWN, content: silent })).problems).toEqual([
    { path: 'extends.changes.0', message: expect.stringContaining('请写明作了哪些改动') },
  ]);
});

test('a finished version never changes; its next one is a new draft of the same name that says what it was made from', async () => {
  const office = await openOffice();
  await readyPack(office);
  const { content, sha256 } = await office.call('pack.get', OWN);
  expect((await office.fails('pack.save-draft', { ...OWN, content }, 'bad_state')).message).toContain('已经定稿');
  await office.fails('pack.discard-draft', { ...OWN, reason: '不要了' }, 'bad_state');
  expect(await office.call('pack.copy', { ...OWN, as: 'new_version' })).toEqual({ packId: OWN.packId, version: 2 });
  const second = await office.call('pack.get', { packId: OWN.packId, version: 2 });
  expect(second).toMatchObject({ state: 'draft', extends: OWN, differences: [] });
  expect((await office.fails('pack.copy', { ...OWN, as: 'new_version' }, 'conflict')).message).toContain('还没有定稿');
  await office.call('pack.discard-draft', { packId: OWN.packId, version: 2, reason: '暂不修订' });
  await office.fails('pack.get', { packId: OWN.packId, version: 2 }, 'not_found');
  expect((await office.call('pack.get', OWN)).sha256).toBe(sha256);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('an office counts no versions of a pack that others issue, and takes no name that is in use', async () => {
  const office = await openOffice();
  const error = await office.fails('pack.copy', { ...AGENCY, as: 'new_version' }, 'bad_state');
  expect(error.message).toContain('请改为复制成本局规则包');
  for (const newPackId of [undefined, '', 'A B', 'x'])
    expect(
      (
        await office.fails(
          'pack.copy',
          { ...AGENCY, as: 'own_pack', ...(newPackId === undefined ? {} : { newPackId }) },
          'bad_input',
        )
      ).details[0]?.path,
    ).toBe('newPackId');
  await office.fails('pack.copy', { ...AGENCY, as: 'own_pack', newPackId: 'enterprise-ip-sample' }, 'conflict');
  const sample = await office.call('pack.copy', {
    packId: 'enterprise-ip-sample',
    version: 1,
    as: 'own_pack',
    newPackId: 'own-sample',
  });
  // copied sample weights are still samples
  expect(await office.call('pack.get', sample)).toMatchObject({
    status: 'sample',
    notice: expect.stringContaining('样例权重'),
  });
  expect(packRows(office).packs).toBe(1);
});

test('the official pack of a higher version that was brought in by file does not come into force by itself', async () => {
  const office = await openOffice();
  const next = officePack({ id: 'patent-agency-credit', version: 3, status: 'official', extends: undefined });
  await office.call('pack.import', { file: packFile(office, next) });
  expect(await inForce(office)).toMatchObject([{ packId: 'patent-agency-credit', version: 2 }]);
  const id = await proposed(office, { packId: 'patent-agency-credit', version: 3, from: '2026-11-23' });
  await office.call('pack.decide', { id, officerId: office.li, decision: 'approve' });
  expect(await inForce(office)).toMatchObject([{ packId: 'patent-agency-credit', version: 3, origin: 'imported' }]);
});

test('trying a draft on one subject shows it beside the pack in force and writes nothing', async () => {
  const office = await openOffice();
  await addFiling(office, office.subjectId, '1');
  const { auditEntries } = await office.call('store.status', {});
  const content = stricterPack();
  const tried = await office.call('pack.try', { content, subjectId: office.subjectId });
  const points = (figures: { scoreThousandths: number } | null) => figures?.scoreThousandths ?? Number.NaN;
  expect(points(tried.inForce) - points(tried.tried)).toBe(30_000);
  expect(tried.lines.reduce((sum, line) => sum + line.pointsThousandths, 0)).toBe(points(tried.tried));
  const firm = await createSubject(office, '云州示例企业', { kind: 'enterprise' });
  await office.fails('pack.try', { content, subjectId: firm }, 'bad_input');
  const bad = await office.fails(
    'pack.try',
    { content: { ...content, grades: [] }, subjectId: office.subjectId },
    'bad_pack',
  );
  expect(bad.details[0]?.path).toBe('grades');
  expect((await office.call('store.status', {})).auditEntries).toBe(auditEntries + 1);
});
