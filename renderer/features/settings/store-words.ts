import type { RouteOutput } from '#shared/ipc/contract';

export type StoreStatus = RouteOutput<'store.status'>;
export type Backup = RouteOutput<'store.list-backups'>['backups'][number];
export type Verified = RouteOutput<'store.verify'>;

const REASONS: Readonly<Record<string, string>> = {
  daily: '每日首次启动',
  manual: '手工备份',
};

/** `before-…` copies are never rotated away. */
export function backupReason(reason: string): string {
  if (reason.startsWith('before-migration') || reason.startsWith('before-v')) return '升级前（长期保留）';
  if (reason.startsWith('before-')) return '批量改动前（长期保留）';
  return REASONS[reason] ?? reason;
}
