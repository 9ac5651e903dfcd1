import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import type { Actor } from './write-tx';

export const findActiveOfficer = (db: ReadDb, id: string) =>
  db.selectFrom('officer').select(['id', 'name']).where('id', '=', id).where('active', '=', 1).executeTakeFirst();

/**
 * The other officer who confirms what the acting one does.
 *
 * @param act what is confirmed, as the sentences name it: `作废抽取`
 * @throws AppError `forbidden` without an acting officer or when both are the same, `not_found` for an unknown officer or
 *   one out of service
 */
export async function requireSecondOfficer(
  { db, actor }: { readonly db: ReadDb; readonly actor: Actor },
  secondOfficerId: string,
  act: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const problem = [{ path: 'secondOfficerId', message: '须是另一名人员' }];
  if (actor.id === null) throw new AppError('forbidden', `${act}要记明经办人，请先选择经办人。`);
  if (secondOfficerId === actor.id)
    throw new AppError('forbidden', `${act}须由另一名人员确认，请选择经办人以外的人员。`, problem);
  const second = await findActiveOfficer(db, secondOfficerId);
  if (!second) throw new AppError('not_found', '没有找到确认人员，或其已停用，请重新选择。', problem);
  return second;
}
