import { requirePair } from '#shared/domain/inspection/officer-pair';
import { exchangeOfficer, leaveOn } from '#shared/domain/plan/visit-change';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { localMinute } from '../../db/local-minute';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import { findActiveOfficer, requireSecondOfficer } from '../../db/second-officer';
import { changeVisit, findLastChange, parsePlace } from '../../db/visit-change';
import type { WriteTx } from '../../db/write-tx';
import { leavesColumn } from './attention';
import {
  countOpenVisits,
  findChanges,
  listAvoidances,
  listDayVisits,
  listOfficers,
  listVisitsById,
} from './calendar-repository';
import { requireNotBegun, requirePresent } from './move-visit';
import { listMergedInto } from './task-repository';

type VisitRow = Awaited<ReturnType<typeof listVisitsById>>[number];

export type Exchanged = RouteOutput<'plan.exchange-officer'> & {
  /** For the audit entry. */
  readonly inName: string;
};

/** Sends another officer to one visit or several; what was drawn stays, and what is changed is written beside it. */
export async function exchangeOfficers(tx: WriteTx, input: ParsedInput<'plan.exchange-officer'>): Promise<Exchanged> {
  const { visitIds, outOfficerId, inOfficerId, cause, reason, secondOfficerId } = input;
  await requireSecondOfficer(tx, secondOfficerId, '换人');
  const visits = await getPlannedVisits(tx.db, visitIds);
  const incoming = await findActiveOfficer(tx.db, inOfficerId);
  if (!incoming)
    throw new AppError('not_found', '没有找到接替的人员，或其已停用，请重新选择。', [
      { path: 'inOfficerId', message: '人员不存在或已停用' },
    ]);
  const warnings: string[] = [];
  const changeIds: string[] = [];
  for (const visit of visits) {
    if (visit.merged_into !== null)
      throw new AppError('bad_state', `${visit.subject_name}的检查已并入另一次检查，请在那一次上换人，或先撤销合并。`);
    await requireNotBegun(tx, visit, '换人；当事人申请回避的，请在检查中办理');
    const pair = exchangeOfficer(
      { officer1Id: visit.officer1_id, officer2Id: visit.officer2_id },
      { outId: outOfficerId, inId: inOfficerId },
    );
    const on = visit.date < tx.today ? tx.today : visit.date;
    await requireFit(tx, visit, inOfficerId, on);
    const partner = pair.officer1Id === inOfficerId ? pair.officer2Id : pair.officer1Id;
    const elsewhere = (await listDayVisits(tx.db, visit.date)).filter(
      (other) =>
        other.id !== visit.id &&
        !visitIds.includes(other.id) &&
        [other.officer1_id, other.officer2_id].includes(inOfficerId) &&
        !(partner !== null && [other.officer1_id, other.officer2_id].includes(partner)),
    );
    if (elsewhere.length > 0)
      warnings.push(`${incoming.name} ${visit.date} 还编在另一组（${elsewhere.length} 户），请合理安排时间或改期。`);
    const patch = { officer1_id: pair.officer1Id, officer2_id: pair.officer2Id };
    changeIds.push(await changeVisit(tx, visit, patch, { kind: 'exchange', cause, reason, secondOfficerId }));
  }
  return { changeIds, warnings: [...new Set(warnings)], inName: incoming.name };
}

/** The day on the office's wall clock. */
const dayOf = (instant: string): IsoDate => localMinute(instant).slice(0, 10);

async function getPlannedVisits(db: ReadDb, ids: readonly string[]): Promise<readonly VisitRow[]> {
  const visits = await listVisitsById(db, ids);
  if (visits.length < new Set(ids).size)
    throw new AppError('not_found', '有的检查安排已经找不到，没有换人，请刷新后重试。');
  const closed = visits.find(({ state }) => state !== 'planned');
  if (closed) throw new AppError('bad_state', `${closed.subject_name}的检查已经办理或取消，没有换人，请刷新后重试。`);
  return visits;
}

