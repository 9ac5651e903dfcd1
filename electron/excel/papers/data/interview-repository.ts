import type { InterviewPaper } from '#shared/domain/paper/build-interview';
import { isEmptyLine } from '#shared/domain/paper/interview';
import { maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';
import { officerRef } from '#shared/ipc/fields';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { jsonColumn, officers } from '../../reports/data/json-column';

/** One record of questioning. Numbers of the person stand in full only on the paper that is signed. */
export async function getInterviewPaper(db: ReadDb, id: string, full: boolean) {
  const row = await db.selectFrom('interview').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份询问笔录，请刷新后重试。');
  const lines = await db
    .selectFrom('interview_line')
    .select(['standard', 'question', 'answer'])
    .where('interview_id', '=', id)
    .where('state', '=', 'active')
    .orderBy('seq')
    .orderBy('id')
    .execute();
  const paper: InterviewPaper = {
    nth: row.nth,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    place: row.place,
    officers: jsonColumn(officers, row.officers, '询问人'),
    recorder: jsonColumn(officerRef, row.recorder, '记录人').name,
    person: {
      name: row.person_name,
      sex: row.person_sex,
      idNumber: full ? row.person_id_number : maskIdNumber(row.person_id_number),
      employer: row.person_employer,
      post: row.person_post,
      phone: full ? row.person_phone : maskPhone(row.person_phone),
      otherContact: row.person_other_contact,
      address: row.person_address,
    },
    lines: lines.filter((line) => !isEmptyLine(line)),
    confirmation: row.confirmation,
    refusedReason: row.refused_reason,
    witnessName: row.witness_name,
    finished: row.state === 'finished',
  };
  return { paper, no: row.no, subjectId: row.subject_id, state: row.state };
}
