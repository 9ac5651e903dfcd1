import type * as z from 'zod';
import type { ColumnSpec, RecordOf } from '#shared/domain/table-import/column-spec';
import { compileRowParser, type RowProblem } from '#shared/domain/table-import/row-parser';
import { skipReasonLabels } from '#shared/domain/table-import/skip-row';
import type { rowProblem } from '#shared/ipc/import';
import type { Row } from '../excel/read/table';
import type { JobContext } from '../ipc/context';
import type { Source } from './open-source';

export type ReportedProblem = z.output<typeof rowProblem>;

/** What became of a record; problems hand the row back. */
export type RowOutcome =
  | { readonly kind: 'inserted' | 'unchanged'; readonly note?: string }
  | { readonly kind: 'merged'; readonly note?: string }
  | { readonly kind: 'failed'; readonly problems: readonly RowProblem[] };

export type Tally = {
  rows: number;
  inserted: number;
  merged: number;
  unchanged: number;
  failed: number;
  readonly problems: ReportedProblem[];
  readonly notes: ReportedProblem[];
  readonly skipped: { rowNumber: number; reason: string }[];
};

/** More than this is told by numbers and by the file of error rows. */
const MOST_REPORTED = 500;

type Work<Specs extends readonly ColumnSpec[]> = {
  readonly label: string;
  readonly decide: (record: RecordOf<Specs>, row: Row) => RowOutcome;
  readonly keepFailed?: (row: Row, problems: readonly RowProblem[]) => void;
};

/**
 * Takes every row of a source through its columns' parsers and the caller's decision. Stops by throwing when the
 * officer cancels.
 */
export async function readRecords<const Specs extends readonly ColumnSpec[]>(
  source: Source<Specs>,
  { progress, isCancelled }: Pick<JobContext, 'progress' | 'isCancelled'>,
  { label, decide, keepFailed }: Work<Specs>,
): Promise<Tally> {
  const parse = compileRowParser(source.mapping, source.specs);
  const tally: Tally = {
    rows: 0,
    inserted: 0,
    merged: 0,
    unchanged: 0,
    failed: 0,
    problems: [],
    notes: [],
    skipped: [],
  };
  // only bytes are known ahead; officers count rows, so the total is told from the rows so far
  const onProgress = (read: number, total: number) =>
    progress(label, tally.rows, read > 0 ? Math.max(tally.rows, Math.round((tally.rows * total) / read)) : null);
  for await (const batch of source.dataRows({ onProgress, isCancelled })) {
    for (const row of batch) {
      const result = parse(row.cells);
      if (result.kind === 'skipped') {
        if (result.reason !== 'empty')
          report(tally.skipped, [{ rowNumber: row.number, reason: skipReasonLabels[result.reason] }]);
        continue;
      }
      tally.rows += 1;
      const outcome: RowOutcome =
        result.kind === 'problems' ? { kind: 'failed', problems: result.problems } : decide(result.record, row);
      tally[outcome.kind] += 1;
      if (outcome.kind === 'failed') {
        report(tally.problems, located(row, outcome.problems));
        keepFailed?.(row, outcome.problems);
        continue;
      }
      if (result.kind === 'record' && result.notes.length > 0) report(tally.notes, located(row, result.notes));
      if (outcome.note !== undefined) report(tally.notes, located(row, [wholeRow(outcome.note)]));
    }
  }
  progress(label, tally.rows, tally.rows);
  return tally;
}

/** A problem that no single cell is to blame for. */
export const wholeRow = (message: string, fix: string | null = null): RowProblem => ({
  key: '',
  column: -1,
  columnLetter: '',
  header: '',
  value: '',
  message,
  fix,
});

function located(row: Row, problems: readonly RowProblem[]): ReportedProblem[] {
  return problems.map(({ columnLetter, header, value, message, fix }) => ({
    rowNumber: row.number,
    columnLetter,
    header,
    value,
    message,
    fix,
  }));
}

function report<T>(list: T[], items: readonly T[]): void {
  for (const item of items) if (list.length < MOST_REPORTED) list.push(item);
}
