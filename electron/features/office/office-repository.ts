import type { OfficerRef } from '#shared/ipc/fields';
import type { ReadDb } from '../../db/dialect';

export async function findActingOfficer(db: ReadDb, id: string): Promise<OfficerRef | null> {
  const officer = await db
    .selectFrom('officer')
    .select(['id', 'name', 'certificate_no as certificateNo'])
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  return officer ?? null;
}
