import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';

export const letterKinds = ['transfer', 'copy', 'assist'] as const;
/** 案件线索移送函, 抄告函, 协助函. */
export type LetterKind = (typeof letterKinds)[number];
export const letterKindLabels: Record<LetterKind, string> = {
  transfer: '案件线索移送函',
  copy: '抄告函',
  assist: '协助函',
};

export const letterStates = ['draft', 'sent', 'replied', 'closed', 'cancelled'] as const;
export type LetterState = (typeof letterStates)[number];
export const letterStateLabels: Record<LetterState, string> = {
  draft: '未发出',
  sent: '待回复',
  replied: '已回复',
  closed: '不再等回复',
  cancelled: '已作废',
};

export type Letter = {
  readonly no: string;
  readonly state: LetterState;
  readonly writtenOn: IsoDate;
  readonly sentOn: IsoDate | null;
  readonly sentHow: string | null;
  readonly replyDueOn: IsoDate | null;
  readonly remindedOn: IsoDate | null;
  readonly repliedOn: IsoDate | null;
  readonly reply: string | null;
  readonly stateReason: string | null;
};

export type LetterAction =
  | { readonly type: 'send'; readonly on: IsoDate; readonly how: string; readonly replyDueOn: IsoDate | null }
  | { readonly type: 'remind'; readonly on: IsoDate }
  | { readonly type: 'reply'; readonly on: IsoDate; readonly reply: string }
  | { readonly type: 'close'; readonly reason: string }
  | { readonly type: 'cancel'; readonly reason: string };

const refuse = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);

const FROM: Record<LetterAction['type'], readonly LetterState[]> = {
  send: ['draft'],
  remind: ['sent'],
  reply: ['sent', 'closed'],
  close: ['sent'],
  cancel: ['draft'],
};

/**
 * The only way a letter changes: draft → sent → replied; what was sent cannot be made void, only no longer waited for.
 *
 * @throws AppError `bad_state` for a step that is not open, `bad_input` for a wrong day or a missing text
 * @example transition(letter, { type: 'send', on: '2026-11-25', how: '机要', replyDueOn: '2026-12-04' }, '2026-11-25').state // 'sent'
 */
export function transition(letter: Letter, action: LetterAction, today: IsoDate): Letter {
  if (!FROM[action.type].includes(letter.state))
    throw new AppError('bad_state', `${letter.no} ${letterStateLabels[letter.state]}，不能办理这一步；请刷新后核对。`);
  switch (action.type) {
    case 'send':
      requireDay('on', action.on, letter.writtenOn, '成文日期', today);
      requireText('how', action.how, '请填写发出方式');
      if (action.replyDueOn !== null && action.replyDueOn < action.on)
        throw refuse('replyDueOn', `回复期限不能早于发出日期（${action.on}）`);
      return { ...letter, state: 'sent', sentOn: action.on, sentHow: action.how, replyDueOn: action.replyDueOn };
    case 'remind':
      requireDay('on', action.on, letter.sentOn ?? letter.writtenOn, '发出日期', today);
      return { ...letter, remindedOn: action.on };
    case 'reply':
      requireDay('on', action.on, letter.sentOn ?? letter.writtenOn, '发出日期', today);
      requireText('reply', action.reply, '请填写回复内容');
      return { ...letter, state: 'replied', repliedOn: action.on, reply: action.reply };
    case 'close':
      requireText('reason', action.reason, '请写明不再等回复的理由');
      return { ...letter, state: 'closed', stateReason: action.reason };
    case 'cancel':
      requireText('reason', action.reason, '请写明作废的理由');
      return { ...letter, state: 'cancelled', stateReason: action.reason };
  }
}

function requireText(path: string, text: string, message: string): void {
  if (text.trim() === '') throw refuse(path, message);
}

function requireDay(path: string, on: IsoDate, first: IsoDate, what: string, today: IsoDate): void {
  if (on < first) throw refuse(path, `日期不能早于${what}（${first}）`);
  if (on > today) throw refuse(path, '日期不能晚于今天');
}
