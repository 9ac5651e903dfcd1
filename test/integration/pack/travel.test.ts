import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packText } from '#shared/domain/rating/pack-text';
import { openTestEngine, shippedResources } from '../../support/engine';
import { chooseTarget } from '../../support/import-files';
import { openOffice } from '../../support/office';
import {
  AGENCY,
  addFiling,
  notRecomputed,
  officePack,
  packFile,
  rateEverybody,
  shippedText,
} from '../../support/packs';
import { temporaryFolder } from '../../support/store';

const KEY = { packId: 'yunzhou-agency', version: 1 } as const;

test('a pack carried to another office has the same bytes, the same hash and the same content there', async () => {
  const office = await openOffice();
  const draft = await office.call('pack.copy', { ...AGENCY, as: 'own_pack', newPackId: KEY.packId });
  await office.call('pack.finish', draft);
  const here = await office.call('pack.get', draft);
  const { target, path } = chooseTarget(office, '规则包.json');
  const exported = await office.call('pack.export', { ...draft, target });
  expect(exported).toEqual({ fileName: '规则包.json', sha256: here.sha256 });
  const bytes = readFileSync(path);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(here.sha256);

  const other = await openOffice({ seed: 9 });
  const file = other.choose('brought.json', bytes);
  expect(await other.call('pack.import', { file })).toMatchObject({ ...draft, alreadyThere: false });
  const there = await other.call('pack.get', draft);
  expect(there).toMatchObject({ sha256: here.sha256, origin: 'imported', state: 'ready' });
  expect(there.differences).toEqual(here.differences);
  expect(there.content).toEqual(here.content);
  expect(await other.call('pack.import', { file })).toMatchObject({ alreadyThere: true });
  const again = chooseTarget(other, '再出.json');
  await other.call('pack.export', { ...draft, target: again.target });
  expect(readFileSync(again.path).equals(bytes)).toBe(true);
  // what another office made can be carried on here under its own count
  expect(await other.call('pack.copy', { ...draft, as: 'new_version' })).toEqual({ ...draft, version: 2 });
  expect(await other.call('store.verify', {})).toMatchObject({ ok: true });
});

test('a file saved by an editor with a byte order mark is read, and its text keeps its own hash', async () => {
  const office = await openOffice();
  const text = packText(officePack()).replaceAll('\n', '\r\n');
  await office.call('pack.import', { file: packFile(office, `\ufeff${text}`) });
  const { sha256 } = await office.call('pack.get', KEY);
  expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
});

test('a shipped pack is exported as its file is', async () => {
  const office = await openOffice();
  const { target, path } = chooseTarget(office, '国家.json');
  await office.call('pack.export', { ...AGENCY, target });
  expect(readFileSync(path, 'utf8')).toBe(shippedText('patent-agency-credit.v2'));
});

test('a place that cannot be written to is refused and what stood there stays', async () => {
  const office = await openOffice();
  const { target, path } = chooseTarget(office, '同名文件夹');
  mkdirSync(path);
  writeFileSync(join(path, '原有.txt'), '原有');
  await office.fails('pack.export', { ...AGENCY, target }, 'bad_file');
  expect(readFileSync(join(path, '原有.txt'), 'utf8')).toBe('原有');
});

/** The shipped files as a later program may bring them: without one pack. */
function resourcesWithout(file: string): string {
  const dir = join(temporaryFolder(), 'resources');
  cpSync(shippedResources, dir, { recursive: true });
  rmSync(join(dir, 'packs/rating', file));
  return dir;
}

test('ratings by a shipped pack recompute byte for byte when its file is no longer shipped', async () => {
  const office = await openOffice();
  await addFiling(office, office.subjectId, '1');
  await rateEverybody(office, '2026-11-23');
  const shipped = await office.call('pack.get', AGENCY);
  await office.close();
  const resourcesDir = resourcesWithout('patent-agency-credit.v2.json');
  expect(existsSync(join(resourcesDir, 'packs/rating/patent-agency-credit.v2.json'))).toBe(false);
  const later = openTestEngine({ dir: office.dir, resourcesDir, today: '2029-03-01', seed: 5 });
  expect(await notRecomputed(later, resourcesDir)).toEqual([]);
  const kept = await later.call('pack.get', AGENCY);
  expect(kept).toMatchObject({ sha256: shipped.sha256, origin: 'shipped', inForceFor: ['patent_agency'] });
  expect(kept.content).toEqual(shipped.content);
});

test('the approval of a shipped pack keeps a copy, so that it still rules when its file is gone', async () => {
  const office = await openOffice();
  const { id } = await office.call('pack.propose', {
    ...AGENCY,
    subjectKinds: ['patent_agency'],
    from: '2026-12-01',
    note: '确认沿用',
  });
  await office.call('pack.decide', { id, officerId: office.li, decision: 'approve' });
  await office.close();
  const resourcesDir = resourcesWithout('patent-agency-credit.v2.json');
  const later = openTestEngine({ dir: office.dir, resourcesDir, today: '2026-12-01', seed: 5 });
  const { packs } = await later.call('pack.list', {});
  expect(packs.find(({ packId }) => packId === AGENCY.packId)).toMatchObject({ inForceFor: ['patent_agency'] });
  expect(await later.call('store.verify', {})).toMatchObject({ ok: true });
});

test('the list still opens when the activated pack is lost: that is where it is brought back', async () => {
  const office = await openOffice();
  const file = packFile(office, officePack());
  await office.call('pack.import', { file });
  const { id } = await office.call('pack.propose', {
    ...KEY,
    subjectKinds: ['patent_agency'],
    from: '2026-11-23',
    note: '测试',
  });
  await office.call('pack.decide', { id, officerId: office.li, decision: 'approve' });
  office.engine.store.writer.exec("update rule_pack set content = content || ' '");
  const { packs } = await office.call('pack.list', {});
  expect(packs.filter(({ inForceFor }) => inForceFor.includes('patent_agency'))).toEqual([]);
  const error = await office.fails('pack.try', { content: officePack(), subjectId: office.subjectId }, 'bad_pack');
  expect(error.message).toContain('不在本机或已被改动');
});
