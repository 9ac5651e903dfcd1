import * as z from 'zod';
import type { OfficerOnDuty } from '#shared/domain/inspection/officer-pair';
import { officerOnDuty } from '#shared/ipc/fields';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';

/** What a record holds of its officers. */
export const officersColumn = z.array(officerOnDuty);

/** `subjectId` null: what is signed concerns no single subject. */
type Assignment = { readonly subjectId: string | null; readonly on: IsoDate };

/**
 * The officers as they are on that day, in the order asked for; a later change of the staff list does not reach them.
 * Certificates and "two different people" are the domain's to judge.
 *
 * @throws AppError `not_found` for an unknown officer, `bad_input` for one out of service or who has to withdraw
 *   from the subject (行政处罚法第四十三条)
 */
export async function getOfficersOnDuty(
  db: ReadDb,
  ids: readonly string[],
  assignment: Assignment,
): Promise<OfficerOnDuty[]> {
  const rows = await db.selectFrom('officer').selectAll().where('id', 'in', ids).execute();
  const avoidances = await db
    .selectFrom('avoidance')
    .select(['officer_id', 'reason'])
    .where('officer_id', 'in', ids)
    .where('subject_id', '=', assignment.subjectId ?? '')
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', assignment.on)]))
    .execute();
  return ids.map((id, index) => {
    const path = ids.length === 1 ? 'officerId' : `officer${index + 1}Id`;
    const row = rows.find((officer) => officer.id === id);
    if (!row)
      throw new AppError('not_found', '没有找到所选的执法人员，请重新选择。', [{ path, message: '人员不存在' }]);
    if (row.active !== 1)
      throw new AppError('bad_input', `${row.name}已停用，不能办理。请更换人员。`, [{ path, message: '人员已停用' }]);
    const avoidance = avoidances.find((entry) => entry.officer_id === id);
    if (avoidance)
      throw new AppError('bad_input', `${row.name}对该监管对象已登记回避（${avoidance.reason}），请更换人员。`, [
        { path, message: '应当回避' },
      ]);
    return { id, name: row.name, certificateNo: row.certificate_no, certificateUntil: row.certificate_until };
  });
}

/** One officer who signs a step. @throws as `getOfficersOnDuty` */
export async function getOfficerOnDuty(db: ReadDb, id: string, assignment: Assignment): Promise<OfficerOnDuty> {
  const [officer] = await getOfficersOnDuty(db, [id], assignment);
  if (!officer) throw new AppError('not_found', '没有找到所选的执法人员，请重新选择。');
  return officer;
}
