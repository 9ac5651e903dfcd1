import { statSync } from 'node:fs';
import type { storeRoutes } from '#shared/ipc/store';
import { backupStore, listBackups } from '../../db/backup';
import { readSetting, saveSetting } from '../../db/setting';
import { verifyStore } from '../../db/verify';
import type { Handlers } from '../../ipc/context';

type LastVerified = { readonly at: string; readonly ok: boolean; readonly message: string };

const publicBackup = ({ name, size, madeAt, reason }: ReturnType<typeof listBackups>[number]) => ({
  name,
  size,
  madeAt,
  reason,
});

export const storeHandlers: Handlers<typeof storeRoutes> = {
  'store.status': async (_input, { db, store }) => {
    const head = await db
      .selectFrom('audit_entry')
      .select(['seq', 'hash', 'at'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const newest = listBackups(store.dir)[0];
    return {
      dir: store.dir,
      practice: (await readSetting<boolean>(db, 'practice')) ?? false,
      sizeBytes: statSync(store.file).size,
      schemaVersion: Number(store.reader.pragma('user_version', { simple: true })),
      auditEntries: head?.seq ?? 0,
      chainHead: head?.hash ?? '',
      savedAt: head?.at ?? null,
      lastBackup: newest ? publicBackup(newest) : null,
      lastVerified: await readSetting<LastVerified>(db, 'last_verified'),
    };
  },
  'store.verify': async (_input, { store, write, clock, progress }) => {
    const result = await verifyStore(store.reader, store.dir, progress);
    const message =
      result.problem?.message ??
      `审计链 ${result.entries} 条、记录 ${result.rows} 行、附件 ${result.attachments} 个全部相符`;
    await write({ object: 'store:verify', summary: `核对存储：${message}` }, (tx) =>
      saveSetting(tx, 'last_verified', { at: clock.now(), ok: result.ok, message }),
    );
    return result;
  },
  'store.backup': async (_input, { store, clock, progress }) => {
    progress('正在备份并核对', 0, null);
    const { nativeBinding } = store;
    return publicBackup(
      backupStore({ dir: store.dir, file: store.file, nativeBinding, now: clock.now(), reason: 'manual' }),
    );
  },
  'store.list-backups': (_input, { store }) => ({ backups: listBackups(store.dir).map(publicBackup) }),
};
