import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { Calendar } from '../calendar/deadline';
import { requirePair } from '../inspection/officer-pair';
import { requireClock } from './clock';
import { type ExtensionRule, extensionInTime, extensionRuleText } from './extension-rule';
import { effectiveDue, type Recheck, type Rectification, type RectificationItem } from './rectification';
import { dueOf, type Term } from './term';

export type RectificationAction =
  | { readonly type: 'deliver'; readonly on: IsoDate; readonly receivedBy: string }
  | { readonly type: 'recheck'; readonly recheck: Recheck }
  | {
      readonly type: 'extend';
      readonly itemId: string;
      readonly on: IsoDate;
      readonly reason: string;
      /** Counted from the old due date. */
      readonly to: { readonly term: Term } | { readonly newDueOn: IsoDate };
    }
  | { readonly type: 'close'; readonly on: IsoDate; readonly note: string }
  | { readonly type: 'escalate'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'cancel'; readonly on: IsoDate; readonly reason: string };

export type RectificationContext = {
  readonly today: IsoDate;
  readonly calendar: Calendar;
  /** How often and until when a term may be extended, from the pack of the notice. */
  readonly extension: ExtensionRule;
  /** Last day on which proofs or reminders were entered; null when there are none. */
  readonly otherEntryOn?: IsoDate | null;
};

const refuse = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);

/**
 * The only way an order changes: order → recheck → closed, or extended once, escalated, cancelled.
 *
 * @throws AppError `bad_state` when the order is no longer open, `bad_input` for a refused date, reason or officer
 * @example transition(order, { type: 'close', on: '2026-10-12', note: '' }, { today, calendar }).state // 'closed'
 */
export function transition(
  record: Rectification,
  action: RectificationAction,
  context: RectificationContext,
): Rectification {
  if (record.state !== 'ordered')
    throw new AppError('bad_state', `整改 ${record.no} 已经结束，不能再办理；需要继续的，请另行责令改正。`);
  requireClock(record, context.today, context.otherEntryOn);
  switch (action.type) {
    case 'deliver': {
      requireDate(record, action.on, context.today);
      if (record.deliveredOn !== null)
        throw new AppError('bad_state', `${record.no} 已于 ${record.deliveredOn} 登记送达，不能重复登记。`);
      requireText('receivedBy', action.receivedBy, '请填写接收人');
      return { ...record, deliveredOn: action.on, receivedBy: action.receivedBy };
    }
    case 'recheck':
      return recheck(record, action.recheck, context.today);
    case 'extend':
      return extend(record, action, context);
    case 'close': {
      requireDate(record, action.on, context.today);
      const open = record.items.filter((item) => item.state !== 'corrected');
      if (open.length > 0)
        throw new AppError('bad_state', `还有 ${open.length} 项未确认整改，不能办结；请先复查，或转处理。`);
      return end(record, 'closed', action.on, action.note);
    }
    case 'escalate': {
      requireDate(record, action.on, context.today);
      requireText('reason', action.reason, '请写明转处理的理由');
      const late = record.items.some((item) => item.state !== 'corrected' && effectiveDue(item) < action.on);
      if (!late && !record.items.some((item) => item.state === 'uncorrected'))
        throw new AppError('bad_state', '没有逾期或复查未整改的事项，不能转处理；请等期限届满或先复查。');
      return end(record, 'escalated', action.on, action.reason);
    }
    case 'cancel': {
      requireDate(record, action.on, context.today);
      requireText('reason', action.reason, '请写明撤销的理由');
      return end(record, 'cancelled', action.on, action.reason);
    }
  }
}

function end(record: Rectification, state: Rectification['state'], on: IsoDate, reason: string): Rectification {
  const last = lastRecheckOn(record);
  // 落款日期不早于复查日期
  if (last !== null && on < last) throw refuse('on', `日期不能早于最近一次复查（${last}）`);
  return { ...record, state, stateOn: on, stateReason: reason === '' ? null : reason };
}

