import { inForce } from '#shared/domain/basis/basis';
import type { Checklist } from '#shared/domain/inspection/checklist';
import { requirePair } from '#shared/domain/inspection/officer-pair';
import { overlap } from '#shared/domain/inspection/visit-time';
import { isOnSiteMethod, type VisitCapPack } from '#shared/domain/plan/visit-cap';
import type { ParsedInput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { allocateDocumentNo } from '../../db/document-number';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import { getActiveSubject } from '../../db/subject-match';
import { findCapException, passCap } from '../../db/visit-cap';
import type { WriteTx } from '../../db/write-tx';
import { findInspectionOfVisit, findVisit } from './inspection-repository';
import { loadDepartureContext } from './load-inspection';

type CreateInput = ParsedInput<'inspection.create'>;

/** Newest version of each checklist in force on a day. */
export function checklistsInForce(all: readonly Checklist[], on: IsoDate): readonly Checklist[] {
  const usable = all.filter((pack) => inForce(pack, on));
  return usable.filter((pack) => !usable.some((other) => other.id === pack.id && other.version > pack.version));
}

/** Opens a visit: everything it stands on is frozen into the record as it is on that day. */
export async function createInspection(
  tx: WriteTx,
  input: CreateInput,
  checklists: readonly Checklist[],
  cap: VisitCapPack,
): Promise<{ id: string; no: string; subjectName: string }> {
  const day = input.startedAt.slice(0, 10);
  requireNotAfterToday(day, tx.today);
  const subject = await getActiveSubject(tx.db, input.subjectId);
  const checklist = chooseChecklist(checklists, input.checklistId, day, subject.kind);
  const officerIds = [input.officer1Id, input.officer2Id];
  const officers = await getOfficersOnDuty(tx.db, officerIds, { subjectId: subject.id, on: day });
  requirePair(officers, day);
  if (input.visitId) await requirePlannedVisit(tx.db, input.visitId, subject.id, officerIds);
  const id = tx.newId();
  await requireFreeOfficers(tx.db, { id, officerIds, startedAt: input.startedAt });
  const use = { table: 'inspection', id, subjectId: subject.id, visitId: input.visitId ?? null };
  const no = await allocateDocumentNo(tx, 'inspection', day, use);
  tx.insert('inspection', {
    id,
    no,
    subject_id: subject.id,
    visit_id: input.visitId ?? null,
    kind: input.kind,
    method: input.method,
    checklist_id: checklist.id,
    checklist_version: checklist.version,
    checklist: JSON.stringify(checklist),
    officer1_id: input.officer1Id,
    officer2_id: input.officer2Id,
    officers: JSON.stringify(officers),
    place: input.place,
    started_at: input.startedAt,
    ended_at: null,
    scan_no: null,
    rights_told: 0,
    avoidance_asked: null,
    party_present: null,
    scene: '',
    statement: '',
    result_code: null,
    disposition_code: null,
    state: 'open',
    finished_at: null,
    created_at: tx.now,
    review_id: null,
    certificates_shown_at: null,
    rights_told_at: null,
    scanned_at: null,
    scan_later: null,
    scan_reason: null,
    avoidance_ruling: null,
    refusal: null,
    broken_off: null,
  });
  await requireWithinCap(tx, input, cap, { id, subjectName: subject.name });
  return { id, no, subjectName: subject.name };
}

/** A visit that was let pass above the cap when it was arranged needs no second consent. */
async function requireWithinCap(
  tx: WriteTx,
  input: CreateInput,
  cap: VisitCapPack,
  { id, subjectName }: { readonly id: string; readonly subjectName: string },
): Promise<void> {
  if (!isOnSiteMethod(cap, input.method)) return;
  if (input.visitId && (await findCapException(tx.db, input.visitId))) return;
  await passCap(tx, cap, {
    subjectId: input.subjectId,
    subjectName,
    year: Number(input.startedAt.slice(0, 4)),
    planned: false,
    exceptInspectionId: id,
    officerIds: [input.officer1Id, input.officer2Id],
    given: input.overCap ?? null,
    visitId: input.visitId ?? null,
    inspectionId: id,
  });
}

export function requireNotAfterToday(day: IsoDate, today: IsoDate, path = 'startedAt'): void {
  if (day > today) throw new AppError('bad_input', '检查时间不能晚于今天。', [{ path, message: '日期晚于今天' }]);
}

function chooseChecklist(all: readonly Checklist[], id: string, on: IsoDate, subjectKind: string): Checklist {
  const checklist = checklistsInForce(all, on).find((pack) => pack.id === id);
  if (!checklist)
    throw new AppError('not_found', `没有 ${on} 当日有效的这份检查表，请重新选择。`, [
      { path: 'checklistId', message: '检查表无效' },
    ]);
  if (!checklist.subjectKinds.includes(subjectKind))
    throw new AppError('bad_input', `“${checklist.title}”不适用于这类监管对象，请选择其他检查表。`, [
      { path: 'checklistId', message: '不适用于该对象' },
    ]);
  return checklist;
}

async function requirePlannedVisit(
  db: ReadDb,
  visitId: string,
  subjectId: string,
  officerIds: readonly string[],
): Promise<void> {
  const visit = await findVisit(db, visitId);
  if (!visit) throw new AppError('not_found', '没有找到这次检查安排，请刷新检查任务后重试。');
  if (visit.subject_id !== subjectId)
    throw new AppError('bad_input', '所选抽查安排的对象与检查对象不一致，请核对。', [
      { path: 'visitId', message: '对象不一致' },
    ]);
  if (visit.state !== 'planned' || visit.plan_state === 'void')
    throw new AppError('bad_state', '这次抽查安排已检查、已取消或所属计划已作废，不能再据此检查。');
  if (visit.merged_into !== null)
    throw new AppError('bad_state', '这次检查已并入同月的另一次检查，请从那一次开始检查，或先撤销合并。');
  // who goes was drawn in public: another pair needs an exchange with its reason and second person
  const drawn = visit.plan_state === null ? [] : [visit.officer1_id, visit.officer2_id];
  if (drawn.length === 2 && drawn.every((id) => id !== null) && !drawn.every((id) => officerIds.includes(id ?? '')))
    throw new AppError(
      'bad_state',
      '这次检查的检查人员是公开抽取的，与所选人员不一致。确需更换的，请先在检查计划中办理“更换人员”，再开始检查。',
      [{ path: 'officer1Id', message: '与抽取的检查人员不一致' }],
    );
  const taken = await findInspectionOfVisit(db, visitId, subjectId);
  if (taken) throw new AppError('conflict', `这次抽查安排已有检查 ${taken.no}，请打开它继续办理。`);
}

/**
 * No officer in two places. A visit still running is taken to last to the end of its day, so a second one must wait
 * for its end; against a finished visit only the moment of the beginning is known yet, the end is checked later.
 */
export async function requireFreeOfficers(
  db: ReadDb,
  { id, officerIds, startedAt }: { id: string; officerIds: readonly string[]; startedAt: string },
): Promise<void> {
  const { others } = await loadDepartureContext(db, { id, officerIds, startedAt, endedAt: null });
  for (const other of others) {
    const endedAt = other.endedAt === null ? null : `${startedAt}:01`;
    if (!overlap({ officerIds, startedAt, endedAt }, other)) continue;
    const since = other.startedAt.replace('T', ' ');
    const until = other.endedAt === null ? '尚未办结' : `至 ${other.endedAt.replace('T', ' ')}`;
    throw new AppError(
      'conflict',
      `检查人员在这一时间另有检查（${other.label}，${since} 起${until}），时间不能重叠。`,
      [{ path: 'startedAt', message: '检查人员时间重叠' }],
    );
  }
}
