import type { Counts, DefinitionPack } from '#shared/domain/statistics/definitions';
import { lastDay, type Month } from '#shared/domain/statistics/month';
import { addCounts, type StatDimension } from '#shared/domain/statistics/stat-row';
import { addDays, type IsoDate } from '#shared/kernel/dates';
import { countRecords, type Period, type Reader, splitRecords } from './live-rows';
import { type SourceSql, sourcesOf } from './sources';

export type Split = { readonly key: string; readonly counts: Counts };

/** Months from `from` to `to`, both with all their days. */
export const periodOf = (from: Month, to: Month): Period => ({ from: `${from}-01`, before: addDays(lastDay(to), 1) });

/** These are kept counted by month; everything else is counted from its records. */
const KEPT = new Set(['visit', 'inspection']);

/**
 * Every count of some months. Visits and inspections come from the kept counts, so that a million of them take no
 * longer than ten; what is rare is counted from the records.
 */
export function countPeriod(reader: Reader, pack: DefinitionPack, from: Month, to: Month, today: IsoDate): Counts {
  const sources = sourcesOf(pack);
  const kept = addCounts(...monthCounts(reader, pack, from, to).map(({ counts }) => counts));
  const period = periodOf(from, to);
  const rest = sources.filter(({ source }) => !KEPT.has(source)).map((one) => countRecords(reader, one, period, today));
  return addCounts(kept, ...rest, { above_cap: countAboveCap(reader, period) });
}

type KeptRow = { month: string; source: string; kind: string; result: string; disposition: string; n: number };

const keptRows = (reader: Reader, from: Month, to: Month): KeptRow[] =>
  reader
    .prepare(
      `select month, source, kind, result, disposition, sum(n) as n from stat_count
       where source in ('visit', 'inspection') and month between ? and ? and n > 0 group by 1, 2, 3, 4, 5`,
    )
    .all(from, to) as KeptRow[];

function countsOf({ source, result, n }: KeptRow, pack: DefinitionPack): Counts {
  if (source === 'visit') return { planned: n };
  const problem = (pack.problemResults as readonly string[]).includes(result);
  return problem ? { inspected: n, problem: n } : { inspected: n };
}

/** Visits and inspections by month; months without any are left out. */
export function monthCounts(
  reader: Reader,
  pack: DefinitionPack,
  from: Month,
  to: Month,
): readonly { readonly month: Month; readonly counts: Counts }[] {
  const months = new Map<Month, Counts>();
  for (const row of keptRows(reader, from, to))
    months.set(row.month, addCounts(months.get(row.month) ?? {}, countsOf(row, pack)));
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, counts]) => ({ month, counts }));
}

/** Few by their nature, and no index leads from a month to them: from the exceptions to the inspections. */
function countAboveCap(reader: Reader, { from, before }: Period): number {
  const sql = `select count(distinct i.id) from cap_exception e join inspection i on i.id = e.inspection_id
    where i.state = 'finished' and i.broken_off is null and i.started_at >= ? and i.started_at < ?`;
  return Number(reader.prepare(sql).pluck().get(from, before));
}

/**
 * The counts of some months split by one thing. Type, result and disposition of inspections come from the kept counts;
 * grade and station are read from the records.
 */
export function splitPeriod(
  reader: Reader,
  pack: DefinitionPack,
  by: StatDimension,
  from: Month,
  to: Month,
  today: IsoDate,
): readonly Split[] {
  const kept = by === 'kind' || by === 'result' || by === 'disposition';
  const parts = new Map<string, Counts>();
  const add = (key: string, counts: Counts) => parts.set(key, addCounts(parts.get(key) ?? {}, counts));
  if (kept)
    // a visit that is only planned has neither result nor disposition
    for (const row of keptRows(reader, from, to))
      if (by === 'kind' || row.source !== 'visit') add(row[by], countsOf(row, pack));
  const period = periodOf(from, to);
  const counted: readonly SourceSql[] = sourcesOf(pack).filter(({ source }) => !kept || !KEPT.has(source));
  for (const source of counted)
    for (const { key, counts } of splitRecords(reader, source, by, period, today)) add(key, counts);
  return [...parts]
    .filter(([, counts]) => Object.values(counts).some((n) => n !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, counts]) => ({ key, counts }));
}
