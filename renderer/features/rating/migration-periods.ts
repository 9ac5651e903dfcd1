import { addMonths, type IsoDate } from '#shared/kernel/dates';
import type { Run } from './run-words';

export type Period = { readonly value: string; readonly label: string; readonly from: IsoDate; readonly to: IsoDate };

/**
 * Periods to choose from, the one shown at first in front: since the approved run before the last one, or, without
 * two of them, the last year.
 *
 * @param approved the approved runs, in any order
 */
export function periodsOf(
  approved: readonly Pick<Run, 'mode' | 'asOf' | 'rated'>[],
  today: IsoDate,
): readonly [Period, ...Period[]] {
  const days = approved.filter(({ mode, rated }) => mode !== 'single' && rated > 0).map(({ asOf }) => asOf);
  const [, before] = [...new Set(days)].sort().reverse();
  const year: Period = { value: 'year', label: '今年以来', from: `${today.slice(0, 4)}-01-01`, to: today };
  const months: Period = { value: 'months', label: '近 12 个月', from: addMonths(today, -12), to: today };
  return before === undefined
    ? [months, year]
    : [{ value: 'run', label: '与上一批相比', from: before, to: today }, year, months];
}
