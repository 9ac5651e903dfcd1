import { addMonths, daysInMonth, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';

/** A month, `2026-10`. */
export type Month = string;

export const monthOf = (date: IsoDate): Month => date.slice(0, 7);

/** @example shiftMonth('2026-01', -1) // '2025-12' */
export const shiftMonth = (month: Month, by: number): Month => addMonths(`${month}-01`, by).slice(0, 7);

/** @example lastDay('2026-02') // '2026-02-28' */
export const lastDay = (month: Month): IsoDate =>
  `${month}-${String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))).padStart(2, '0')}`;

/** @example monthZh('2026-09') // '2026年9月' */
export const monthZh = (month: Month): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

export type MonthState = 'frozen' | 'ready' | 'waiting' | 'running' | 'future';

/**
 * Whether a month can be frozen: it has ended, is not frozen yet, and follows the month frozen last.
 *
 * @param frozen the months frozen so far
 * @example monthState('2026-10', '2026-11-25', ['2026-09']) // 'ready'
 */
export function monthState(month: Month, today: IsoDate, frozen: readonly Month[]): MonthState {
  if (frozen.includes(month)) return 'frozen';
  if (month > monthOf(today)) return 'future';
  if (month === monthOf(today)) return 'running';
  const last = [...frozen].sort().at(-1);
  return last === undefined || month === shiftMonth(last, 1) ? 'ready' : 'waiting';
}

/** @throws AppError `bad_state`, saying why the month cannot be frozen and which one can */
export function requireFreezable(month: Month, today: IsoDate, frozen: readonly Month[]): void {
  const last = [...frozen].sort().at(-1);
  switch (monthState(month, today, frozen)) {
    case 'ready':
      return;
    case 'frozen':
      throw new AppError(
        'bad_state',
        `${monthZh(month)}的统计已经冻结，不能再冻结一次；以后的变动列入下一个月的更正。`,
      );
    case 'running':
      throw new AppError('bad_state', `${monthZh(month)}还没有结束，不能冻结，请在下月办理。`);
    case 'future':
      throw new AppError('bad_state', `${monthZh(month)}还没有到，不能冻结，请另选月份。`);
    case 'waiting':
      throw new AppError(
        'bad_state',
        last !== undefined && month < last
          ? `已经冻结到${monthZh(last)}，不能再冻结更早的${monthZh(month)}；其变动列入以后月份的更正。`
          : `月份要按顺序冻结，请先冻结${monthZh(shiftMonth(last ?? month, 1))}。`,
      );
  }
}
