import * as z from 'zod';
import { canonicalJson } from '../../kernel/canonical-json';
import { sha256Hex } from '../../kernel/sha256';
import { type CountedFigure, type Counts, countedFigures } from './definitions';

export const statSources = [
  'visit',
  'inspection',
  'entered',
  'returned',
  'published',
  'closed',
  'order',
  'order_closed',
  'item',
] as const;
/** The records behind the figures, and of a result the events that happened to it. */
export type StatSource = (typeof statSources)[number];

export const statSourceLabels: Record<StatSource, string> = {
  visit: '检查安排',
  inspection: '检查',
  entered: '结果录入',
  returned: '审核退回',
  published: '结果公示',
  closed: '处置完结',
  order: '责令改正',
  order_closed: '整改办结',
  item: '整改事项',
};

/** One record as it counts in a month; frozen months keep it like this. */
export const statRow = z.object({
  source: z.enum(statSources),
  id: z.string(),
  /** The record it opens. */
  recordId: z.string(),
  no: z.string(),
  subject: z.string(),
  code: z.string(),
  /** The day by which it belongs to its month. */
  on: z.string(),
  kind: z.string(),
  stratum: z.string(),
  plan: z.string(),
  grade: z.string(),
  station: z.string(),
  result: z.string(),
  disposition: z.string(),
  figures: z.array(z.enum(countedFigures)),
});
export type StatRow = Readonly<z.output<typeof statRow>>;

/** What the figures may be split by. */
export const statDimensions = ['kind', 'plan', 'stratum', 'grade', 'station', 'result', 'disposition'] as const;
export type StatDimension = (typeof statDimensions)[number];
export const statDimensionLabels: Record<StatDimension, string> = {
  kind: '检查类型',
  plan: '计划',
  stratum: '抽查层次',
  grade: '信用等级',
  station: '所队',
  result: '检查结果',
  disposition: '后续处置',
};

/** The fingerprint of a row, over everything it says. */
export const rowSha256 = (row: StatRow): string => sha256Hex(canonicalJson(row));

/**
 * What changes a figure. Names and the grade are left out: a firm that is renamed or rated anew after the month has
 * ended is no correction of it.
 */
function counted({ on, kind, stratum, plan, station, result, disposition, figures }: StatRow): string {
  return canonicalJson({ month: on.slice(0, 7), kind, stratum, plan, station, result, disposition, figures });
}

export type RowChange = 'added' | 'removed' | 'changed';

/**
 * What became of a row since it was last reported in a month; null when no figure of the month is touched.
 *
 * @param before as it stood in the month, null when it was not in it
 * @param after as it stands now in the same month, null when it no longer belongs there
 * @example rowChange(null, row) // 'added'
 */
export function rowChange(before: StatRow | null, after: StatRow | null): RowChange | null {
  if (before === null) return after === null ? null : 'added';
  if (after === null) return 'removed';
  return counted(before) === counted(after) ? null : 'changed';
}

/** By how much each count moves; counts that stay are left out. */
export function figureDelta(before: StatRow | null, after: StatRow | null): Counts {
  const delta: Partial<Record<CountedFigure, number>> = {};
  for (const figure of after?.figures ?? []) delta[figure] = 1;
  for (const figure of before?.figures ?? []) delta[figure] = (delta[figure] ?? 0) - 1;
  return Object.fromEntries(Object.entries(delta).filter(([, by]) => by !== 0));
}

/** @example addCounts({ planned: 2 }, { planned: -1 }) // { planned: 1 } */
export function addCounts(...all: readonly Counts[]): Counts {
  const sum: Partial<Record<CountedFigure, number>> = {};
  for (const counts of all)
    for (const [figure, by] of Object.entries(counts) as [CountedFigure, number][])
      sum[figure] = (sum[figure] ?? 0) + by;
  return sum;
}
