import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chooseTarget, validUscc } from '../../support/import-files';
import { createSubject, type Office, openOffice } from '../../support/office';
import {
  addFiling,
  currentGrades,
  officePack,
  packFile,
  packRows,
  rateEverybody,
  stricterPack,
} from '../../support/packs';
import { readBook, textsOf } from '../../support/report-store';

const KEY = { packId: 'yunzhou-agency', version: 1 } as const;
const REQUEST = { ...KEY, subjectKinds: ['patent_agency' as const] };

/** Three agencies with an approved grade, one rated for the first time, one firm that the pack does not rate. */
async function openFull(): Promise<Office> {
  const office = await openOffice();
  const second = await createSubject(office, '云州乙示例专利代理事务所', { uscc: validUscc(7), noUsccReason: null });
  await createSubject(office, '云州丙示例专利代理事务所');
  await createSubject(office, '云州示例企业', { kind: 'enterprise' });
  for (const no of ['1', '2', '3']) await addFiling(office, second, no);
  await rateEverybody(office, '2026-11-20');
  await createSubject(office, '云州丁示例专利代理事务所');
  await office.call('pack.import', { file: packFile(office, stricterPack()) });
  return office;
}

const activate = async (office: Office) => {
  const { id } = await office.call('pack.propose', { ...REQUEST, from: '2026-11-23', note: '测试' });
  await office.call('pack.decide', { id, officerId: office.li, decision: 'approve' });
};

test('a dry run says of each what the rating after the activation then gives, and writes nothing', async () => {
  const office = await openFull();
  const before = currentGrades(office);
  const { auditEntries } = await office.call('store.status', {});
  const run = await office.call('pack.dry-run', REQUEST);
  expect((await office.call('store.status', {})).auditEntries).toBe(auditEntries);
  expect(run).toMatchObject({ asOf: '2026-11-23', rated: 4, unrated: 1 });
  expect(run.moved.length).toBeGreaterThan(0);
  expect(run.matrix.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  expect(run.matrix.filter(({ from }) => from === null)).toEqual([{ from: null, to: 'C', count: 1 }]);

  await activate(office);
  await rateEverybody(office, '2026-11-23');
  const after = currentGrades(office);
  const really = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(run.moved.map(({ subjectName }) => subjectName).sort()).toEqual(really.sort());
  for (const { subjectName, from, to } of run.moved)
    expect([from, to]).toEqual([before[subjectName], after[subjectName]]);
  expect(await office.call('pack.dry-run', REQUEST)).toMatchObject({ rated: 4, unrated: 0, moved: [] });
});

test('the causes of a mover add up, and what else changed since its grade is told apart from the rules', async () => {
  const office = await openFull();
  const only = await office.call('pack.dry-run', REQUEST);
  for (const mover of only.moved) expect(mover.causes.map(({ kind }) => kind)).toEqual(['pack']);
  await addFiling(office, office.subjectId, '9');
  const run = await office.call('pack.dry-run', REQUEST);
  const mover = run.moved.find(({ subjectId }) => subjectId === office.subjectId);
  expect(mover?.causes.map(({ kind }) => kind)).toEqual(['pack', 'new']);
  for (const { causes, scoreThousandths, fromScoreThousandths } of run.moved)
    expect(causes.reduce((sum, { deltaThousandths }) => sum + deltaThousandths, 0)).toBe(
      scoreThousandths - (fromScoreThousandths ?? Number.NaN),
    );
});

test('a pack that only changes words moves nobody', async () => {
  const office = await openFull();
  await office.call('pack.import', { file: packFile(office, officePack({ id: 'same-rules' }), 'same.json') });
  const run = await office.call('pack.dry-run', { ...REQUEST, packId: 'same-rules' });
  expect(run).toMatchObject({ rated: 4, moved: [] });
});

test('a kind that the pack does not rate is refused, and so is a draft that cannot rate', async () => {
  const office = await openFull();
  const error = await office.fails('pack.dry-run', { ...KEY, subjectKinds: ['enterprise'] }, 'bad_input');
  expect(error.details[0]?.path).toBe('subjectKinds.0');
  const draft = await office.call('pack.copy', { ...KEY, as: 'own_pack', newPackId: 'own-draft' });
  expect(await office.call('pack.dry-run', { ...REQUEST, ...draft })).toMatchObject({ rated: 4 });
  const { content } = await office.call('pack.get', draft);
  await office.call('pack.save-draft', { ...draft, content: { ...(content as object), grades: [] } });
  await office.fails('pack.dry-run', { ...REQUEST, ...draft }, 'bad_pack');
});

test('a proposal or a dry run that is stopped half-way leaves nothing, also with records still unread', async () => {
  const office = await openFull();
  for (let i = 0; i < 410; i++)
    await createSubject(office, `云州第${i}示例专利代理事务所`, { agencyCode: String(20_000 + i) });
  await addFiling(office, await createSubject(office, '云州末示例专利代理事务所', { agencyCode: '39999' }), '77');
  const before = await office.call('store.status', {});
  const stop = office.engine.onEvent((event) => {
    if (event.name === 'job.progress') void office.engine.invoke('job.cancel', { jobId: 'j1' });
  });
  const proposal = { ...REQUEST, from: '2026-12-01', note: '测试' };
  await office.fails('pack.propose', proposal, 'cancelled', { jobId: 'j1' });
  await office.fails('pack.dry-run', REQUEST, 'cancelled', { jobId: 'j1' });
  stop();
  expect(packRows(office).activations).toBe(0);
  expect((await office.call('store.status', {})).auditEntries).toBe(before.auditEntries);
  await office.call('pack.propose', proposal);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('the list of movers in Excel holds the movers of the dry run, with codes, scores and reasons', async () => {
  const office = await openFull();
  const run = await office.call('pack.dry-run', REQUEST);
  const { target, path } = chooseTarget(office, '试算.xlsx');
  const params = { packId: KEY.packId, version: '1', kinds: 'patent_agency' };
  const done = await office.call('report.export', { report: 'pack-dry-run', params, target });
  expect(done.rows).toBe(run.moved.length);
  const sheet = (await readBook(path)).worksheets[0];
  const texts = textsOf(sheet);
  expect(texts).toEqual(
    expect.arrayContaining(['主体', '代码', '类型', '现等级', '新等级', '现得分', '新得分', '原因', '专利代理机构']),
  );
  expect(texts.join('\n')).toContain(`4 个中 ${run.moved.length} 个等级变动`);
  expect(texts).toContain(validUscc(7));
  for (const mover of run.moved) {
    expect(texts).toContain(mover.subjectName);
    expect(texts).toContain(mover.causes.map(({ sentence }) => sentence).join('；'));
  }
});

test.each([
  [{ packId: '', version: '1', kinds: 'patent_agency' }, 'bad_input'],
  [{ packId: KEY.packId, version: 'x', kinds: 'patent_agency' }, 'not_found'],
  [{ packId: KEY.packId, version: '1', kinds: 'enterprise' }, 'bad_input'],
] as const)('the list for %j is refused and no file is written', async (params, code) => {
  const office = await openFull();
  const { target, path } = chooseTarget(office, '试算.xlsx');
  await office.fails('report.export', { report: 'pack-dry-run', params, target }, code);
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});
