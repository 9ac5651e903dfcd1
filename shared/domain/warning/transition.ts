import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { type CloseReason, type Lead, leadStateLabels } from './lead';

export type LeadAction =
  | { readonly type: 'assign'; readonly officerId: string }
  | { readonly type: 'confirm'; readonly evidence: string; readonly factId: string }
  | { readonly type: 'close'; readonly reason: CloseReason; readonly note: string }
  | { readonly type: 'reopen'; readonly reason: string };

/**
 * The only way a lead changes: new → assigned → confirmed or closed; either may be reopened with a reason and is then
 * with its officer again. A lead becomes a fact by `confirm` alone.
 *
 * @throws AppError `bad_state` for a step that is not open, `bad_input` for a missing reason or evidence
 * @example transition(lead, { type: 'assign', officerId }, '2026-11-25').state // 'assigned'
 */
export function transition(lead: Lead, action: LeadAction, on: IsoDate): Lead {
  requireState(lead, action);
  switch (action.type) {
    case 'assign':
      if (lead.assignedTo === action.officerId)
        throw new AppError('bad_state', `线索 ${lead.no} 已经分派给这名人员，不用再分派。`);
      return { ...lead, state: 'assigned', stateOn: on, assignedTo: action.officerId };
    case 'confirm':
      requireText('evidence', action.evidence, '请写明核实情况和证据');
      return { ...lead, state: 'confirmed', stateOn: on, evidence: action.evidence, factId: action.factId };
    case 'close':
      if (action.reason === 'other') requireText('note', action.note, '关闭原因选“其他”的，请写明说明');
      return { ...lead, state: 'closed', stateOn: on, closeReason: action.reason, note: action.note };
    case 'reopen':
      requireText('reason', action.reason, '请写明重新打开的理由');
      return { ...lead, state: 'assigned', stateOn: on, closeReason: null, note: '', evidence: '', factId: null };
  }
}

const FROM: Record<LeadAction['type'], readonly Lead['state'][]> = {
  assign: ['new', 'assigned'],
  confirm: ['assigned'],
  close: ['assigned'],
  reopen: ['confirmed', 'closed'],
};
const VERB: Record<LeadAction['type'], string> = {
  assign: '分派',
  confirm: '核实',
  close: '关闭',
  reopen: '重新打开',
};

function requireState(lead: Lead, { type }: LeadAction): void {
  if (FROM[type].includes(lead.state)) return;
  const way =
    lead.state === 'new' ? '请先分派给经办人' : lead.state === 'assigned' ? '它还在办理中' : '需要改变的，请先重新打开';
  throw new AppError('bad_state', `线索 ${lead.no} ${leadStateLabels[lead.state]}，不能${VERB[type]}；${way}。`);
}

function requireText(path: string, text: string, message: string): void {
  if (text.trim() === '') throw new AppError('bad_input', `${message}。`, [{ path, message }]);
}
