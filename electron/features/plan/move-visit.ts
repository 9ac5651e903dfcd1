import { type Calendar, isWorkingDay } from '#shared/domain/calendar/calendar';
import { requirePair } from '#shared/domain/inspection/officer-pair';
import { samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import { leaveOn } from '#shared/domain/plan/visit-change';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import { changeVisit } from '../../db/visit-change';
import type { WriteTx } from '../../db/write-tx';
import { leavesColumn } from './attention';
import { listMonthVisits, listOfficers } from './calendar-repository';
import { countOfficerVisits, findVisit } from './plan-repository';
import { getPlan } from './plan-service';
import { findBegun, listMergedInto } from './task-repository';

/** For visits arranged by hand, to which no sampling rules apply: as in the shipped rules. */
const VISITS_PER_DAY = 3;

export type Moved = RouteOutput<'plan.move-visit'>;

/** Moves one visit to another working day on which its officers may act and still have room; the draw itself stays. */
export async function moveVisit(
  tx: WriteTx,
  { visitId, date, cause, reason }: ParsedInput<'plan.move-visit'>,
  calendar: Calendar,
): Promise<Moved> {
  const visit = await findVisit(tx.db, visitId);
  if (!visit) throw new AppError('not_found', '没有找到这次检查安排，请刷新后重试。');
  if (visit.state !== 'planned') throw new AppError('bad_state', '这次检查已经办理或取消，不能改期。');
  if (visit.merged_into !== null)
    throw new AppError('bad_state', '这次检查已并入另一次检查，请改那一次的日期，或先撤销合并。');
  await requireNotBegun(tx, visit, '改期');
  if (visit.date.slice(0, 7) !== date.slice(0, 7) && (await listMergedInto(tx.db, visit.id)).length > 0)
    throw refuse('这次检查已与同月的其他检查合并，只能在当月内改期；确需改到别的月份，请先撤销合并。', '不在同月');
  if (visit.date === date) throw refuse(`这次检查本来就安排在 ${date}，请改选另一天。`, '就是原来的日期');
  if (date < tx.today) throw refuse(`检查不能改到今天（${tx.today}）以前，请改选一天。`, '早于今天');
  const day = isWorkingDay(calendar, date);
  if (!day.working) throw refuse(`${date} 是${day.reason}，不是工作日，请改选一个工作日。`, '不是工作日');
  const plan = visit.plan_id === null ? null : await getPlan(tx.db, visit.plan_id);
  const year = plan?.year ?? Number(visit.date.slice(0, 4));
  if (Number(date.slice(0, 4)) !== year)
    throw refuse(`这是 ${year} 年度的检查，请在当年内改选一天。`, '不在计划年度内');
  const pair = [visit.officer1_id, visit.officer2_id].filter((id) => id !== null);
  const warnings: string[] = [];
  if (day.estimated) warnings.push(`${date.slice(0, 4)} 年的节假日安排还没有官方文件，请以后核对 ${date} 是否上班。`);
  if (pair.length > 0) {
    requirePair(await getOfficersOnDuty(tx.db, pair, { subjectId: visit.subject_id, on: date }), date);
    await requirePresent(tx, pair, date);
    const others = await countOfficerVisits(tx.db, pair, date);
    const limit = plan ? samplingPackSchema.parse(JSON.parse(plan.pack)).visitsPerDay : VISITS_PER_DAY;
    if (others.n >= limit)
      throw new AppError('conflict', `这两名人员 ${date} 已排满 ${others.n} 户，请改选另一天。`, [
        { path: 'date', message: '当天已排满' },
      ]);
  }
  const sameMonth = (await listMonthVisits(tx.db, visit.subject_id, date.slice(0, 7))).filter(
    ({ id }) => id !== visit.id,
  );
  for (const other of sameMonth) warnings.push(`同一对象 ${other.date} 还有一次检查，可以合并为一次。`);
  const words = reason === '' ? '日历上改期' : reason;
  const changeId = await changeVisit(tx, visit, { date }, { kind: 'move', cause, reason: words });
  return { id: visit.id, changeId, before: visit.date, warnings };
}

function refuse(message: string, short: string): AppError {
  return new AppError('bad_input', message, [{ path: 'date', message: short }]);
}

/** @throws AppError `bad_state` once an inspection runs on the visit: its day and officers are on record there */
export async function requireNotBegun(
  tx: WriteTx,
  visit: { readonly id: string; readonly subject_id: string },
  what: string,
): Promise<void> {
  const begun = await findBegun(tx.db, visit.id, visit.subject_id);
  if (begun) throw new AppError('bad_state', `这次检查已经开始（${begun.no}），不能${what}。`);
}

/** @throws AppError `bad_input` for an officer who is on leave that day */
export async function requirePresent(tx: WriteTx, ids: readonly string[], date: IsoDate): Promise<void> {
  for (const { id, name, leaves } of await listOfficers(tx.db)) {
    const leave = ids.includes(id) ? leaveOn(leavesColumn.parse(JSON.parse(leaves)), date) : undefined;
    if (leave)
      throw new AppError('bad_input', `${name} ${leave.from} 至 ${leave.to} 请假，请改选一天或更换人员。`, [
        { path: 'date', message: `${name}请假` },
      ]);
  }
}
