import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backupStore, listBackups, restoreBackup } from '../../../electron/db/backup';
import { migrate } from '../../../electron/db/migrate';
import { MIGRATIONS } from '../../../electron/db/migrations/index';
import { openStore } from '../../../electron/db/open-store';
import { storeError } from '../../../electron/db/store-error';
import { openTemporaryStore, temporaryFolder } from '../../support/store';

const now = '2026-11-23T02:00:00.000Z';
const open = (dir: string) => openStore({ dir, nativeBinding: null, now });
const code = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return String((error as { code?: string }).code);
  }
  return 'nothing thrown';
};

test('an acknowledged write survives a power cut: WAL with synchronous FULL', () => {
  const { store } = openTemporaryStore();
  expect(store.writer.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(store.writer.pragma('synchronous', { simple: true })).toBe(2);
  expect(store.writer.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a second program on the same store is refused, and the first goes on', () => {
  const { dir, store } = openTemporaryStore();
  expect(code(() => open(dir))).toBe('store_locked');
  expect(store.reader.prepare('select 1').pluck().get()).toBe(1);
});

test('a store from a newer program is refused untouched', () => {
  const dir = temporaryFolder();
  open(dir).close();
  const handle = new Database(join(dir, 'store.db'));
  handle.pragma('user_version = 9999');
  handle.close();
  const before = readFileSync(join(dir, 'store.db'));
  expect(code(() => open(dir))).toBe('store_newer');
  expect(readFileSync(join(dir, 'store.db')).equals(before)).toBe(true);
});

test('a damaged file, a strange file and a strange database are refused and kept', () => {
  const damaged = temporaryFolder();
  open(damaged).close();
  const bytes = readFileSync(join(damaged, 'store.db'));
  bytes.fill(0x5a, 4096, 4096 * 12);
  writeFileSync(join(damaged, 'store.db'), bytes);
  expect(code(() => open(damaged))).toBe('store_damaged');
  expect(readFileSync(join(damaged, 'store.db')).equals(bytes)).toBe(true);

  const strange = temporaryFolder();
  writeFileSync(join(strange, 'store.db'), '这不是数据库'.repeat(1000));
  expect(code(() => open(strange))).toBe('store_damaged');

  const other = temporaryFolder();
  const handle = new Database(join(other, 'store.db'));
  handle.exec('create table notes (text)');
  handle.close();
  expect(code(() => open(other))).toBe('store_damaged');
});

test('a folder that cannot be written is refused in a sentence', () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'file'), '');
  // a file where the folder should be: root may write anywhere, so permissions prove nothing here
  expect(() => open(join(dir, 'file', 'store'))).toThrow();
  expect(storeError(Object.assign(new Error(), { code: 'EACCES' }))).toMatchObject({ code: 'store_readonly' });
  expect(storeError(Object.assign(new Error(), { code: 'SQLITE_READONLY_DIRECTORY' }))).toMatchObject({
    code: 'store_readonly',
  });
});

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'a full disk ends in one sentence and loses nothing that was saved',
  async () => {
    const dir = temporaryFolder();
    const small = join(dir, 'small');
    mkdirSync(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]);
    try {
      const { store, write } = openTemporaryStore(small);
      const request = { route: 't', actor: { id: null, name: '测' }, note: { object: 'x', summary: 'x' } };
      await write(request, async (tx) => tx.insert('setting', { id: 'office', value: '"kept"' }));
      await expect(
        write(request, async (tx) => {
          for (let i = 0; i < 2000; i++) tx.insert('setting', { id: `k${i}`, value: 'x'.repeat(4000) });
        }),
      ).rejects.toMatchObject({ code: 'disk_full' });
      expect(store.reader.prepare('select count(*) from setting').pluck().get()).toBe(1);
      store.close();
    } finally {
      execFileSync('umount', ['-l', small]);
    }
  },
);

const newest = MIGRATIONS.at(-1)?.version ?? 0;

test('a failing migration is undone, names the step, and leaves a backup', () => {
  const { dir, store } = openTemporaryStore();
  store.writer.prepare("insert into setting values ('office', '1')").run();
  const broken = {
    version: newest + 10,
    name: 'broken',
    up: "insert into setting values ('x', '1'); create table setting (a);",
  };
  let backedUp = 0;
  expect(() =>
    migrate(store.writer, {
      migrations: [...MIGRATIONS, broken],
      backup: () => {
        backedUp += 1;
        return backupStore({ dir, file: store.file, nativeBinding: null, now, reason: 'before-migration-10' }).file;
      },
    }),
  ).toThrow(`升级到版本 ${newest + 10}（broken）时失败`);
  expect(backedUp).toBe(1);
  expect(store.writer.pragma('user_version', { simple: true })).toBe(newest);
  expect(store.writer.prepare('select id from setting').pluck().all()).toEqual(['office']);
});

test('the schema in the snapshot is the schema that migrations make', () => {
  const { store } = openTemporaryStore();
  const statements = store.reader
    .prepare('select sql from sqlite_schema where sql is not null order by type desc, name')
    .pluck()
    .all() as string[];
  const snapshot = join(import.meta.dirname, '../../../electron/db/schema.sql');
  const text = `${statements.join(';\n\n')};\n`;
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(snapshot, text);
  expect(readFileSync(snapshot, 'utf8')).toBe(text);
});

test('backups are whole, checked, rotated, and can be restored with the present file kept', async () => {
  const dir = temporaryFolder();
  const { store, write } = openTemporaryStore(dir);
  const request = { route: 't', actor: { id: null, name: '测' }, note: { object: 'x', summary: 'x' } };
  await write(request, async (tx) => tx.insert('setting', { id: 'office', value: '"first"' }));
  const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const first = backupStore({ dir, file: store.file, nativeBinding: null, now: at(1), reason: 'before-import' });
  for (let hour = 2; hour < 8; hour++)
    backupStore({ dir, file: store.file, nativeBinding: null, now: at(hour), reason: 'manual' });
  expect(listBackups(dir).map((backup) => backup.reason)).toEqual(['manual', 'manual', 'manual', 'before-import']);
  await write(request, async (tx) => tx.update('setting', 'office', { value: '"second"' }));
  store.close();
  const aside = restoreBackup(dir, first.name, null, now);
  expect(existsSync(aside)).toBe(true);
  const again = open(dir);
  expect(again.reader.prepare('select value from setting').pluck().get()).toBe('"first"');
  again.close();
  expect(readdirSync(join(dir, 'backups')).some((name) => name.endsWith('.part'))).toBe(false);
});
