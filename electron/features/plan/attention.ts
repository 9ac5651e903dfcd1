import * as z from 'zod';
import { leaveOn } from '#shared/domain/plan/visit-change';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import { groupRows } from '../../db/group-rows';
import { listAvoidedComing, listComingOf, listComingWithoutPair, listOfficers } from './calendar-repository';

export const leavesColumn = z.array(z.object({ from: z.string(), to: z.string() }));

export type Gap = RouteOutput<'plan.list-gaps'>['gaps'][number];
type Coming = Awaited<ReturnType<typeof listComingOf>>[number];

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/**
 * What has come between a draw and its visits: an officer who left, a certificate that will have run out, leave, an
 * avoidance, or a pair that was never found. The draw stays as it is; each gap is one exchange.
 */
export async function listGaps(db: ReadDb, today: IsoDate, planId: string | undefined): Promise<Gap[]> {
  const gaps: Gap[] = [];
  const seen = new Set<string>();
  const add = (
    officer: { readonly id: string; readonly name: string } | null,
    cause: Gap['cause'],
    why: string,
    rows: readonly Coming[],
  ) => {
    // one reason a visit and officer is enough
    const visits = rows.filter(({ id }) => !seen.has(`${id}|${officer?.id}`));
    for (const { id } of visits) seen.add(`${id}|${officer?.id}`);
    const [first] = visits;
    if (!first) return;
    gaps.push({
      officerId: officer?.id ?? null,
      officerName: officer?.name ?? '',
      cause,
      sentence: `${why}，涉及今后 ${visits.length} 户检查，最早 ${first.date} ${first.subjectName}，请更换人员或改期。`,
      visits: visits.map(({ id, subjectName, date }) => ({ id, subjectName, date })),
    });
  };
  const officers = await listOfficers(db);
  const avoided = groupRows(await listAvoidedComing(db, today, planId), ({ officerId }) => officerId);
  for (const officer of officers) {
    const { id, name, certificateUntil } = officer;
    const within = (from: IsoDate, to: IsoDate) => listComingOf(db, id, { today, from, to, planId });
    if (officer.active !== 1) {
      add(officer, 'inactive', `${name}已停用`, await within(FIRST_DAY, LAST_DAY));
      continue;
    }
    add(officer, 'avoidance', `${name}在抽取后登记了回避`, avoided.get(id) ?? []);
    if (certificateUntil !== null) {
      const after = (await within(certificateUntil, LAST_DAY)).filter(({ date }) => date > certificateUntil);
      add(officer, 'certificate', `${name}的执法证件 ${certificateUntil} 到期`, after);
    }
    const leaves = leavesColumn.parse(JSON.parse(officer.leaves)).filter(({ to }) => to >= today);
    for (const leave of leaves) {
      const rows = (await within(leave.from, leave.to)).filter(({ date }) => leaveOn([leave], date));
      add(officer, 'leave', `${name} ${leave.from} 至 ${leave.to} 请假`, rows);
    }
  }
  add(null, 'short_handed', '没有排满两名执法人员', await listComingWithoutPair(db, today, planId));
  return gaps.sort((a, b) => ((a.visits[0]?.date ?? '') < (b.visits[0]?.date ?? '') ? -1 : 1));
}

/** The same as sentences, for one plan. */
export const listAttention = async (db: ReadDb, planId: string, today: IsoDate): Promise<string[]> =>
  (await listGaps(db, today, planId)).filter(({ officerId }) => officerId !== null).map(({ sentence }) => sentence);
