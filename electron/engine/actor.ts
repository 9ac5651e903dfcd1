import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../db/dialect';
import type { Actor } from '../db/write-tx';

const NOBODY: Actor = { id: null, name: '未选定' };

/** The acting officer: the one named by the caller (id, certificate number or name), else the one chosen in the window. */
export async function findActor(db: ReadDb, named?: string): Promise<Actor> {
  if (named) {
    const found = await db
      .selectFrom('officer')
      .select(['id', 'name'])
      .where('active', '=', 1)
      .where((eb) => eb.or([eb('id', '=', named), eb('certificate_no', '=', named), eb('name', '=', named)]))
      .execute();
    const [only, second] = found;
    if (!only)
      throw new AppError('not_found', `没有找到执法人员“${named}”。请用姓名或执法证号指定一名已登记且未停用的人员。`);
    if (second) throw new AppError('conflict', `有多名执法人员叫“${named}”。请改用执法证号指定。`);
    return only;
  }
  const chosen = await db.selectFrom('setting').select('value').where('id', '=', 'acting_officer').executeTakeFirst();
  if (!chosen) return NOBODY;
  const id = JSON.parse(chosen.value) as string;
  const officer = await db
    .selectFrom('officer')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  return officer ?? NOBODY;
}
