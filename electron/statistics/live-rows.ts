import type { Counts } from '#shared/domain/statistics/definitions';
import type { StatDimension, StatRow } from '#shared/domain/statistics/stat-row';
import type { IsoDate } from '#shared/kernel/dates';
import type { Store } from '../db/open-store';
import type { SourceSql } from './sources';

export type Reader = Store['reader'];

/** Days from `from` up to, not including, `before`. */
export type Period = { readonly from: IsoDate; readonly before: IsoDate };

type Raw = Readonly<Record<string, string | number | null>>;

export function toStatRow(raw: Raw, { source, figures }: SourceSql): StatRow {
  const text = (key: string) => String(raw[key] ?? '');
  return {
    source,
    id: text('id'),
    recordId: text('recordId'),
    no: text('no'),
    subject: text('subject'),
    code: text('code'),
    on: text('on'),
    kind: text('d_kind'),
    stratum: text('d_stratum'),
    plan: text('d_plan'),
    grade: text('d_grade'),
    station: text('d_station'),
    result: text('d_result'),
    disposition: text('d_disposition'),
    figures: figures.filter((figure) => raw[`f_${figure}`] === 1),
  };
}

/** A parameter that a statement does not name is an error in SQLite; only items ask for the day. */
const bind = (sql: string, today: IsoDate, more: Raw = {}): Raw => (sql.includes('@today') ? { ...more, today } : more);

/** Every record of a period, one at a time. */
export function* iterateRows(
  reader: Reader,
  source: SourceSql,
  period: Period,
  today: IsoDate,
): Generator<StatRow, void> {
  const sql = `${source.select} and ${source.day} >= @from and ${source.day} < @before order by ${source.day}, ${source.id}`;
  const rows = reader.prepare(sql).iterate(bind(sql, today, { ...period })) as IterableIterator<Raw>;
  for (const raw of rows) yield toStatRow(raw, source);
}

/** One record as it stands now, null when it does not count at all. */
export function findRow(reader: Reader, source: SourceSql, id: string, today: IsoDate): StatRow | null {
  const sql = `${source.select} and ${source.id} = @id`;
  const raw = reader.prepare(sql).get(bind(sql, today, { id })) as Raw | undefined;
  return raw ? toStatRow(raw, source) : null;
}

export type RowFilter = {
  readonly figure: string;
  readonly by?: StatDimension | undefined;
  readonly key?: string | undefined;
};

/** One page of the records behind a figure; how many there are is known from the counts. */
export function listRows(
  reader: Reader,
  source: SourceSql,
  { figure, by, key, ...period }: RowFilter & Period,
  today: IsoDate,
  page: { readonly offset: number; readonly limit: number },
): StatRow[] {
  const { select, day } = source;
  // the names of columns that are worked out may stand in a condition: the page stops as soon as it is full
  const sql = `${select} and ${day} >= @from and ${day} < @before and f_${figure} = 1
    ${by === undefined ? '' : `and d_${by} = @key`} order by ${day} limit @limit offset @offset`;
  const values = { ...period, ...page, ...(by === undefined ? {} : { key: key ?? '' }) };
  const raws = reader.prepare(sql).all(bind(sql, today, values)) as Raw[];
  return raws.map((raw) => toStatRow(raw, source));
}

/** Counts of a source over a period, read from its records. */
export function countRecords(reader: Reader, source: SourceSql, period: Period, today: IsoDate): Counts {
  const inner = `${source.select} and ${source.day} >= @from and ${source.day} < @before`;
  const sums = source.figures.map((figure) => `coalesce(sum(f_${figure}), 0) as ${figure}`).join(', ');
  return reader.prepare(`select ${sums} from (${inner})`).get(bind(inner, today, { ...period })) as Counts;
}

/** The same, split by one column. */
export function splitRecords(
  reader: Reader,
  source: SourceSql,
  by: StatDimension,
  period: Period,
  today: IsoDate,
): readonly { readonly key: string; readonly counts: Counts }[] {
  const inner = `${source.select} and ${source.day} >= @from and ${source.day} < @before`;
  const sums = source.figures.map((figure) => `coalesce(sum(f_${figure}), 0) as ${figure}`).join(', ');
  const rows = reader
    .prepare(`select d_${by} as key, ${sums} from (${inner}) group by 1 order by 1`)
    .all(bind(inner, today, { ...period })) as ({ key: string } & Record<string, number>)[];
  return rows.map(({ key, ...counts }) => ({ key, counts }));
}
