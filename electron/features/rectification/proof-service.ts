import {
  judgeProof,
  lastProofDay,
  proofJudgementLabels,
  type Reminder,
  remind,
  reminderWayLabels,
  submitProof,
} from '#shared/domain/rectification/proof';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import { loadRectification } from './load-rectification';

async function load(tx: WriteTx, id: string) {
  const { record, proofs, reminders } = await loadRectification(tx.db, id);
  return { record, proofs, context: { today: tx.today, otherEntryOn: lastProofDay(proofs, reminders) } };
}

/** Numbers of the items a proof speaks of: `第 1、3 项`. */
const seqText = (items: readonly { readonly id: string; readonly seq: number }[], ids: readonly string[]): string =>
  `第 ${items.flatMap((item) => (ids.includes(item.id) ? [item.seq] : [])).join('、')} 项`;

export async function enterProof(tx: WriteTx, input: ParsedInput<'rectification.submit-proof'>) {
  const { record, context } = await load(tx, input.id);
  const { submittedOn, submittedBy, way, itemIds, note } = input;
  const open = { judgement: null, judgedBy: null, judgedOn: null, reason: '' };
  const proof = submitProof(record, { id: tx.newId(), submittedOn, submittedBy, way, itemIds, note, ...open }, context);
  tx.insert('rectification_proof', {
    id: proof.id,
    rectification_id: record.id,
    submitted_on: submittedOn,
    submitted_by: submittedBy,
    way,
    item_ids: JSON.stringify(itemIds),
    note,
    judgement: null,
    judged_by: null,
    judged_officer: null,
    judged_on: null,
    reason: '',
    created_at: tx.now,
  });
  const summary = `${record.no} 于 ${submittedOn} 收到整改材料（${seqText(record.items, itemIds)}，${submittedBy}）`;
  return { proofId: proof.id, summary };
}

/** Answers the sentence for the log. */
export async function judge(tx: WriteTx, input: ParsedInput<'rectification.judge-proof'>): Promise<string> {
  const { record, proofs, context } = await load(tx, input.id);
  const proof = proofs.find((entry) => entry.id === input.proofId);
  if (!proof) throw new AppError('not_found', `整改 ${record.no} 中没有这份材料，请刷新页面后重试。`);
  const { judgement, on, reason } = input;
  const officer = await getOfficerOnDuty(tx.db, input.officerId, { subjectId: record.subjectId, on });
  const judged = judgeProof(record, proof, { judgement, on, officer, reason }, context);
  tx.update('rectification_proof', proof.id, {
    judgement: judged.judgement,
    judged_by: officer.id,
    judged_officer: JSON.stringify(officer),
    judged_on: judged.judgedOn,
    reason: judged.reason,
  });
  return `${record.no} 于 ${on} 审查 ${proof.submittedOn} 的整改材料：${proofJudgementLabels[judgement]}${reason ? `，${reason}` : ''}`;
}

/** Answers the sentence for the log. */
export async function enterReminder(tx: WriteTx, input: ParsedInput<'rectification.remind'>): Promise<string> {
  const { record, context } = await load(tx, input.id);
  const { on, way, whom, text } = input;
  const officer = await getOfficerOnDuty(tx.db, input.officerId, { subjectId: record.subjectId, on });
  const reminder: Reminder = remind(record, { id: tx.newId(), on, way, whom, text, officer }, context);
  tx.insert('rectification_reminder', {
    id: reminder.id,
    rectification_id: record.id,
    on_date: on,
    way,
    whom,
    text,
    officer_id: officer.id,
    officer: JSON.stringify(officer),
    created_at: tx.now,
  });
  return `${record.no} 于 ${on} ${reminderWayLabels[way]}催告 ${whom}`;
}
