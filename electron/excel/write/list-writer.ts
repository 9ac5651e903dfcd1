import { AppError } from '#shared/kernel/errors';
import type { ByteSink } from './byte-sink';
import { listParts, styleOf, type WrittenSheet } from './list-parts';
import { writeWhole } from './output-file';
import { columnName, type ListColumn, type ListValue, RowEncoder } from './row-encoder';
import { sheetEnd, sheetStart } from './sheet-xml';
import { type CompressionLevel, ZipWriter } from './zip-writer';

export type { ListColumn, ListValue } from './row-encoder';

export type List = {
  readonly sheetName: string;
  /** A large line above the header, over all columns. */
  readonly title?: string;
  /** A small line between title and header, for example the as-of date. */
  readonly headerNote?: string;
  /** A small line below the last row. */
  readonly footer?: string;
  readonly columns: readonly ListColumn[];
  /** Read once, from front to back. A date is given as `YYYY-MM-DD`; text in a number or date column stays text. */
  readonly rows: Iterable<readonly ListValue[]>;
  /** When given, any other number of rows at the end is a failure and no file is written. */
  readonly expectedRows?: number;
  readonly maxRowsPerSheet?: number;
  /** 6 unless told; 1 from 300,000 expected rows on, a third of the time for a file half as large again. */
  readonly level?: CompressionLevel;
  readonly onProgress?: (rows: number) => void;
  readonly isCancelled?: () => boolean;
};

export type ListResult = { readonly rows: number; readonly sheets: number; readonly truncated: number };

const excelRows = 1_048_576;

/**
 * Writes a register as .xlsx: frozen header with filter, A4 landscape, header and page numbers on every page, further
 * sheets 名称(1), 名称(2) … when one is full. Rows stream through; memory does not grow with their number.
 *
 * Texts are written as inline text, which Excel never evaluates. Those that look like a formula also carry
 * `quotePrefix`, as if typed with an apostrophe: they look the same and stay text even when edited and confirmed.
 *
 * @throws AppError `cancelled`, `disk_full`, `bad_file` (place not writable), `bad_input` (beyond 4 GB), `conflict`
 *   (other than the expected number of rows); in each case `path` is untouched
 * @example
 * await writeList('台账.xlsx', {
 *   sheetName: '监管对象', columns: [{ header: '名称', width: 40, kind: 'text' }], rows: [['示例公司']],
 * });
 */
export async function writeList(path: string, list: List): Promise<ListResult> {
  const rows = list.rows[Symbol.iterator]();
  try {
    return await writeWhole(path, async (file) => {
      const zip = new ZipWriter(file, list.level ?? ((list.expectedRows ?? 0) >= 300_000 ? 1 : 6));
      const run = new ListRun(list, rows);
      const sheets: WrittenSheet[] = [];
      do {
        const part = `xl/worksheets/sheet${sheets.length + 1}.xml`;
        await zip.add(part, async (sink, flush) => {
          sheets.push(await run.sheet(sink, flush, sheets.length === 0));
        });
      } while (!run.ended);
      for (const [name, xml] of listParts(namedSheets(list.sheetName, sheets))) {
        await zip.add(name, async (sink) => {
          sink.put(xml);
        });
      }
      zip.finish();
      if (list.expectedRows !== undefined && list.expectedRows !== run.written) {
        throw new AppError(
          'conflict',
          `导出期间数据有变化（应有 ${list.expectedRows} 行，实有 ${run.written} 行），文件没有写成，请重新导出。`,
        );
      }
      return { rows: run.written, sheets: sheets.length, truncated: run.truncated };
    });
  } finally {
    rows.return?.();
  }
}

/** Takes rows from the source, sheet by sheet. */
class ListRun {
  written = 0;
  private readonly encoder: RowEncoder;
  private readonly limit: number;
  private next: IteratorResult<readonly ListValue[]>;

  constructor(
    private readonly list: List,
    private readonly source: Iterator<readonly ListValue[]>,
  ) {
    if (list.columns.length === 0) throw new Error('a list needs columns');
    this.encoder = new RowEncoder(list.columns);
    this.limit = Math.min(list.maxRowsPerSheet ?? 1_000_000, excelRows - 4);
    if (!(this.limit >= 1)) throw new Error('a sheet needs room for a row');
    this.next = source.next();
  }

  get ended(): boolean {
    return this.next.done === true;
  }

  get truncated(): number {
    return this.encoder.truncated;
  }

  async sheet(sink: ByteSink, flush: () => Promise<void>, first: boolean): Promise<WrittenSheet> {
    const { list, encoder } = this;
    const lastColumn = columnName(list.columns.length - 1);
    const merged: string[] = [];
    const wideRow = (row: number, style: number, text: string, height: string) => {
      if (list.columns.length > 1) merged.push(`A${row}:${lastColumn}${row}`);
      return `<row r="${row}"${height}>${encoder.textCell(`A${row}`, style, text)}</row>`;
    };
    let row = 0;
    let head = '';
    if (list.title !== undefined) head += wideRow(++row, styleOf.title, list.title, ' ht="30" customHeight="1"');
    if (list.headerNote !== undefined) head += wideRow(++row, styleOf.note, list.headerNote, '');
    const headerRow = ++row;
    const headers = list.columns.map(({ header }, index) =>
      encoder.textCell(columnName(index) + headerRow, styleOf.header, header),
    );
    sink.put(`${sheetStart(list.columns, headerRow, first)}${head}<row r="${row}">${headers.join('')}</row>`);
    const lastRow = headerRow + this.limit;
    for (; !this.next.done && row < lastRow; this.next = this.source.next()) {
      encoder.row(sink, ++row, this.next.value);
      this.written++;
      if (!sink.full) continue;
      if (list.isCancelled?.()) throw new AppError('cancelled', '已按要求停止导出，没有留下文件。');
      await flush();
      list.onProgress?.(this.written);
    }
    const filterRange = `A${headerRow}:${lastColumn}${row}`;
    if (list.footer !== undefined) sink.put(wideRow(++row, styleOf.note, list.footer, ''));
    if (list.isCancelled?.()) throw new AppError('cancelled', '已按要求停止导出，没有留下文件。');
    sink.put(sheetEnd(filterRange, merged));
    list.onProgress?.(this.written);
    return { name: '', headerRow, filterRange };
  }
}

/** Excel allows 31 characters, none of `[]:*?/\`, no apostrophe at either end. */
function namedSheets(name: string, sheets: readonly WrittenSheet[]): readonly WrittenSheet[] {
  const legal = name.replace(/[[\]:*?/\\]/g, '_').replace(/^'+|'+$/g, '') || '列表';
  if (sheets.length === 1) return sheets.map((sheet) => ({ ...sheet, name: legal.slice(0, 31) }));
  return sheets.map((sheet, index) => {
    const suffix = `(${index + 1})`;
    return { ...sheet, name: legal.slice(0, 31 - suffix.length) + suffix };
  });
}
