import { existsSync } from 'node:fs';
import { AppError } from '#shared/kernel/errors';
import { restoreBackup } from '../db/backup';
import { lockStore } from '../db/open-store';
import { systemClock } from './engine';

/** Replaces the store by one of its backups, alone: refused while a window or command has it open. */
export function restoreIntoPlace(dir: string, name: string): string {
  if (!existsSync(dir)) throw new AppError('not_found', `没有存储文件夹 ${dir}，没有恢复。请核对路径。`);
  const unlock = lockStore(dir, null);
  try {
    return restoreBackup(dir, name, null, systemClock.now());
  } finally {
    unlock();
  }
}
