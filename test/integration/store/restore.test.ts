import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupStore, listBackups, restoreBackup } from '../../../electron/db/backup';
import { openStore } from '../../../electron/db/open-store';
import { restoreIntoPlace } from '../../../electron/engine/restore';
import { openTestEngine } from '../../support/engine';
import { saveOfficer } from '../../support/office';
import { temporaryFolder } from '../../support/store';

const NOW = '2026-11-23T08:00:00.000Z';

/** A closed store with one officer and a backup of it. */
async function storeWithBackup() {
  const test = openTestEngine();
  await saveOfficer(test, '张示例', 'Y001');
  const { name } = await test.call('store.backup', {});
  await test.close();
  return { dir: test.dir, name, file: join(test.dir, 'store.db') };
}

async function officersIn(dir: string) {
  const test = openTestEngine({ dir });
  const { officers } = await test.call('officer.list', {});
  expect(await test.call('store.verify', {})).toMatchObject({ ok: true });
  return officers.map((officer) => officer.name);
}

test.each([
  ['is garbage', (bytes: Buffer) => bytes.fill(7)],
  ['has lost its middle', (bytes: Buffer) => bytes.fill(7, 8192)],
])('a present file that %s does not stand in the way of a restore, and is kept', async (_what, spoil) => {
  const { dir, name, file } = await storeWithBackup();
  const spoilt = spoil(readFileSync(file));
  writeFileSync(file, spoilt);
  const aside = restoreIntoPlace(dir, name);
  expect(readFileSync(aside).equals(spoilt)).toBe(true);
  expect(await officersIn(dir)).toEqual(['张示例']);
});

test('a backup that is damaged is refused before anything is moved', async () => {
  const { dir, name, file } = await storeWithBackup();
  writeFileSync(join(dir, 'backups', name), 'not a database at all, but long enough to be read as one'.repeat(50));
  expect(() => restoreIntoPlace(dir, name)).toThrow(expect.objectContaining({ code: 'store_damaged' }));
  expect(existsSync(file)).toBe(true);
  expect(readdirSync(dir).filter((entry) => entry.startsWith('store-replaced'))).toEqual([]);
  expect(readdirSync(join(dir, 'backups'))).toEqual([name]);
  expect(await officersIn(dir)).toEqual(['张示例']);
});

test('a restore that cannot write its copy leaves the store where it was', async () => {
  const { dir, name } = await storeWithBackup();
  // a folder bears the name of the copy, so that it cannot be written
  mkdirSync(join(dir, 'backups', `${name}.part`, 'x'), { recursive: true });
  expect(() => restoreBackup(dir, name, null, NOW)).toThrow();
  rmSync(join(dir, 'backups', `${name}.part`), { recursive: true });
  expect(await officersIn(dir)).toEqual(['张示例']);
});

test('a store file that is gone while its backups are there is not replaced by an empty one', async () => {
  const { dir, name, file } = await storeWithBackup();
  for (const lost of [() => rmSync(file), () => writeFileSync(file, '')]) {
    lost();
    expect(() => openStore({ dir, nativeBinding: null, now: NOW })).toThrow(name);
  }
  restoreIntoPlace(dir, name);
  expect(await officersIn(dir)).toEqual(['张示例']);
});

test('a store folder that does not exist, or is a file, is named instead of an internal error', () => {
  const dir = temporaryFolder();
  expect(() => restoreIntoPlace(join(dir, 'none'), 'x')).toThrow(expect.objectContaining({ code: 'not_found' }));
  writeFileSync(join(dir, 'file'), 'x');
  expect(() => openStore({ dir: join(dir, 'file'), nativeBinding: null, now: NOW })).toThrow(
    expect.objectContaining({ code: 'bad_file' }),
  );
});

test('with the clock set back the backup just made is not the one that rotation throws away', async () => {
  const { dir, file } = await storeWithBackup();
  const request = { dir, file, nativeBinding: null, reason: 'daily' };
  for (let day = 10; day < 22; day++) backupStore({ ...request, now: `2027-03-${day}T08:00:00.000Z` });
  const made = backupStore({ ...request, now: NOW });
  expect(existsSync(made.file)).toBe(true);
  expect(listBackups(dir).length).toBeLessThanOrEqual(11);
  const test = openTestEngine({ dir, today: '2026-11-24' });
  expect((await test.call('store.list-backups', {})).backups.map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/^store-20261124-.*-daily\.db$/),
  );
});

test('copies that a killed process left half written are cleared away at the next start', async () => {
  const { dir } = await storeWithBackup();
  const leftovers = [join(dir, 'backups', 'store-1-manual.db.part'), join(dir, 'attachments', 'incoming-1')];
  for (const path of leftovers) writeFileSync(path, 'half');
  expect(await officersIn(dir)).toEqual(['张示例']);
  expect(leftovers.filter((path) => existsSync(path))).toEqual([]);
});
