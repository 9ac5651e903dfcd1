import { restoreBackup } from '../db/backup';
import { lockStore } from '../db/open-store';
import { systemClock } from './engine';

/** Replaces the store by one of its backups, alone: refused while a window or command has it open. */
export function restoreIntoPlace(dir: string, name: string): string {
  const unlock = lockStore(dir, null);
  try {
    return restoreBackup(dir, name, null, systemClock.now());
  } finally {
    unlock();
  }
}
