import type * as z from 'zod';
import type { ColumnSpec } from '#shared/domain/table-import/column-spec';
import { cellText, columnLetter } from '#shared/domain/table-import/import-cell';
import type { importPreview } from '#shared/ipc/import';
import type { Source } from './open-source';
import type { Tally } from './read-records';

type Preview = z.output<typeof importPreview>;

const SAMPLE_ROWS = 8;
const SAMPLE_CHARACTERS = 80;

/** What the officer sees before anything is written. `tally` is null while a required column is missing. */
export function viewPreview(source: Source<readonly ColumnSpec[]>, tally: Tally | null): Preview {
  const { mapping, specs, headers, firstRows } = source;
  const fieldAt = new Map(mapping.columns.map(({ column, key }) => [column, key]));
  const samples = firstRows.slice(0, SAMPLE_ROWS);
  const shown = (row: (typeof firstRows)[number], index: number, spec?: ColumnSpec) => {
    const text = cellText(row.cells[index]).slice(0, SAMPLE_CHARACTERS);
    return spec?.mask ? spec.mask(text) : text;
  };
  const specOf = (index: number) => specs.find((spec) => spec.key === fieldAt.get(index));
  return {
    fileName: source.file.name,
    sheets: source.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: source.sheet,
    headerRow: source.headerRow,
    columns: headers.map((header, index) => ({
      index,
      letter: columnLetter(index),
      header: header.replaceAll('\n', ' '),
      samples: samples
        .map((row) => shown(row, index, specOf(index)))
        .filter((text) => text !== '')
        .slice(0, 3),
      field: fieldAt.get(index) ?? null,
    })),
    fields: specs.map(({ key, label, required }) => ({ key, label, required })),
    missing: mapping.missingRequired.map(({ label }) => label),
    rows: tally?.rows ?? 0,
    valid: tally ? tally.rows - tally.failed : 0,
    wouldInsert: tally?.inserted ?? 0,
    wouldMerge: tally?.merged ?? 0,
    unchanged: tally?.unchanged ?? 0,
    skipped: tally?.skipped ?? [],
    failed: tally?.failed ?? 0,
    problems: tally?.problems ?? [],
    notes: tally?.notes ?? [],
    sample: samples.map((row) =>
      Object.fromEntries(
        mapping.columns.map(({ key, column }) => [
          key,
          shown(
            row,
            column,
            specs.find((spec) => spec.key === key),
          ) || null,
        ]),
      ),
    ),
  };
}
