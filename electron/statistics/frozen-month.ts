import type { CountedFigure, Counts } from '#shared/domain/statistics/definitions';
import type { Month } from '#shared/domain/statistics/month';
import { monthSha256 } from '#shared/domain/statistics/month-hash';
import { rowSha256, type StatDimension, type StatRow } from '#shared/domain/statistics/stat-row';
import type { MonthFreezeTable } from '../db/schema-statistics';
import { type Correction, readFrozenRow } from './corrections';
import type { Split } from './count-period';
import { correctionSha256 } from './freeze-month';
import type { Reader, RowFilter } from './live-rows';

export const findFreeze = (reader: Reader, month: Month): MonthFreezeTable | undefined =>
  reader.prepare('select * from month_freeze where month = ?').get(month) as MonthFreezeTable | undefined;

/** The counts of a frozen month; `year` those from January on. */
export function frozenCounts(reader: Reader, freezeId: string, scope: 'month' | 'year'): Counts {
  const rows = reader
    .prepare('select figure, value from month_figure where freeze_id = ? and dimension = ?')
    .all(freezeId, scope) as { figure: CountedFigure; value: number }[];
  return Object.fromEntries(rows.map(({ figure, value }) => [figure, value]));
}

export function frozenSplit(reader: Reader, freezeId: string, by: StatDimension): readonly Split[] {
  const rows = reader
    .prepare('select key, figure, value from month_figure where freeze_id = ? and dimension = ? order by key')
    .all(freezeId, by) as { key: string; figure: CountedFigure; value: number }[];
  const parts = new Map<string, Partial<Record<CountedFigure, number>>>();
  for (const { key, figure, value } of rows) parts.set(key, { ...parts.get(key), [figure]: value });
  return [...parts].map(([key, counts]) => ({ key, counts }));
}

/** One page of the records behind a figure, as they were when the month was frozen. */
export function frozenRows(
  reader: Reader,
  freezeId: string,
  { figure, by, key }: RowFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly rows: StatRow[]; readonly total: number } {
  const where = `freeze_id = @freezeId and figures like @figure ${by === undefined ? '' : `and content ->> '${by}' = @key`}`;
  const values = { freezeId, figure: `% ${figure} %`, ...(by === undefined ? {} : { key: key ?? '' }) };
  const total = Number(reader.prepare(`select count(*) from month_row where ${where}`).pluck().get(values));
  const contents = reader
    .prepare(`select content from month_row where ${where} order by source, id limit @limit offset @offset`)
    .pluck()
    .all({ ...values, offset, limit }) as string[];
  return { rows: contents.map(readFrozenRow), total };
}

type StoredCorrection = {
  freezeId: string;
  month: Month;
  source: StatRow['source'];
  recordId: string;
  change: Correction['change'];
  before: string | null;
  after: string | null;
  figures: string;
};

/** Corrections by the month that reports them (`reported_in`) or the month they change (`freeze_id`). */
export function storedCorrections(reader: Reader, freezeId: string, side: 'reported_in' | 'freeze_id'): Correction[] {
  const rows = reader
    .prepare(
      `select k.freeze_id as freezeId, f.month, k.source, k.record_id as recordId, k.change, k.before, k.after, k.figures
       from month_correction k join month_freeze f on f.id = k.freeze_id where k.${side} = ? order by k.id`,
    )
    .all(freezeId) as StoredCorrection[];
  return rows.map((row) => ({
    ...row,
    before: row.before === null ? null : readFrozenRow(row.before),
    after: row.after === null ? null : readFrozenRow(row.after),
    figures: JSON.parse(row.figures) as Counts,
  }));
}

/**
 * Works the hash of a frozen month out again from what is stored, row by row.
 *
 * @returns what is wrong, in one sentence; null when everything fits
 */
export function checkFrozenMonth(reader: Reader, freeze: MonthFreezeTable): string | null {
  const rows: string[] = [];
  const stored = reader.prepare('select content, sha256 from month_row where freeze_id = ?').iterate(freeze.id);
  for (const { content, sha256 } of stored as IterableIterator<{ content: string; sha256: string }>) {
    const row = readFrozenRow(content);
    if (rowSha256(row) !== sha256) return `记录 ${row.no || row.id} 与冻结时的哈希不一致，已被改动。`;
    rows.push(sha256);
  }
  const figures = reader
    .prepare('select figure, dimension, key, value from month_figure where freeze_id = ?')
    .all(freeze.id) as { figure: string; dimension: string; key: string; value: number }[];
  const corrections = storedCorrections(reader, freeze.id, 'reported_in').map(correctionSha256);
  const { month, definitions, previous_sha256: previous, content_sha256 } = freeze;
  const again = monthSha256({ month, definitions, previous, figures, rows, corrections });
  return again === content_sha256 ? null : '指标、口径或更正与冻结时的内容哈希不一致，已被改动。';
}
