import { type Calendar, isWorkingDay } from '#shared/domain/calendar/calendar';
import { requirePair } from '#shared/domain/inspection/officer-pair';
import { isOnSiteKind, type VisitCapPack } from '#shared/domain/plan/visit-cap';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import { getActiveSubject } from '../../db/subject-match';
import { passCap } from '../../db/visit-cap';
import { DRAWN_ONLY } from '../../db/visit-row';
import type { WriteTx } from '../../db/write-tx';
import { requireOpenCampaign } from './campaign-service';
import { requireNoLeave } from './task-officers';
import { findBegun, listMergedInto } from './task-repository';
import { deskReason, getTask, type Task } from './task-service';

type Rules = { readonly cap: VisitCapPack; readonly calendar: Calendar };

/** Arranges a visit by hand: the subject, the day, two officers who may act, and why. */
export async function arrangeVisit(
  tx: WriteTx,
  input: ParsedInput<'plan.arrange'>,
  { cap, calendar }: Rules,
): Promise<{ readonly id: string; readonly subjectName: string }> {
  const { subjectId, date, kind, cause, causeNote, secondOfficerId, campaignId } = input;
  const subject = await getActiveSubject(tx.db, subjectId);
  if (date < tx.today)
    throw new AppError('bad_input', `检查不能安排在今天（${tx.today}）以前，请改选一天。`, [
      { path: 'date', message: '早于今天' },
    ]);
  if (!isWorkingDay(calendar, date).working)
    throw new AppError('bad_input', `${date} 不是工作日，请改选一个工作日。`, [
      { path: 'date', message: '不是工作日' },
    ]);
  if (cause === 'other' && causeNote === '')
    throw new AppError('bad_input', '事由选“其他”的，请写明具体原因。', [
      { path: 'causeNote', message: '请写明具体原因' },
    ]);
  if (cause === 'campaign' && campaignId === null)
    throw new AppError('bad_input', '事由是专项行动的，请选择是哪一次专项行动。', [
      { path: 'campaignId', message: '请选择专项行动' },
    ]);
  if (campaignId !== null) await requireOpenCampaign(tx.db, campaignId, date);
  const officerIds = [input.officer1Id, input.officer2Id];
  requirePair(await getOfficersOnDuty(tx.db, officerIds, { subjectId, on: date }), date);
  await requireNoLeave(tx.db, officerIds, date);
  const id = tx.newId();
  tx.insert('visit', {
    ...DRAWN_ONLY,
    id,
    plan_id: null,
    subject_id: subjectId,
    code: await codeOf(tx.db, subjectId),
    stratum: '',
    rank: 0,
    draw_key: '',
    batch_no: 0,
    date,
    officer1_id: input.officer1Id,
    officer2_id: input.officer2Id,
    skips: '[]',
    state: 'planned',
    inspection_id: null,
    kind,
    campaign_id: campaignId,
    cause,
    cause_note: causeNote === '' ? null : causeNote,
    second_officer_id: secondOfficerId,
    checklist_id: input.checklistId,
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  if (isOnSiteKind(cap, kind))
    await passCap(tx, cap, {
      subjectId,
      subjectName: subject.name,
      year: Number(date.slice(0, 4)),
      planned: true,
      exceptVisitId: id,
      officerIds,
      given: { cause, causeNote, secondOfficerId },
      visitId: id,
      inspectionId: null,
    });
  return { id, subjectName: subject.name };
}

/** The same code that a draw would list the subject by. */
async function codeOf(db: ReadDb, id: string): Promise<string> {
  const row = await db.selectFrom('subject').select(['uscc', 'agency_code']).where('id', '=', id).executeTakeFirst();
  return row?.uscc ?? row?.agency_code ?? id;
}

async function requireOpen(tx: WriteTx, id: string, what: string): Promise<Task> {
  const task = await getTask(tx.db, id);
  if (task.state !== 'planned')
    throw new AppError('bad_state', `${task.subjectName}的这次检查已经办理或取消，不能${what}。`);
  const begun = await findBegun(tx.db, id, task.subjectId);
  if (begun) throw new AppError('bad_state', `${task.subjectName}的这次检查已经开始（${begun.no}），不能${what}。`);
  return task;
}

export async function cancelTask(tx: WriteTx, { id, reason }: ParsedInput<'plan.cancel-task'>): Promise<Task> {
  const task = await requireOpen(tx, id, '取消');
  if (task.planId !== null)
    throw new AppError('forbidden', '抽取产生的检查不能单独取消；确需取消的，请在抽取记录中按规定办理。');
  for (const other of await listMergedInto(tx.db, id)) tx.update('visit', other.id, { merged_into: null });
  tx.update('visit', id, { state: 'cancelled', cancel_reason: reason, merged_into: null });
  return task;
}

/** "One visit": the others keep what was drawn or arranged, and are done with the leading one. */
export async function mergeTasks(
  tx: WriteTx,
  { leadId, ids }: ParsedInput<'plan.merge-tasks'>,
  cap: VisitCapPack,
): Promise<{ readonly lead: Task; readonly count: number }> {
  const lead = await requireOpen(tx, leadId, '合并');
  if (lead.mergedInto !== null)
    throw new AppError('bad_state', '这次检查已经并入另一次检查，请以那一次为准合并，或先撤销合并。');
  if (lead.officers.length < 2)
    throw new AppError('bad_input', '作为合并后依据的检查没有排定两名执法人员，请先补派人员，或改以另一次检查为准。');
  const others = [...new Set(ids)].filter((id) => id !== leadId);
  if (others.length === 0) throw new AppError('bad_input', '请至少选择另一次检查来合并。');
  for (const id of others) {
    const other = await requireOpen(tx, id, '合并');
    if (other.subjectId !== lead.subjectId)
      throw new AppError('bad_input', `“${other.subjectName}”与“${lead.subjectName}”不是同一对象，不能合并。`);
    if (other.mergedInto !== null || other.mergedHere > 0)
      throw new AppError('bad_state', '所选检查中有已经合并过的，请先撤销原来的合并。');
    if (other.date.slice(0, 7) !== lead.date.slice(0, 7))
      throw new AppError('bad_input', '只合并同一个月内的检查；不在同月的，请先改期。');
    // a visit on the spot covers a review at the desk, never the other way round
    if (isOnSiteKind(cap, other.kind) && !isOnSiteKind(cap, lead.kind))
      throw new AppError('bad_input', '现场检查不能并入书面检查或网络监测，请以现场检查为准合并。');
    tx.update('visit', id, { merged_into: leadId });
  }
  return { lead, count: others.length + 1 };
}

export async function unmergeTask(tx: WriteTx, id: string): Promise<Task> {
  const task = await getTask(tx.db, id);
  if (task.mergedInto === null) throw new AppError('bad_state', '这次检查没有并入其他检查，不用撤销。');
  if (task.state !== 'planned') throw new AppError('bad_state', '合并的检查已经办理，不能再撤销合并。');
  const begun = await findBegun(tx.db, task.mergedInto, task.subjectId);
  if (begun) throw new AppError('bad_state', `合并的检查已经开始（${begun.no}），不能再撤销合并。`);
  tx.update('visit', id, { merged_into: null });
  return task;
}

/** Turns on-site visits to members of the incentive list into desk reviews; why is kept with each. */
export async function makeDeskReviews(tx: WriteTx, ids: readonly string[], cap: VisitCapPack): Promise<number> {
  for (const id of ids) {
    const task = await requireOpen(tx, id, '改为书面检查');
    // others are done with it, and they may have to be made on the spot
    if (task.mergedInto !== null || task.mergedHere > 0)
      throw new AppError(
        'bad_state',
        `“${task.subjectName}”的这次检查已与其他检查合并，请先撤销合并，再改为书面检查。`,
      );
    const reason = await deskReason(tx.db, cap, task);
    if (reason === null)
      throw new AppError(
        'bad_input',
        `“${task.subjectName}”不在守信激励范围内，或其检查事由须到现场，不能改为书面检查。`,
      );
    if (!isOnSiteKind(cap, task.kind))
      throw new AppError('bad_state', `“${task.subjectName}”的这次检查本来就不到现场。`);
    tx.update('visit', id, { kind: 'desk_review', kind_reason: reason });
  }
  return ids.length;
}
