import type { ColumnSpec } from '#shared/domain/table-import/column-spec';
import { type FoundHeader, findHeader, HEADER_SEARCH_ROWS } from '#shared/domain/table-import/find-header';
import { cellText } from '#shared/domain/table-import/import-cell';
import { type ColumnMapping, type MappingOverrides, mapColumns } from '#shared/domain/table-import/map-columns';
import { AppError } from '#shared/kernel/errors';
import { openTable } from '../excel/read/open-table';
import type { ReadOptions, Row, TableReader } from '../excel/read/table';

export type SourceRequest<Specs extends readonly ColumnSpec[]> = {
  readonly file: { readonly path: string; readonly name: string };
  readonly sheet?: string | undefined;
  /** Field key → column index. When given it is the whole mapping: columns it does not name are left out. */
  readonly mapping?: Readonly<Record<string, number>> | undefined;
  readonly columns: (options: { readonly date1904: boolean }) => Specs;
};

/** A table file whose header is known; nothing stays open. */
export type Source<Specs extends readonly ColumnSpec[]> = {
  readonly file: { readonly path: string; readonly name: string };
  readonly sheets: TableReader['sheets'];
  readonly sheet: string;
  /** Row number of the header as Excel counts; of the upper line when it has two. */
  readonly headerRow: number;
  /** False when no header was recognised and the first row stands in for it, so that an officer can map by hand. */
  readonly headerFound: boolean;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly specs: Specs;
  /** Some rows below the header, for showing. */
  readonly firstRows: readonly Row[];
  /** Every row below the header, some hundreds at a time, from the beginning. */
  readonly dataRows: (options: ReadOptions) => AsyncGenerator<readonly Row[], void, undefined>;
};

/**
 * Opens a file, chooses the sheet (the one named, else the first visible one with a header), finds the header and
 * maps its columns.
 *
 * @throws AppError `bad_file` for a file that cannot be read or holds nothing, `bad_input` for an impossible mapping
 */
export async function openSource<const Specs extends readonly ColumnSpec[]>(
  request: SourceRequest<Specs>,
): Promise<Source<Specs>> {
  const { path, name } = request.file;
  const first = await openTable(path, request.sheet === undefined ? {} : { sheet: request.sheet });
  const candidates = [first];
  let fallback: Source<Specs> | null = null;
  for (let table = candidates.shift(); table; table = candidates.shift()) {
    const rows = await rowsForHeader(table);
    const specs = request.columns({ date1904: table.date1904 });
    const found = findHeader(
      rows.map((row) => row.cells),
      specs,
    );
    const source = found
      ? describe(request, table, specs, rows, found)
      : rows.length > 0
        ? describe(request, table, specs, rows, standIn(rows))
        : null;
    if (source?.headerFound || (source && request.mapping)) return source;
    fallback ??= source;
    // a cover sheet with filling-in notes often stands before the table
    if (table === first && request.sheet === undefined)
      for (const other of first.sheets)
        if (!other.hidden && other.name !== first.sheet) candidates.push(await openTable(path, { sheet: other.name }));
  }
  if (!fallback) throw new AppError('bad_file', `“${name}”中没有数据，请核对后重新选择。`);
  return fallback;
}

/** A run needs a header; a preview may go on without one and let the officer map the columns. */
export function requireHeader(source: Source<readonly ColumnSpec[]>): void {
  if (source.headerFound || source.mapping.missingRequired.length === 0) return;
  const wanted = source.specs.filter((spec) => spec.required).map((spec) => `“${spec.label}”`);
  const hidden = source.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  throw new AppError(
    'bad_file',
    `在工作表“${source.sheet}”的前 ${HEADER_SEARCH_ROWS} 行没有找到表头。表头应有${wanted.join('、')}等列，请补上表头，或在列对应中指定各列。` +
      (hidden.length > 0 ? `另有隐藏的工作表（${hidden.join('、')}），需要时请指定。` : ''),
  );
}

async function rowsForHeader(table: TableReader): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.slice(0, HEADER_SEARCH_ROWS + 5 - rows.length));
    if (rows.length >= HEADER_SEARCH_ROWS + 5) break;
  }
  return rows;
}

function standIn(rows: readonly Row[]): FoundHeader & { readonly standIn: true } {
  const rowIndex = Math.max(
    0,
    rows.findIndex((row) => row.cells.filter((cell) => cell !== null).length > 1),
  );
  return { rowIndex, rowCount: 1, headerCells: (rows[rowIndex]?.cells ?? []).map(cellText), standIn: true };
}

function describe<Specs extends readonly ColumnSpec[]>(
  request: SourceRequest<Specs>,
  table: TableReader,
  specs: Specs,
  rows: readonly Row[],
  header: FoundHeader & { readonly standIn?: true },
): Source<Specs> {
  const last = rows[header.rowIndex + header.rowCount - 1]?.number ?? 0;
  const below = rows.filter((row) => row.number > last);
  const width = Math.max(header.headerCells.length, ...below.map((row) => row.cells.length));
  const headers = Array.from({ length: width }, (_, index) => header.headerCells[index] ?? '');
  return {
    file: request.file,
    sheets: table.sheets,
    sheet: table.sheet,
    headerRow: rows[header.rowIndex]?.number ?? 1,
    headerFound: header.standIn !== true,
    headers,
    mapping: mapColumns(headers, specs, overridesOf(request.mapping, headers.length)),
    specs,
    firstRows: below,
    dataRows: async function* (options) {
      const again = await openTable(request.file.path, { ...options, sheet: table.sheet });
      for await (const batch of again.batches()) {
        const from = (batch[0]?.number ?? 0) > last ? 0 : batch.findIndex((row) => row.number > last);
        if (from >= 0) yield from === 0 ? batch : batch.slice(from);
      }
    },
  };
}

function overridesOf(mapping: Readonly<Record<string, number>> | undefined, width: number): MappingOverrides {
  const fields = Object.entries(mapping ?? {});
  if (fields.length === 0) return {};
  const overrides: Record<number, string | null> = {};
  for (let column = 0; column < width; column++) overrides[column] = null;
  for (const [field, column] of fields) {
    if (overrides[column]) throw new AppError('bad_input', `第 ${column + 1} 列被指定为两个字段，请只保留一个。`);
    overrides[column] = field;
  }
  return overrides;
}
