import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { Rectification } from './rectification';

type Dated = Pick<Rectification, 'no' | 'orderedOn' | 'deliveredOn' | 'items' | 'rechecks' | 'stateOn'>;

/**
 * The last day that stands in an order.
 *
 * @param otherEntryOn last day of what hangs on the order besides (proofs, reminders)
 * @example lastEntryOn(order, '2026-10-08') // '2026-10-08'
 */
export function lastEntryOn(record: Dated, otherEntryOn: IsoDate | null = null): IsoDate {
  const days = [
    record.orderedOn,
    record.deliveredOn,
    record.stateOn,
    otherEntryOn,
    ...record.items.map((item) => item.extendedOn),
    ...record.rechecks.map((recheck) => recheck.checkedOn),
  ].filter((day) => day !== null);
  return days.sort().at(-1) ?? record.orderedOn;
}

/**
 * A computer whose clock was set back would date a step before what is already written.
 *
 * @throws AppError `bad_state` with one sentence when today lies before the last entry
 * @example requireClock(order, '2026-01-01') // throws 请核对电脑的日期
 */
export function requireClock(record: Dated, today: IsoDate, otherEntryOn: IsoDate | null = null): void {
  const last = lastEntryOn(record, otherEntryOn);
  if (today < last)
    throw new AppError(
      'bad_state',
      `电脑今天的日期（${today}）早于 ${record.no} 最近一次登记（${last}），没有保存，请核对电脑的日期。`,
    );
}
