import type { Calendar } from '#shared/domain/calendar/calendar';
import type { NoticePack } from '#shared/domain/rectification/notice-pack';
import { lastProofDay } from '#shared/domain/rectification/proof';
import type { Rectification } from '#shared/domain/rectification/rectification';
import { type RectificationAction, transition } from '#shared/domain/rectification/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import { loadRectification } from './load-rectification';
import { itemColumns } from './order-rectification';

/** What the rules of a step are read from. */
export type StepRules = { readonly calendar: Calendar; readonly notice: NoticePack };

/** Loads, lets the domain decide, writes what changed. Unchanged rows leave no trace in the audit log. */
export async function changeRectification(
  tx: WriteTx,
  id: string,
  action: RectificationAction,
  { calendar, notice }: StepRules,
): Promise<Rectification> {
  const { record, proofs, reminders } = await loadRectification(tx.db, id);
  const next = transition(record, action, {
    today: tx.today,
    calendar,
    extension: notice.extension,
    otherEntryOn: lastProofDay(proofs, reminders),
  });
  tx.update('rectification', id, {
    delivered_on: next.deliveredOn,
    received_by: next.receivedBy,
    state: next.state,
    state_on: next.stateOn,
    state_reason: next.stateReason,
  });
  for (const item of next.items)
    if (!record.items.includes(item)) tx.update('rectification_item', item.id, itemColumns(item));
  return next;
}

export async function recheckRectification(
  tx: WriteTx,
  input: ParsedInput<'rectification.recheck'>,
  rules: StepRules,
): Promise<Rectification> {
  const { record } = await loadRectification(tx.db, input.id);
  const officers = await getOfficersOnDuty(tx.db, [input.officer1Id, input.officer2Id], {
    subjectId: record.subjectId,
    on: input.checkedOn,
  });
  const { checkedOn, results, conclusion } = input;
  const recheck = { id: tx.newId(), checkedOn, officers, results, conclusion };
  const next = await changeRectification(tx, input.id, { type: 'recheck', recheck }, rules);
  tx.insert('recheck', {
    id: recheck.id,
    rectification_id: input.id,
    checked_on: checkedOn,
    officer1_id: input.officer1Id,
    officer2_id: input.officer2Id,
    officers: JSON.stringify(officers),
    results: JSON.stringify(results),
    conclusion,
    created_at: tx.now,
  });
  return next;
}

export async function extendItem(
  tx: WriteTx,
  { id, itemId, on, reason, term, newDueOn }: ParsedInput<'rectification.extend'>,
  rules: StepRules,
): Promise<{ no: string; seq: number; extendedTo: string }> {
  const to = term ? { term } : { newDueOn: newDueOn ?? '' };
  const next = await changeRectification(tx, id, { type: 'extend', itemId, on, reason, to }, rules);
  const item = next.items.find((entry) => entry.id === itemId);
  if (!item?.extendedTo) throw new Error(`the item ${itemId} has no new day after its extension`);
  return { no: next.no, seq: item.seq, extendedTo: item.extendedTo };
}
