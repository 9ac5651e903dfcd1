import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { toDishonesty } from '../../db/dishonesty-row';
import { type DishonestyRow, findDishonesty, listDishonestyOf } from './dishonesty-repository';

export type LoadedDishonesty = {
  readonly record: Dishonesty;
  readonly row: DishonestyRow;
  readonly ofSubject: readonly Dishonesty[];
};

/** @throws AppError `not_found` */
export async function loadDishonesty(db: ReadDb, id: string): Promise<LoadedDishonesty> {
  const row = await findDishonesty(db, id);
  if (!row) throw new AppError('not_found', '没有找到这条失信记录，请刷新列表后重试。');
  const ofSubject = (await listDishonestyOf(db, [row.subject_id])).map(toDishonesty);
  return { record: toDishonesty(row), row, ofSubject };
}
