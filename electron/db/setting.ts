import type { ReadDb } from './dialect';
import type { WriteTx } from './write-tx';

export type SettingKey = 'office' | 'practice' | 'acting_officer' | 'last_verified' | 'device';

export async function readSetting<T>(db: ReadDb, key: SettingKey): Promise<T | null> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', key).executeTakeFirst();
  return row ? (JSON.parse(row.value) as T) : null;
}

export async function saveSetting(tx: WriteTx, key: SettingKey, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  const existing = await tx.db.selectFrom('setting').select('id').where('id', '=', key).executeTakeFirst();
  if (existing) tx.update('setting', key, { value: text });
  else tx.insert('setting', { id: key, value: text });
}
