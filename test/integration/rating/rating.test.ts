import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../../electron/engine/engine';
import { createSubject, type Office, openOffice, rateAllNow, rateNow } from '../../support/office';
import { addFiling } from '../../support/packs';
import { temporaryFolder } from '../../support/store';

const current = async (office: Office) =>
  (await office.call('rating.list', {})).rows.find(({ subjectId }) => subjectId === office.subjectId);

const addFact = (office: Office, sourceNo: string, change = {}) =>
  addFiling(office, office.subjectId, sourceNo, change);

test('rating all gives each subject what rating it alone gives, byte for byte', async () => {
  const office = await openOffice();
  await createSubject(office, '云州另一示例专利代理事务所');
  // facts that differ in nothing but their number, written in both orders
  for (const no of ['3', '1', '2']) await addFact(office, no);
  await rateAllNow(office);
  await rateNow(office);
  const stored = office.engine.store.reader
    .prepare('select input, trace, score, grade_code from rating where subject_id = ? order by created_at, id')
    .all(office.subjectId);
  expect(stored).toHaveLength(2);
  expect(stored[0]).toEqual(stored[1]);
});

test('looking back to an earlier day does not change the grade that lists and draws go by', async () => {
  const office = await openOffice();
  await addFact(office, '1');
  const now = await rateNow(office);
  const back = await rateNow(office, { asOf: '2026-01-05' });
  expect(back.scoreThousandths).toBeGreaterThan(now.scoreThousandths);
  expect(await current(office)).toMatchObject({ id: now.ratingId, asOf: '2026-11-23' });
  expect((await office.call('rating.history', { subjectId: office.subjectId })).rows).toHaveLength(2);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('of two ratings on the same day the later one counts', async () => {
  const office = await openOffice();
  await rateNow(office);
  await addFact(office, '1');
  const second = await rateNow(office);
  expect((await current(office))?.id).toBe(second.ratingId);
});

test('a day that has not come yet cannot be rated, one or all', async () => {
  const office = await openOffice();
  await office.fails('rating.rate-subject', { subjectId: office.subjectId, asOf: '2026-11-24' }, 'bad_input');
  await office.fails('rating.rate-all', { asOf: '2099-01-01' }, 'bad_input');
});

test.each([
  ['withdrawn', '2026-11-01'],
  ['repaired', '2026-11-01'],
])('a fact that was %s no longer costs points', async (state, state_on) => {
  const office = await openOffice();
  const clean = await rateNow(office);
  await addFact(office, '1', { state, state_on, state_reason: '测试' });
  const after = await rateNow(office);
  expect(after.scoreThousandths).toBe(clean.scoreThousandths);
  await addFact(office, '2');
  const again = await rateNow(office);
  expect(again.scoreThousandths).toBeLessThan(clean.scoreThousandths);
});

test('a rating is explained by the pack that made it, although its file was changed or removed since', async () => {
  const office = await openOffice();
  const { ratingId } = await rateNow(office);
  expect(await office.call('rating.explain', { ratingId })).toMatchObject({ recomputes: true });
  await office.close();
  const resourcesDir = join(temporaryFolder(), 'resources');
  cpSync(resolve(import.meta.dirname, '../../../resources'), resourcesDir, { recursive: true });
  for (const name of readdirSync(join(resourcesDir, 'packs/rating')).filter((file) =>
    file.startsWith('patent-agency-credit'),
  ))
    writeFileSync(
      join(resourcesDir, 'packs/rating', name),
      readFileSync(join(resourcesDir, 'packs/rating', name), 'utf8').replace('"points": 100', '"points": 99'),
    );
  const engine = createEngine({
    storeDir: office.dir,
    resourcesDir,
    nativeBinding: null,
    workerFile: null,
    checkOutput: true,
  });
  const reply = await engine.invoke('rating.explain', { ratingId });
  await engine.close();
  expect(reply).toMatchObject({ ok: true, value: { recomputes: true, rating: { scoreThousandths: 100_000 } } });
});

test('stopping a rating of everybody half-way leaves no rating and no audit entry', async () => {
  const office = await openOffice();
  for (let i = 0; i < 250; i++) await createSubject(office, `云州第${i}示例企业`, { kind: 'enterprise' });
  const before = (await office.call('store.status', {})).auditEntries;
  office.engine.onEvent((event) => {
    if (event.name === 'job.progress') void office.engine.invoke('job.cancel', { jobId: 'j1' });
  });
  await office.fails('rating.rate-all', {}, 'cancelled', { jobId: 'j1' });
  expect((await office.call('rating.list', {})).total).toBe(0);
  expect((await office.call('store.status', {})).auditEntries).toBe(before);
});
