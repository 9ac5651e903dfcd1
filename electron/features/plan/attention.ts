import * as z from 'zod';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import { listComingDuties } from './freeze-repository';

const leavesColumn = z.array(z.object({ from: z.string(), to: z.string() }));

/**
 * What has come between a draw and its visits: an officer who left, a certificate that will have run out, leave, an
 * avoidance. The draw stays as it is; the visits have to be seen to.
 */
export async function listAttention(db: ReadDb, planId: string, today: IsoDate): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const duty of await listComingDuties(db, planId, today)) {
    const why = whyNot(duty);
    if (why) counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => `${why}，涉及今后 ${count} 户检查，请改期，或检查时另派人员。`);
}

function whyNot(duty: Awaited<ReturnType<typeof listComingDuties>>[number]): string | null {
  const { name, date, certificateUntil } = duty;
  if (duty.active !== 1) return `${name}已停用`;
  if (duty.avoidanceId !== null) return `${name}在抽取后登记了回避`;
  if (certificateUntil !== null && certificateUntil < date) return `${name}的执法证件 ${certificateUntil} 到期`;
  const leaves = leavesColumn.parse(JSON.parse(duty.leaves));
  return leaves.some(({ from, to }) => from <= date && date <= to) ? `${name}请假` : null;
}
