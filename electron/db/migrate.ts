import type Database from 'better-sqlite3';
import { AppError } from '#shared/kernel/errors';
import { MIGRATIONS, type Migration } from './migrations/index';

/** "ZXAJ" in the header of our files, so that a strange database is refused instead of migrated. */
const APPLICATION_ID = 0x5a58414a;

type Options = {
  readonly migrations?: readonly Migration[];
  /** Called before the first step on a store that holds data; returns where the backup is. */
  readonly backup: (fromVersion: number) => string;
};

/**
 * Brings a store to the newest schema, one step a transaction. A store that is newer than the program is
 * refused untouched; after a failed step nothing of that step remains.
 */
export function migrate(handle: Database.Database, { migrations = MIGRATIONS, backup }: Options): void {
  const current = Number(handle.pragma('user_version', { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  const tables = handle.prepare("select count(*) n from sqlite_schema where type = 'table'").get() as { n: number };
  const isOurs = Number(handle.pragma('application_id', { simple: true })) === APPLICATION_ID;
  if (!isOurs && (tables.n > 0 || current > 0))
    throw new AppError('store_damaged', '这个数据库不是知信办案台的存储，程序未作任何改动。请选择正确的存储文件夹。');
  if (current > newest)
    throw new AppError(
      'store_newer',
      `存储由更新版本的程序建立（存储版本 ${current}，本程序支持到 ${newest}）。请安装新版程序后再打开，数据未受影响。`,
    );
  const pending = migrations.filter((step) => step.version > current);
  if (pending.length === 0) return;
  const backupFile = current > 0 ? backup(current) : null;
  if (current === 0) handle.pragma(`application_id = ${APPLICATION_ID}`);
  for (const step of pending) runStep(handle, step, backupFile);
}

function runStep(handle: Database.Database, step: Migration, backupFile: string | null): void {
  // outside the transaction: rebuilding a parent table with it on silently deletes the child rows
  handle.pragma('foreign_keys = OFF');
  try {
    handle.exec('begin immediate');
    handle.exec(step.up);
    const orphans = handle.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) throw new Error(`${orphans.length} rows lost their parent`);
    handle.pragma(`user_version = ${step.version}`);
    handle.exec('commit');
  } catch (error) {
    if (handle.inTransaction) handle.exec('rollback');
    const where = backupFile ? `升级前的备份在 ${backupFile}。` : '';
    throw new AppError(
      'store_damaged',
      `存储升级到版本 ${step.version}（${step.name}）时失败，已退回原状。${where}请把此信息告诉技术支持：${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    handle.pragma('foreign_keys = ON');
  }
}
