import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { type OfficerOnDuty, pairProblems } from '../inspection/officer-pair';
import { requireClock } from './clock';
import type { Rectification } from './rectification';

/** 整改材料: what the firm hands in to show that it corrected. */
export const proofWays = ['in_person', 'post', 'online', 'on_site'] as const;
export type ProofWay = (typeof proofWays)[number];
export const proofWayLabels: Record<ProofWay, string> = {
  in_person: '当面提交',
  post: '邮寄',
  online: '网上或邮件',
  on_site: '上门收取',
};

export const proofJudgements = ['accepted', 'insufficient'] as const;
export type ProofJudgement = (typeof proofJudgements)[number];
export const proofJudgementLabels: Record<ProofJudgement, string> = {
  accepted: '材料符合要求',
  insufficient: '材料不足',
};

export const reminderWays = ['phone', 'letter', 'visit'] as const;
export type ReminderWay = (typeof reminderWays)[number];
export const reminderWayLabels: Record<ReminderWay, string> = { phone: '电话', letter: '书面', visit: '上门' };

export type Proof = {
  readonly id: string;
  readonly submittedOn: IsoDate;
  readonly submittedBy: string;
  readonly way: ProofWay;
  readonly itemIds: readonly string[];
  readonly note: string;
  readonly judgement: ProofJudgement | null;
  readonly judgedBy: OfficerOnDuty | null;
  readonly judgedOn: IsoDate | null;
  readonly reason: string;
};

export type Reminder = {
  readonly id: string;
  readonly on: IsoDate;
  readonly way: ReminderWay;
  readonly whom: string;
  readonly text: string;
  readonly officer: OfficerOnDuty;
};

export type ProofContext = { readonly today: IsoDate; readonly otherEntryOn: IsoDate | null };

const refuse = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);

/**
 * The last day among proofs, judgements and reminders; null when there are none.
 *
 * @example lastProofDay([proof], []) // '2026-10-08'
 */
export function lastProofDay(proofs: readonly Proof[], reminders: readonly Reminder[]): IsoDate | null {
  const days = [
    ...proofs.flatMap((proof) => [proof.submittedOn, ...(proof.judgedOn ? [proof.judgedOn] : [])]),
    ...reminders.map((reminder) => reminder.on),
  ];
  return days.sort().at(-1) ?? null;
}

function requireOpen(record: Rectification, { today, otherEntryOn }: ProofContext): void {
  if (record.state !== 'ordered') throw new AppError('bad_state', `整改 ${record.no} 已经结束，不能再登记。`);
  requireClock(record, today, otherEntryOn);
}

function requireDay(path: string, word: string, on: IsoDate, earliest: IsoDate, since: string, today: IsoDate): void {
  if (on < earliest) throw refuse(path, `${word}不能早于${since}（${earliest}）`);
  if (on > today) throw refuse(path, `${word}不能晚于今天（${today}）`);
}

/**
 * Checks what the firm handed in: not before the order, not after today, only for items that still wait.
 * The item itself does not change; that is for a re-check by two officers.
 *
 * @throws AppError `bad_state` when the order is over or an item is settled, `not_found` for a stranger item,
 *   `bad_input` for a refused day, name or list
 * @example submitProof(order, proof, { today, otherEntryOn: null }) // proof
 */
export function submitProof(record: Rectification, proof: Proof, context: ProofContext): Proof {
  requireOpen(record, context);
  requireDay('submittedOn', '提交日期', proof.submittedOn, record.orderedOn, '责令日期', context.today);
  if (proof.submittedBy.trim() === '') throw refuse('submittedBy', '请填写提交人');
  if (proof.itemIds.length === 0) throw refuse('itemIds', '请选择材料对应的整改事项');
  if (new Set(proof.itemIds).size < proof.itemIds.length) throw refuse('itemIds', '同一整改事项选择了两次');
  for (const id of proof.itemIds) {
    const item = record.items.find((candidate) => candidate.id === id);
    if (!item) throw new AppError('not_found', `整改 ${record.no} 中没有这一项，请刷新页面后重试。`);
    if (item.state === 'corrected')
      throw new AppError('bad_state', `第 ${item.seq} 项已确认整改，无需再提交材料；请去掉这一项。`);
  }
  return proof;
}

export type Judging = {
  readonly judgement: ProofJudgement;
  readonly on: IsoDate;
  readonly officer: OfficerOnDuty;
  readonly reason: string;
};

/**
 * An officer says once whether a proof is enough; what is not enough is told with a reason.
 *
 * @throws AppError `bad_state` when the order is over or the proof is already judged, `bad_input` for a refused day,
 *   a missing reason or an officer without a valid certificate
 * @example judgeProof(order, proof, { judgement: 'accepted', on, officer, reason: '' }, context).judgement // 'accepted'
 */
export function judgeProof(record: Rectification, proof: Proof, judging: Judging, context: ProofContext): Proof {
  requireOpen(record, context);
  if (proof.judgement !== null)
    throw new AppError(
      'bad_state',
      `这份材料已于 ${proof.judgedOn ?? ''} 审查，不能重复审查；有新材料的，请另行登记。`,
    );
  requireDay('on', '审查日期', judging.on, proof.submittedOn, '提交日期', context.today);
  requireOfficer(judging.officer, judging.on);
  if (judging.judgement === 'insufficient' && judging.reason.trim() === '')
    throw refuse('reason', '材料不足的，请写明缺什么、怎样补');
  return {
    ...proof,
    judgement: judging.judgement,
    judgedBy: judging.officer,
    judgedOn: judging.on,
    reason: judging.reason,
  };
}

/**
 * A reminder to the firm: by an officer, from the day of the order on, while something still waits.
 *
 * @throws AppError `bad_state` when nothing waits any more, `bad_input` for a refused day, person or text
 * @example remind(order, reminder, { today, otherEntryOn: null }) // reminder
 */
export function remind(record: Rectification, reminder: Reminder, context: ProofContext): Reminder {
  requireOpen(record, context);
  if (record.items.every((item) => item.state === 'corrected'))
    throw new AppError('bad_state', `整改 ${record.no} 各项均已确认整改，无需催告；请办结。`);
  requireDay('on', '催告日期', reminder.on, record.orderedOn, '责令日期', context.today);
  if (reminder.whom.trim() === '') throw refuse('whom', '请填写被催告人');
  if (reminder.text.trim() === '') throw refuse('text', '请填写催告内容');
  requireOfficer(reminder.officer, reminder.on);
  return reminder;
}

function requireOfficer(officer: OfficerOnDuty, on: IsoDate): void {
  const problem = pairProblems([officer], on).find(({ path }) => path === 'officer1Id');
  if (problem) throw refuse('officerId', problem.message);
}

/**
 * The accepted proof of which an item has not been re-checked since: a re-check at the desk can take it over.
 *
 * @example waitingForRecheck(order, [accepted])?.id // 'p1'
 */
export function waitingForRecheck(
  record: Pick<Rectification, 'items' | 'rechecks'>,
  proofs: readonly Proof[],
): { readonly proof: Proof; readonly itemIds: readonly string[] } | null {
  for (const proof of [...proofs].reverse()) {
    if (proof.judgement !== 'accepted') continue;
    const itemIds = proof.itemIds.filter(
      (id) =>
        record.items.some((item) => item.id === id && item.state !== 'corrected') &&
        !record.rechecks.some(
          (recheck) =>
            recheck.checkedOn >= (proof.judgedOn ?? '') && recheck.results.some((entry) => entry.itemId === id),
        ),
    );
    if (itemIds.length > 0) return { proof, itemIds };
  }
  return null;
}
