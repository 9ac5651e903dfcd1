import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/kernel/errors';
import { storeError } from './store-error';

export type Backup = {
  readonly file: string;
  readonly name: string;
  readonly size: number;
  /** `2026-11-23T14:03:21`, office time as written in the name. */
  readonly madeAt: string;
  readonly reason: string;
};

type Request = {
  readonly dir: string;
  readonly file: string;
  readonly nativeBinding: string | null;
  readonly now: string;
  readonly reason: string;
};

const NAME = /^store-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})\d{3}-([a-z0-9-]+)\.db$/;
const KEEP = { today: 3, daily: 10 } as const;

/**
 * A whole copy by `VACUUM INTO` from a connection of its own (a file copy of a WAL database loses rows),
 * opened and checked after writing. Attachments are immutable and addressed by their hash, so they stay in place.
 */
export function backupStore({ dir, file, nativeBinding, now, reason }: Request): Backup {
  const stamp = now.replace(/[-:.Z]/g, '').replace('T', '-');
  const target = join(dir, 'backups', `store-${stamp}-${reason}.db`);
  const part = `${target}.part`;
  const options = nativeBinding ? { nativeBinding } : {};
  const source = new Database(file, { ...options, timeout: 30_000 });
  try {
    source.prepare('vacuum into ?').run(part);
    verifyBackup(part, source, nativeBinding);
    syncFile(part);
    renameSync(part, target);
  } finally {
    source.close();
    rmSync(part, { force: true });
  }
  const made = describe(dir, `store-${stamp}-${reason}.db`);
  rotate(dir, now, made.name);
  return made;
}

function verifyBackup(part: string, source: Database.Database, nativeBinding: string | null): void {
  const copy = new Database(part, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    const head = (handle: Database.Database) =>
      handle.prepare("select count(*) n from sqlite_schema where name = 'audit_entry'").pluck().get() === 1
        ? handle.prepare('select max(seq) from audit_entry').pluck().get()
        : null;
    const healthy = copy.pragma('quick_check(1)', { simple: true }) === 'ok';
    const sameVersion =
      copy.pragma('user_version', { simple: true }) === source.pragma('user_version', { simple: true });
    if (!healthy || !sameVersion || Number(head(copy) ?? 0) > Number(head(source) ?? 0))
      throw new AppError('store_damaged', '刚写好的备份未通过检查，已丢弃。请检查磁盘后重试。');
  } finally {
    copy.close();
  }
}

export function listBackups(dir: string): Backup[] {
  const folder = join(dir, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => describe(dir, name))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

function describe(dir: string, name: string): Backup {
  const [, y, mo, d, h, mi, s, reason] = NAME.exec(name) ?? [];
  const file = join(dir, 'backups', name);
  return { file, name, size: statSync(file).size, madeAt: `${y}-${mo}-${d}T${h}:${mi}:${s}Z`, reason: reason ?? '' };
}

/**
 * Keeps three of today, one a day, ten in all, and every one made before a risky step. The one just made always stays:
 * where the clock was set back it is the oldest by name.
 */
function rotate(dir: string, now: string, made: string): void {
  const days = new Set<string>();
  let kept = 0;
  let keptToday = 0;
  for (const backup of listBackups(dir)) {
    if (backup.reason.startsWith('before-')) continue;
    const day = backup.madeAt.slice(0, 10);
    const isToday = day === now.slice(0, 10);
    const keep = backup.name === made || (kept < KEEP.daily && (isToday ? keptToday < KEEP.today : !days.has(day)));
    if (!keep) {
      rmSync(backup.file);
      continue;
    }
    kept += 1;
    if (isToday) keptToday += 1;
    days.add(day);
  }
}

/**
 * Puts the present store aside and a checked copy of a backup in its place; the store must be closed. The copy is
 * complete on the disk before anything is moved, and a present file too damaged to be opened is moved as it is.
 */
export function restoreBackup(dir: string, name: string, nativeBinding: string | null, now: string): string {
  const backup = listBackups(dir).find((candidate) => candidate.name === name);
  if (!backup) throw new AppError('not_found', `没有名为 ${name} 的备份。请从备份列表中选择。`);
  const file = join(dir, 'store.db');
  const part = join(dir, 'backups', `${name}.part`);
  try {
    copyChecked(backup, part, nativeBinding);
    const aside = join(dir, `store-replaced-${now.replace(/[-:.]/g, '')}.db`);
    if (existsSync(file)) gatherWal(file, nativeBinding);
    // what could not be gathered goes along under the name that belongs to it
    for (const rest of ['-wal', '-shm', '']) if (existsSync(file + rest)) renameSync(file + rest, aside + rest);
    renameSync(part, file);
    return aside;
  } catch (error) {
    throw storeError(error);
  } finally {
    rmSync(part, { force: true });
  }
}

function copyChecked({ file, name }: Backup, part: string, nativeBinding: string | null): void {
  const options = { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) };
  rmSync(part, { force: true });
  let source: Database.Database | null = null;
  try {
    source = new Database(file, options);
    if (source.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(name);
    source.prepare('vacuum into ?').run(part);
  } catch (error) {
    const known = storeError(error);
    throw known instanceof AppError && known.code === 'store_damaged' ? damaged(name) : known;
  } finally {
    source?.close();
  }
  syncFile(part);
}

const damaged = (name: string) =>
  new AppError('store_damaged', `备份 ${name} 已损坏，没有恢复，当前存储未作改动。请选择另一个备份。`);

/** Brings the write-ahead log home, so that the file put aside is whole; a damaged one keeps its log beside it. */
function gatherWal(file: string, nativeBinding: string | null): void {
  let present: Database.Database | null = null;
  try {
    present = new Database(file, nativeBinding ? { nativeBinding } : {});
    present.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    const known = storeError(error);
    if (!(known instanceof AppError && known.code === 'store_damaged')) throw error;
  } finally {
    present?.close();
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
