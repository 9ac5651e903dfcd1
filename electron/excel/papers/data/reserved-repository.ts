import type { DocumentNoun } from '#shared/domain/document/document-no';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';

/** A number taken for papers printed in advance, with the visit it was taken for. @throws AppError `not_found` */
export async function getReserved(db: ReadDb, id: string) {
  const row = await db.selectFrom('reserved_number').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这个预留文号，请刷新后重试。');
  if (row.state === 'void')
    throw new AppError('bad_state', `文号 ${row.no} 已经作废（${row.void_reason ?? ''}），不能再打印。请另取新号。`);
  const visit =
    row.visit_id === null
      ? undefined
      : await db
          .selectFrom('visit')
          .leftJoin('plan', 'plan.id', 'visit.plan_id')
          .selectAll('visit')
          .select('plan.title as plan_title')
          .where('visit.id', '=', row.visit_id)
          .executeTakeFirst();
  const pair = [visit?.officer1_id ?? '', visit?.officer2_id ?? ''];
  const found = await db
    .selectFrom('officer')
    .select(['id', 'name', 'certificate_no'])
    .where('id', 'in', pair)
    .execute();
  return {
    id: row.id,
    no: row.no,
    noun: row.noun as DocumentNoun,
    subjectId: row.subject_id,
    visitId: row.visit_id,
    day: visit?.date ?? row.created_at.slice(0, 10),
    plan: visit ? [visit.plan_title ?? '', visit.batch_no ? `第${visit.batch_no}批` : ''].join(' ').trim() : '',
    kind: visit?.kind ?? 'double_random',
    checklistId: visit?.checklist_id ?? null,
    officers: pair.flatMap((officerId) => {
      const officer = found.find((one) => one.id === officerId);
      return officer ? [{ name: officer.name, certificateNo: officer.certificate_no }] : [];
    }),
  };
}