/** @throws AppError when the one who comes may not act on that day, or has to avoid the subject */
async function requireFit(tx: WriteTx, visit: VisitRow, officerId: string, on: IsoDate): Promise<void> {
  const [officer] = await getOfficersOnDuty(tx.db, [officerId], { subjectId: visit.subject_id, on });
  if (!officer) throw new Error(`no officer ${officerId}`);
  // the other one is judged when the visit begins: an exchange must not be refused for what it does not touch
  requirePair([officer, { ...officer, id: '', certificateNo: '-', certificateUntil: null }], on);
  await requirePresent(tx, [officerId], on);
}

/** Who could go instead, those who may make all the visits first, then those with the fewest still to make. */
export async function suggestOfficers(
  db: ReadDb,
  { visitIds, outOfficerId }: ParsedInput<'plan.suggest-officers'>,
  today: IsoDate,
): Promise<RouteOutput<'plan.suggest-officers'>['officers']> {
  const visits = await listVisitsById(db, visitIds);
  const loads = await countOpenVisits(db, today);
  const avoided = await listAvoidances(db, [...new Set(visits.map(({ subject_id }) => subject_id))], today);
  const candidates = (await listOfficers(db))
    .filter(({ id, active }) => active === 1 && id !== outOfficerId)
    .map(({ id, name, certificateNo, certificateUntil, leaves }) => {
      const away = leavesColumn.parse(JSON.parse(leaves));
      const count = (unfit: (visit: VisitRow) => boolean) => visits.filter(unfit).length;
      const problems: readonly (readonly [string, number])[] = [
        ['已在检查组中', count((visit) => [visit.officer1_id, visit.officer2_id].includes(id))],
        ['应当回避', count((visit) => avoided.has(`${id}|${visit.subject_id}`))],
        ['没有登记执法证号', certificateNo.trim() === '' ? visits.length : 0],
        ['执法证件到期', count(({ date }) => certificateUntil !== null && certificateUntil < date)],
        ['请假', count(({ date }) => leaveOn(away, date) !== undefined)],
      ];
      return {
        id,
        name,
        certificateNo,
        load: loads.get(id) ?? 0,
        problems: problems.flatMap(([words, n]) =>
          n === 0 ? [] : [visits.length === 1 ? words : `${words}（${n} 户）`],
        ),
      };
    });
  return candidates.sort((a, b) => a.problems.length - b.problems.length || a.load - b.load);
}

/** Takes changes back that were the last of their visits; the visit is then as it was, and both entries stay. */
export async function undoChanges(tx: WriteTx, { changeIds }: ParsedInput<'plan.undo-changes'>): Promise<number> {
  const changes = await findChanges(tx.db, changeIds);
  if (changes.length < new Set(changeIds).size) throw new AppError('not_found', '没有找到要撤销的变更，请刷新后重试。');
  const visits = new Map(
    (
      await listVisitsById(
        tx.db,
        changes.map(({ visit_id }) => visit_id),
      )
    ).map((visit) => [visit.id, visit]),
  );
  for (const change of changes) {
    const visit = visits.get(change.visit_id);
    const last = await findLastChange(tx.db, change.visit_id);
    const undoable = change.kind === 'move' || change.kind === 'exchange';
    if (!visit || !undoable || last?.id !== change.id || change.undoes !== null || visit.state !== 'planned')
      throw new AppError('bad_state', '这次变更之后又有变化，不能撤销，请另行办理改期或换人。');
    // what was merged or begun since then stands on the visit as it is now
    if (visit.merged_into !== null || (await listMergedInto(tx.db, visit.id)).length > 0)
      throw new AppError('bad_state', '这次变更之后检查已经合并，不能撤销，请先撤销合并。');
    await requireNotBegun(tx, visit, '撤销变更');
    if (change.officer_id !== tx.actor.id || dayOf(change.at) !== dayOf(tx.now))
      throw new AppError('forbidden', '只能由办理的人在当天撤销，请另行办理改期或换人。');
    const before = parsePlace(change.before);
    await changeVisit(
      tx,
      visit,
      { date: before.date, officer1_id: before.officer1Id, officer2_id: before.officer2Id },
      { kind: change.kind, cause: 'undo', reason: '撤销刚才的变更', undoes: change.id },
    );
  }
  return changes.length;
}