function lastRecheckOn(record: Rectification): IsoDate | null {
  return (
    record.rechecks
      .map((entry) => entry.checkedOn)
      .sort()
      .at(-1) ?? null
  );
}

function requireDate(record: Rectification, on: IsoDate, today: IsoDate): void {
  if (on < record.orderedOn) throw refuse('on', `日期不能早于责令日期（${record.orderedOn}）`);
  if (on > today) throw refuse('on', '日期不能晚于今天');
}

function requireText(path: string, text: string, message: string): void {
  if (text.trim() === '') throw refuse(path, message);
}

function recheck(record: Rectification, entry: Recheck, today: IsoDate): Rectification {
  if (entry.checkedOn <= record.orderedOn) throw refuse('checkedOn', `复查日期应当晚于责令日期（${record.orderedOn}）`);
  if (entry.checkedOn > today) throw refuse('checkedOn', '复查日期不能晚于今天');
  const last = lastRecheckOn(record);
  if (last !== null && entry.checkedOn < last) throw refuse('checkedOn', `复查日期不能早于上次复查（${last}）`);
  requirePair(entry.officers, entry.checkedOn);
  requireText('conclusion', entry.conclusion, '请填写复查意见');
  if (entry.results.length === 0) throw refuse('results', '请至少填写一项复查结果');
  const seen = new Set<string>();
  for (const { itemId } of entry.results) {
    const item = getItem(record, itemId);
    if (seen.has(itemId)) throw refuse('results', `第 ${item.seq} 项的复查结果填写了两次`);
    if (item.state === 'corrected') throw refuse('results', `第 ${item.seq} 项已确认整改，无需再复查`);
    seen.add(itemId);
  }
  return {
    ...record,
    rechecks: [...record.rechecks, entry],
    items: record.items.map((item) => {
      const result = entry.results.find((candidate) => candidate.itemId === item.id);
      return result ? { ...item, state: result.result, correction: result.note } : item;
    }),
  };
}

function extend(
  record: Rectification,
  action: Extract<RectificationAction, { type: 'extend' }>,
  { today, calendar, extension }: RectificationContext,
): Rectification {
  const item = getItem(record, action.itemId);
  requireDate(record, action.on, today);
  requireText('reason', action.reason, '请写明延期的理由');
  if (item.state === 'corrected') throw new AppError('bad_state', `第 ${item.seq} 项已整改，无需延期。`);
  if (extension.times === 0) throw new AppError('bad_state', '本局的文书规则不允许延期；请复查或转处理。');
  if (item.extendedTo !== null)
    throw new AppError(
      'bad_state',
      `第 ${item.seq} 项已延期一次（至 ${item.extendedTo}），不能再次延期；请复查或转处理。`,
    );
  if (!extensionInTime(extension, item.dueOn, action.on))
    throw refuse('on', `延期应当在${extensionRuleText(extension, item.dueOn)}决定；期限已过的，请复查或转处理`);
  const due = 'term' in action.to ? dueOf(item.dueOn, action.to.term, calendar) : null;
  const newDueOn = due ? due.date : 'newDueOn' in action.to ? action.to.newDueOn : item.dueOn;
  if (newDueOn <= item.dueOn) throw refuse('newDueOn', `新的期限应当晚于原期限（${item.dueOn}）`);
  const steps = due?.steps ?? [{ date: newDueOn, text: '延期至指定日期' }];
  const extended: RectificationItem = {
    ...item,
    extendedTo: newDueOn,
    extendedOn: action.on,
    extendedReason: action.reason,
    dueSteps: [...item.dueSteps, { date: action.on, text: `决定延期：${action.reason}` }, ...steps],
    dueEstimated: item.dueEstimated || (due?.estimated ?? false),
  };
  return { ...record, items: record.items.map((entry) => (entry.id === item.id ? extended : entry)) };
}

function getItem(record: Rectification, itemId: string): RectificationItem {
  const item = record.items.find((candidate) => candidate.id === itemId);
  if (!item) throw new AppError('not_found', `整改 ${record.no} 中没有这一项，请刷新页面后重试。`);
  return item;
}
