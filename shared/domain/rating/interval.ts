import * as z from 'zod';
import type { FieldProblem } from '../../kernel/errors';
import { toThousandths } from '../catalogue/thousandths';
import { decimal } from './condition';

/** `from`/`to` include the edge, `above`/`below` do not; a side left out is open. */
export const intervalSchema = z.strictObject({
  from: decimal.optional(),
  above: decimal.optional(),
  to: decimal.optional(),
  below: decimal.optional(),
});
type Interval = Readonly<z.output<typeof intervalSchema>>;

/** Both edges as whole thousandths that belong to the interval; null is open. */
type Edges = { readonly low: number | null; readonly high: number | null };

/** @example edgesOf({ above: 100 }) // { low: 100001, high: null } */
export function edgesOf(interval: Interval): Edges {
  const { from, above, to, below } = interval;
  return {
    low: from === undefined ? (above === undefined ? null : scaled(above) + 1) : scaled(from),
    high: to === undefined ? (below === undefined ? null : scaled(below) - 1) : scaled(to),
  };
}

/** Rising intervals must cover every number exactly once: names each gap, overlap and closed end. */
export function coverProblems(intervals: readonly Interval[], path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const edges = intervals.map(edgesOf);
  intervals.forEach((interval, i) => {
    const at = `${path}.${i}`;
    if (interval.from !== undefined && interval.above !== undefined)
      problems.push({ path: at, message: 'from 与 above 只能填一项' });
    if (interval.to !== undefined && interval.below !== undefined)
      problems.push({ path: at, message: 'to 与 below 只能填一项' });
    const { low, high } = edges[i] ?? { low: null, high: null };
    if (low !== null && high !== null && low > high) problems.push({ path: at, message: '区间的下限高于上限' });
    if (i === 0 && low !== null) problems.push({ path: at, message: '第一个区间不得有下限，否则更低的数没有归属' });
    if (i === intervals.length - 1 && high !== null)
      problems.push({ path: at, message: '最后一个区间不得有上限，否则更高的数没有归属' });
    if (i === 0) return;
    const before = edges[i - 1]?.high ?? null;
    if (before === null || low === null) problems.push({ path: at, message: '与前一个区间重叠，区间应当由低到高排列' });
    else if (low <= before) problems.push({ path: at, message: '与前一个区间重叠' });
    else if (low > before + 1) problems.push({ path: at, message: '与前一个区间之间有空档' });
  });
  return problems;
}

/** Position of the interval that holds the value; the intervals rise and cover everything. */
export function intervalIndex(highs: readonly (number | null)[], value: number): number {
  for (let i = 0; i < highs.length; i++) {
    const high = highs[i];
    if (high === null || high === undefined || value <= high) return i;
  }
  return highs.length - 1;
}

function scaled(value: number): number {
  return toThousandths(value) ?? Number.NaN;
}
