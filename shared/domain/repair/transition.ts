import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { requirePair } from '../inspection/officer-pair';
import type { ConditionAnswer, Refusal } from './application';
import {
  type Decision,
  type FollowUp,
  followUpLabels,
  type Opinion,
  openFollowUps,
  type Repair,
  type RepairState,
  repairStateLabels,
  type Verification,
} from './repair';

export type RepairAction =
  | { readonly type: 'update_conditions'; readonly conditions: readonly ConditionAnswer[] }
  | ({ readonly type: 'verify' } & Verification)
  | ({ readonly type: 'opine' } & Opinion)
  | ({ readonly type: 'decide' } & Omit<Decision, 'nextOn'>)
  | ({ readonly type: 'follow_up' } & FollowUp);

export type RepairContext = {
  readonly today: IsoDate;
  /** Of `checkApplication` on the day of the action; a grant needs none, a refusal keeps the next date. */
  readonly check: { readonly refusals: readonly Refusal[]; readonly nextOn: IsoDate | null };
};

const refuse = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);

/**
 * The only way an application changes: applied → verified → opined → granted or refused → closed.
 * Four eyes: who gave the opinion does not decide. It is closed only when all four follow-through lines are done.
 *
 * @throws AppError `bad_state` out of order or while reasons to refuse stand, `forbidden` for the same officer twice,
 *   `bad_input` for a refused date or missing text
 * @example transition(repair, { type: 'decide', on, officerId: 'o2', officerName: '乙', decision: 'grant', reason: '' }, context)
 */
export function transition(record: Repair, action: RepairAction, context: RepairContext): Repair {
  switch (action.type) {
    case 'update_conditions':
      requireState(record, ['applied', 'verified']);
      return { ...record, conditions: action.conditions };
    case 'verify': {
      requireState(record, ['applied']);
      requireDay(action.on, record.appliedOn, '申请日期', context.today);
      requirePair(action.officers, action.on);
      requireText('text', action.text, '请填写核查情况');
      const { type: _, ...verification } = action;
      return { ...record, verification, state: 'verified', stateOn: action.on };
    }
    case 'opine': {
      requireState(record, ['verified']);
      requireDay(action.on, record.verification?.on ?? record.appliedOn, '核查日期', context.today);
      requireText('text', action.text, '请填写处理意见');
      const { type: _, ...opinion } = action;
      return { ...record, opinion, state: 'opined', stateOn: action.on };
    }
    case 'decide':
      return decide(record, action, context);
    case 'follow_up': {
      requireState(record, ['granted']);
      requireDay(action.on, record.decision?.on ?? record.appliedOn, '决定日期', context.today);
      if (!openFollowUps(record).includes(action.code))
        throw new AppError('bad_state', `“${followUpLabels[action.code]}”已经办理，不能重复登记。`);
      const { type: _, ...line } = action;
      const next = { ...record, followUp: [...record.followUp, line] };
      return openFollowUps(next).length === 0 ? { ...next, state: 'closed', stateOn: action.on } : next;
    }
  }
}

function decide(record: Repair, action: Extract<RepairAction, { type: 'decide' }>, context: RepairContext): Repair {
  requireState(record, ['opined']);
  requireDay(action.on, record.opinion?.on ?? record.appliedOn, '提出意见的日期', context.today);
  if (action.officerId === record.opinion?.officerId)
    throw new AppError('forbidden', '提出意见的人员不能作出决定，请由另一名人员决定。', [
      { path: 'officerId', message: '与提出意见的人员相同' },
    ]);
  const contrary = record.opinion?.recommend !== action.decision;
  if ((action.decision === 'refuse' || contrary) && action.reason.trim() === '')
    throw refuse('reason', contrary ? '决定与意见不一致，请写明理由' : '不予修复应当写明理由');
  if (action.decision === 'grant') {
    const { earliestOn } = record.terms;
    if (earliestOn !== null && action.on < earliestOn)
      throw refuse('on', `未满最短期限，${earliestOn} 起才可以准予修复`);
    const first = context.check.refusals[0];
    if (first)
      throw new AppError(
        'bad_state',
        `不能准予修复：${first.message}。`,
        context.check.refusals.map(({ code, message }) => ({ path: code, message })),
      );
  }
  const { type: _, ...rest } = action;
  const decision: Decision = { ...rest, nextOn: action.decision === 'refuse' ? context.check.nextOn : null };
  return { ...record, decision, state: action.decision === 'grant' ? 'granted' : 'refused', stateOn: action.on };
}

function requireState(record: Repair, states: readonly RepairState[]): void {
  if (states.includes(record.state)) return;
  throw new AppError(
    'bad_state',
    `修复申请 ${record.no} 目前是“${repairStateLabels[record.state]}”，这一步要在“${states
      .map((state) => repairStateLabels[state])
      .join('”或“')}”时办理。`,
  );
}

function requireDay(on: IsoDate, notBefore: IsoDate, what: string, today: IsoDate): void {
  if (on < notBefore) throw refuse('on', `日期不能早于${what}（${notBefore}）`);
  if (on > today) throw refuse('on', '日期不能晚于今天');
}

function requireText(path: string, text: string, message: string): void {
  if (text.trim() === '') throw refuse(path, message);
}
