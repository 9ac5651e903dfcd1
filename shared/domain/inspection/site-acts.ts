import * as z from 'zod';
import { AppError } from '../../kernel/errors';

/** What the head of the office decided on a request that an officer withdraws (行政处罚法第四十三条). */
export const avoidanceRuling = z.object({
  decision: z.enum(['granted', 'refused']),
  decidedBy: z.string(),
  decidedAt: z.string(),
  reason: z.string(),
  /** The officer the request is about. */
  officerId: z.string(),
  officerName: z.string(),
  /** A granted request ends in another officer, or in the end of the visit. */
  outcome: z.enum(['goes_on', 'exchanged', 'broken_off']),
  replacedBy: z.string().nullable(),
});
export type AvoidanceRuling = z.output<typeof avoidanceRuling>;

export const rulingLabels: Record<AvoidanceRuling['decision'], string> = {
  granted: '同意回避',
  refused: '驳回回避申请',
};
export const rulingOutcomeLabels: Record<AvoidanceRuling['outcome'], string> = {
  goes_on: '原检查人员继续检查',
  exchanged: '更换检查人员后继续检查',
  broken_off: '中止本次检查',
};

/** The party does not let the inspectors do their work. */
export const refusal = z.object({
  at: z.string(),
  /** What was seen and said, as facts. */
  facts: z.string(),
  witnessName: z.string(),
  witnessUnit: z.string(),
  /** The refusal is in a sound and picture recording. */
  recorded: z.boolean(),
  /** The party was told what a refusal leads to. */
  told: z.boolean(),
});
export type Refusal = z.output<typeof refusal>;

/**
 * Checks a refusal: it must say what happened and rest on a witness or a recording, never on the word of the officers
 * alone.
 *
 * @throws AppError `bad_input` with the field
 * @example requireRefusal({ at, facts: '', witnessName: '', witnessUnit: '', recorded: false, told: true }) // throws
 */
export function requireRefusal(value: Refusal): void {
  if (value.facts.trim() === '') throw missing('facts', '请写明当事人拒绝检查的经过');
  requireWitness(value);
}

type Witness = { readonly witnessName: string; readonly recorded: boolean };

/** @throws AppError `bad_input` when there is neither a witness nor a recording */
export function requireWitness({ witnessName, recorded }: Witness): void {
  if (witnessName.trim() === '' && !recorded) throw missing('witnessName', '请填写见证人，或注明已全程录音录像');
}

/** @throws AppError `bad_input` when a ruling lacks who decided, why, or the officer who steps in */
export function requireRuling(ruling: AvoidanceRuling): void {
  if (ruling.decidedBy.trim() === '') throw missing('decidedBy', '请填写作出决定的机关负责人');
  if (ruling.reason.trim() === '') throw missing('reason', '请写明决定的理由');
  if (ruling.decision === 'refused' && ruling.outcome !== 'goes_on')
    throw missing('outcome', '驳回回避申请的，由原检查人员继续检查');
  if (ruling.decision === 'granted' && ruling.outcome === 'goes_on')
    throw missing('outcome', '同意回避的，应当更换检查人员或者中止检查');
  if (ruling.outcome === 'exchanged' && ruling.replacedBy === null) throw missing('replacedBy', '请选择接替的检查人员');
}

const missing = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);
