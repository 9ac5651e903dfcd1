import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/kernel/errors';
import { backupStore, listBackups } from './backup';
import { kyselyOn, type ReadDb, StatementCache } from './dialect';
import { migrate } from './migrate';
import { storeError } from './store-error';

export type Store = {
  readonly dir: string;
  readonly file: string;
  readonly nativeBinding: string | null;
  /** A second connection that cannot write; reads are never held up by a running transaction. */
  readonly db: ReadDb;
  readonly writer: Database.Database;
  readonly writerDb: ReadDb;
  readonly reader: Database.Database;
  readonly statements: StatementCache;
  readonly columns: (table: string) => readonly string[];
  readonly close: () => void;
};

type Options = {
  readonly dir: string;
  readonly nativeBinding: string | null;
  /** A worker shares the store its engine has opened: it neither locks nor migrates. */
  readonly shared?: boolean;
  /** How long a write waits for that of another connection. */
  readonly waitMs?: number;
  readonly now: string;
};

const LOCK_FILE = 'store.lock';

const WAIT_MS = 5000;

const connect = (file: string, nativeBinding: string | null, timeout = WAIT_MS) =>
  new Database(file, { timeout, ...(nativeBinding ? { nativeBinding } : {}) });

/** Opens (or creates) the store in a folder, alone; refuses a newer, damaged, read-only or occupied one. */
export function openStore({ dir, nativeBinding, shared = false, waitMs = WAIT_MS, now }: Options): Store {
  const opened: Database.Database[] = [];
  const keep = (handle: Database.Database) => {
    opened.push(handle);
    return handle;
  };
  try {
    if (statSync(dir, { throwIfNoEntry: false })?.isFile())
      throw new AppError('bad_file', `${dir} 是一个文件，不是存储文件夹。请选择一个文件夹。`);
    mkdirSync(join(dir, 'attachments'), { recursive: true });
    mkdirSync(join(dir, 'backups'), { recursive: true });
    if (!shared) {
      lock(keep(connect(join(dir, LOCK_FILE), nativeBinding)));
      removeUnfinished(dir);
    }
    const file = join(dir, 'store.db');
    const isNew = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
    if (isNew) requireUnused(dir);
    const writer = keep(connect(file, nativeBinding, waitMs));
    prepare(writer);
    if (!shared) {
      if (!isNew) checkHealth(writer);
      migrate(writer, {
        backup: (version) => backupStore({ dir, file, nativeBinding, now, reason: `before-migration-${version}` }).file,
      });
    }
    const reader = keep(connect(file, nativeBinding));
    reader.pragma('query_only = ON');
    const statements = new StatementCache(writer);
    return {
      dir,
      file,
      nativeBinding,
      db: kyselyOn(reader),
      writer,
      writerDb: kyselyOn(writer),
      reader,
      statements,
      columns: columnsOf(writer),
      close: () => {
        for (const handle of opened.reverse()) handle.close();
      },
    };
  } catch (error) {
    for (const handle of opened.reverse()) handle.close();
    throw storeError(error);
  }
}

/** Holds the store without opening it, for a restore; returns how to let go. */
export function lockStore(dir: string, nativeBinding: string | null): () => void {
  let handle: Database.Database | null = null;
  try {
    handle = connect(join(dir, LOCK_FILE), nativeBinding);
    lock(handle);
  } catch (error) {
    handle?.close();
    throw storeError(error);
  }
  return () => handle.close();
}

/** The operating system lets go of the lock when the process ends, however it ends. */
function lock(handle: Database.Database): void {
  handle.pragma('busy_timeout = 0');
  try {
    handle.exec('begin exclusive');
  } catch (error) {
    // a folder that cannot be written to is no second window
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')) throw storeError(error);
    throw new AppError('store_locked', '这个存储已在另一个知信办案台窗口或命令中打开。请先关闭那一个，再重试。');
  }
}

/** A process that was killed leaves copies half written; under the lock nobody else can be writing them. */
function removeUnfinished(dir: string): void {
  for (const [folder, unfinished] of [
    ['backups', /\.part(-journal)?$/],
    ['attachments', /^incoming-/],
  ] as const)
    for (const name of readdirSync(join(dir, folder))) if (unfinished.test(name)) rmSync(join(dir, folder, name));
}

/** Backups without their store: beginning an empty one in its place would hide the loss. */
function requireUnused(dir: string): void {
  const newest = listBackups(dir)[0];
  if (newest)
    throw new AppError(
      'store_damaged',
      `存储文件 store.db 不见了（或是空的），备份还在，程序没有新建空的存储。请把原文件放回，或用 zhixin restore ${newest.name} 恢复。`,
    );
}

function prepare(handle: Database.Database): void {
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  handle.pragma('cache_size = -65536');
  // better-sqlite3 is built so that WAL alone would mean NORMAL: an answer acknowledged must survive a power cut
  const synchronous = Number(handle.pragma('synchronous', { simple: true }));
  const mode = String(handle.pragma('journal_mode', { simple: true }));
  if (synchronous !== 2 || mode !== 'wal')
    throw new Error(`the store runs with ${mode}/${synchronous} instead of wal/2`);
}

function checkHealth(handle: Database.Database): void {
  const found = handle.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok')
    throw new AppError(
      'store_damaged',
      `存储文件已损坏（${String(found)}），程序未作任何改动。请从备份恢复，并保留原文件备查。`,
    );
}

function columnsOf(handle: Database.Database): (table: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (table) => {
    let columns = known.get(table);
    if (!columns) {
      columns = (handle.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
      known.set(table, columns);
    }
    return columns;
  };
}
