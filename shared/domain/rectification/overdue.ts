import type { IsoDate } from '../../kernel/dates';
import type { Calendar } from '../calendar/calendar';
import { remaining } from '../calendar/remaining';
import { effectiveDue, type Rectification } from './rectification';

export type OverdueState = {
  /** Earliest day among what is not corrected; null when all is corrected or the order is no longer open. */
  readonly nextDueOn: IsoDate | null;
  readonly overdueItemIds: readonly string[];
  readonly remaining: string;
};

/**
 * What of an order is late on a day. A day is late only after it has passed; what is left is told in working days.
 *
 * @example overdueState(order, '2026-10-10', calendar).overdueItemIds // ['i1']
 */
export function overdueState(
  record: Pick<Rectification, 'state' | 'items'>,
  today: IsoDate,
  calendar: Calendar,
): OverdueState {
  if (record.state !== 'ordered') return { nextDueOn: null, overdueItemIds: [], remaining: '' };
  const open = record.items.filter((item) => item.state !== 'corrected');
  const nextDueOn = open.map(effectiveDue).sort()[0] ?? null;
  return {
    nextDueOn,
    overdueItemIds: open.filter((item) => effectiveDue(item) < today).map((item) => item.id),
    remaining: nextDueOn === null ? '全部整改，可以办结' : remaining(today, nextDueOn, calendar).text,
  };
}

export type RectificationAlert = {
  readonly code: 'overdue' | 'uncorrected' | 'not_delivered';
  readonly itemId: string | null;
  readonly message: string;
};

/**
 * What someone must look at. 未整改 always raises an alert: it is never settled by time alone.
 *
 * @example alerts(order, today, calendar).map((alert) => alert.code) // ['uncorrected']
 */
export function alerts(
  record: Pick<Rectification, 'state' | 'items' | 'deliveredOn' | 'no'>,
  today: IsoDate,
  calendar: Calendar,
): readonly RectificationAlert[] {
  if (record.state !== 'ordered') return [];
  const found: RectificationAlert[] = [];
  if (record.deliveredOn === null)
    found.push({ code: 'not_delivered', itemId: null, message: `${record.no} 尚未登记送达，请补登送达日期和接收人` });
  for (const item of record.items) {
    if (item.state === 'corrected') continue;
    if (item.state === 'uncorrected')
      found.push({
        code: 'uncorrected',
        itemId: item.id,
        message: `第 ${item.seq} 项复查未整改，请再次复查或转处理`,
      });
    if (effectiveDue(item) < today)
      found.push({
        code: 'overdue',
        itemId: item.id,
        message: `第 ${item.seq} 项${remaining(today, effectiveDue(item), calendar).text}，请安排复查`,
      });
  }
  return found;
}
