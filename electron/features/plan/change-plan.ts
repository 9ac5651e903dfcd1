import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { requireSecondOfficer } from '../../db/second-officer';
import type { WriteTx } from '../../db/write-tx';
import { listPlannedVisits } from './plan-repository';
import { getPlan } from './plan-service';
import { findBegunOfPlan, listMergedInto } from './task-repository';

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
  if (secondOfficerId === plan.officer_id)
    throw new AppError('forbidden', '确认人不能是当初的抽取人，请另选一名人员确认。', [
      { path: 'secondOfficerId', message: '须是另一名人员' },
    ]);
  const second = await requireSecondOfficer(tx, secondOfficerId, '作废抽取');
  if (plan.inspected) throw new AppError('bad_state', `这次抽取已有 ${plan.inspected} 户完成检查，不能作废。`);
  const begun = await findBegunOfPlan(tx.db, id);
  if (begun) throw new AppError('bad_state', `这次抽取已有检查在办（${begun.no}），不能作废；请先办结或中止这次检查。`);
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
