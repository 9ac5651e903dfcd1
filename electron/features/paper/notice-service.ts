import * as z from 'zod';
import { requirePair } from '#shared/domain/inspection/officer-pair';
import { type CheckNotice, type CheckNoticeAction, transitionNotice } from '#shared/domain/paper/check-notice';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { allocateDocumentNo } from '../../db/document-number';
import { getOfficerOnDuty, getOfficersOnDuty, officersColumn } from '../../db/officers-on-duty';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import type { Packs } from '../../packs/packs';
import { loadCase } from './notice-case';
import { findNotice, listNoticesOf, type NoticeRow } from './paper-repository';

const itemsColumn = z.array(z.string());

type View = RouteOutput<'paper.get-notice'>;

export const viewNotice = (row: NoticeRow): View => ({
  id: row.id,
  no: row.no,
  subjectId: row.subject_id,
  subjectName: row.subject_name,
  visitId: row.visit_id,
  inspectionId: row.inspection_id,
  kind: row.kind as View['kind'],
  method: row.method as View['method'],
  matters: itemsColumn.parse(JSON.parse(row.items)),
  reason: row.reason,
  basis: row.basis,
  place: row.place,
  plannedFrom: row.planned_from,
  plannedTo: row.planned_to,
  officers: officersColumn.parse(JSON.parse(row.officers)),
  appliedBy: { id: row.applied_by, name: row.applicant_name, certificateNo: row.applicant_certificate },
  appliedOn: row.applied_on,
  state: row.state,
  urgentReason: row.urgent_reason,
  decidedBy:
    row.decided_by === null
      ? null
      : { id: row.decided_by, name: row.head_name ?? '', certificateNo: row.head_certificate ?? '' },
  decidedOn: row.decided_on,
  decisionNote: row.decision_note,
  noticeNo: row.notice_no,
  noticedOn: row.noticed_on,
  servedOn: row.served_on,
  receivedBy: row.received_by,
  notNotifiedReason: row.not_notified_reason,
  withdrawnReason: row.withdrawn_reason,
});

/** @throws AppError `not_found` */
export async function getNotice(db: ReadDb, id: string): Promise<View> {
  const row = await findNotice(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份检查审批，请刷新列表后重试。');
  return viewNotice(row);
}

const ENDED = ['refused', 'withdrawn'];

/** Applies for the approval of one inspection; a case has one running application at a time. */
export async function applyForApproval(tx: WriteTx, input: ParsedInput<'paper.apply'>, packs: Packs) {
  const { actor } = tx;
  if (actor.id === null) throw new AppError('forbidden', '请先在窗口右上角选择经办人，再办理检查审批。');
  const found = await loadCase(tx.db, input, packs.checklists());
  const subject = await getActiveSubject(tx.db, found.subjectId);
  const running = (await listNoticesOf(tx.db, found.visitId, found.inspectionId)).find(
    (row) => !ENDED.includes(row.state),
  );
  if (running) throw new AppError('conflict', `这次检查已有检查审批 ${running.no}，请打开它继续办理。`);
  if (input.plannedTo <= input.plannedFrom)
    throw new AppError('bad_input', '检查结束时间应当晚于开始时间，请核对。', [
      { path: 'plannedTo', message: '不晚于开始时间' },
    ]);
  const day = input.plannedFrom.slice(0, 10);
  const officers = await getOfficersOnDuty(tx.db, [input.officer1Id, input.officer2Id], {
    subjectId: subject.id,
    on: day,
  });
  requirePair(officers, day);
  const id = tx.newId();
  const no = await allocateDocumentNo(tx, 'approval', tx.today, {
    table: 'check_notice',
    id,
    subjectId: subject.id,
    visitId: found.visitId,
  });
  tx.insert('check_notice', {
    id,
    no,
    subject_id: subject.id,
    visit_id: found.visitId,
    inspection_id: found.inspectionId,
    kind: found.kind,
    method: input.method,
    items: JSON.stringify(input.matters),
    reason: input.reason,
    basis: input.basis,
    place: input.place,
    planned_from: input.plannedFrom,
    planned_to: input.plannedTo,
    officer1_id: input.officer1Id,
    officer2_id: input.officer2Id,
    officers: JSON.stringify(officers),
    applied_by: actor.id,
    applied_on: tx.today,
    state: 'draft',
    urgent_reason: input.urgentReason === '' ? null : input.urgentReason,
    decided_by: null,
    decided_on: null,
    decision_note: null,
    notice_no: null,
    noticed_on: null,
    served_on: null,
    received_by: null,
    not_notified_reason: null,
    withdrawn_reason: null,
    created_at: tx.now,
  });
  return { id, no, subjectName: subject.name };
}

const toDomain = (view: View): CheckNotice => ({
  ...view,
  appliedBy: view.appliedBy.id,
  decidedBy: view.decidedBy?.id ?? null,
});

/** One step; the domain judges it, what changed is written. */
export async function changeNotice(tx: WriteTx, id: string, action: CheckNoticeAction): Promise<CheckNotice> {
  const view = await getNotice(tx.db, id);
  if (action.type === 'approve' || action.type === 'refuse')
    await getOfficerOnDuty(tx.db, action.by, { subjectId: view.subjectId, on: action.on });
  const changed = transitionNotice(toDomain(view), action, { today: tx.today });
  tx.update('check_notice', id, {
    state: changed.state,
    decided_by: changed.decidedBy,
    decided_on: changed.decidedOn,
    decision_note: changed.decisionNote,
    notice_no: changed.noticeNo,
    noticed_on: changed.noticedOn,
    served_on: changed.servedOn,
    received_by: changed.receivedBy,
    not_notified_reason: changed.notNotifiedReason,
    withdrawn_reason: changed.withdrawnReason,
  });
  return changed;
}

/** The notice takes its number only once the step itself is allowed. */
export async function makeNotice(tx: WriteTx, { id, on }: ParsedInput<'paper.make-notice'>): Promise<string> {
  const view = await getNotice(tx.db, id);
  transitionNotice(toDomain(view), { type: 'notice', no: '', on }, { today: tx.today });
  const use = { table: 'check_notice', id, subjectId: view.subjectId, visitId: view.visitId };
  const no = await allocateDocumentNo(tx, 'notice', on, use);
  await changeNotice(tx, id, { type: 'notice', no, on });
  return no;
}
