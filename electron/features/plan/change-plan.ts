import { type Calendar, isWorkingDay } from '#shared/domain/calendar/calendar';
import { requirePair } from '#shared/domain/inspection/officer-pair';
import { samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import type { ParsedInput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import { countOfficerVisits, findActiveOfficer, findVisit, listPlannedVisits } from './plan-repository';
import { getPlan } from './plan-service';
import { listMergedInto } from './task-repository';

/** For visits arranged by hand, to which no sampling rules apply: as in the shipped rules. */
const VISITS_PER_DAY = 3;

/**
 * Moves one visit to another working day on which its officers may act and still have room; the draw itself stays.
 *
 * @returns the day before the change
 */
export async function moveVisit(
  tx: WriteTx,
  { visitId, date }: ParsedInput<'plan.move-visit'>,
  calendar: Calendar,
): Promise<IsoDate> {
  const visit = await findVisit(tx.db, visitId);
  if (!visit) throw new AppError('not_found', '没有找到这次检查安排，请刷新后重试。');
  if (visit.state !== 'planned') throw new AppError('bad_state', '这次检查已经办理或取消，不能改期。');
  const refuse = (message: string, short: string) =>
    new AppError('bad_input', message, [{ path: 'date', message: short }]);
  const plan = visit.plan_id === null ? null : await getPlan(tx.db, visit.plan_id);
  const year = plan?.year ?? Number(visit.date.slice(0, 4));
  if (date < tx.today) throw refuse(`检查不能改到今天（${tx.today}）以前，请改选一天。`, '早于今天');
  if (Number(date.slice(0, 4)) !== year)
    throw refuse(`这是 ${year} 年度的检查，请在当年内改选一天。`, '不在计划年度内');
  if (!isWorkingDay(calendar, date).working) throw refuse(`${date} 不是工作日，请改选一个工作日。`, '不是工作日');
  const pair = [visit.officer1_id, visit.officer2_id].filter((id) => id !== null);
  if (pair.length === 0) return update(tx, visit, date);
  requirePair(await getOfficersOnDuty(tx.db, pair, { subjectId: visit.subject_id, on: date }), date);
  const visitsPerDay = plan ? samplingPackSchema.parse(JSON.parse(plan.pack)).visitsPerDay : VISITS_PER_DAY;
  const { n } = await countOfficerVisits(tx.db, pair, date);
  if (n >= visitsPerDay)
    throw new AppError('conflict', `这两名人员 ${date} 已排满 ${n} 户，请改选另一天。`, [
      { path: 'date', message: '当天已排满' },
    ]);
  return update(tx, visit, date);
}

function update(tx: WriteTx, visit: { readonly id: string; readonly date: IsoDate }, date: IsoDate): IsoDate {
  tx.update('visit', visit.id, { date });
  return visit.date;
}

/**
 * Declares a draw void with its visits; it stays in the register.
 *
 * @returns the reason as it is kept, with who confirmed it
 */
export async function voidPlan(
  tx: WriteTx,
  { id, reason, secondOfficerId }: ParsedInput<'plan.void'>,
): Promise<string> {
  const plan = await getPlan(tx.db, id);
  if (plan.state === 'void') throw new AppError('bad_state', '这次抽取已经作废，不用再办。');
  if (tx.actor.id === null) throw new AppError('forbidden', '作废抽取要记明经办人，请先选择经办人。');
  const problem = [{ path: 'secondOfficerId', message: '须是另一名人员' }];
  if (secondOfficerId === tx.actor.id)
    throw new AppError('forbidden', '作废抽取须由另一名人员确认，请选择经办人以外的人员。', problem);
  if (secondOfficerId === plan.officer_id)
    throw new AppError('forbidden', '确认人不能是当初的抽取人，请另选一名人员确认。', problem);
  const second = await findActiveOfficer(tx.db, secondOfficerId);
  if (!second) throw new AppError('not_found', '没有找到确认人员，或其已停用。请重新选择。');
  if (plan.inspected) throw new AppError('bad_state', `这次抽取已有 ${plan.inspected} 户完成检查，不能作废。`);
  const full = `${reason}（确认人 ${second.name}）`;
  tx.update('plan', id, {
    state: 'void',
    void_reason: full,
    void_by: tx.actor.id,
    void_second: secondOfficerId,
    void_at: tx.now,
  });
  for (const visit of await listPlannedVisits(tx.db, id)) {
    // what was to be done together with a visit that falls away stands by itself again
    for (const other of await listMergedInto(tx.db, visit.id)) tx.update('visit', other.id, { merged_into: null });
    tx.update('visit', visit.id, { state: 'cancelled', merged_into: null });
  }
  return full;
}
