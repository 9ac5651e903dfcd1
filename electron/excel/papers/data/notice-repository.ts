import * as z from 'zod';
import { inspectionMethods } from '#shared/domain/inspection/codes';
import type { NoticePaper } from '#shared/domain/paper/build-notice';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { jsonColumn, officers } from '../../reports/data/json-column';
import { getParty } from './party';

export type Office = { readonly name: string; readonly phone: string };

/** One approval with its notice. @throws AppError `not_found` */
export async function getNoticePaper(db: ReadDb, id: string, office: Office) {
  const row = await db
    .selectFrom('check_notice')
    .innerJoin('officer as applicant', 'applicant.id', 'check_notice.applied_by')
    .leftJoin('officer as head', 'head.id', 'check_notice.decided_by')
    .selectAll('check_notice')
    .select(['applicant.name as applicant_name', 'head.name as head_name'])
    .where('check_notice.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份检查审批，请刷新列表后重试。');
  const pair = jsonColumn(officers, row.officers, '检查人员');
  const paper: NoticePaper = {
    party: await getParty(db, row.subject_id),
    kind: z.enum(inspectionKinds).parse(row.kind),
    method: z.enum(inspectionMethods).parse(row.method),
    matters: jsonColumn(z.array(z.string()), row.items, '检查事项'),
    reason: row.reason,
    basis: row.basis,
    place: row.place,
    plannedFrom: row.planned_from,
    plannedTo: row.planned_to,
    officers: pair,
    appliedBy: row.applicant_name,
    appliedOn: row.applied_on,
    urgentReason: row.urgent_reason,
    decision:
      row.decided_on === null
        ? null
        : {
            approved: row.state !== 'refused',
            by: row.head_name ?? '',
            on: row.decided_on,
            note: row.decision_note ?? '',
          },
    noticedOn: row.noticed_on,
    servedOn: row.served_on,
    receivedBy: row.received_by ?? '',
    contact: row.applicant_name,
    contactPhone: office.phone,
  };
  return { paper, no: row.no, noticeNo: row.notice_no, subjectId: row.subject_id };
}
