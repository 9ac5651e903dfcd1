import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';

/** A calendar day as the cell's number format shows it; `time` (`HH:MM:SS`) only when the cell holds more than a day. */
export type DateCell = { readonly date: IsoDate; readonly time?: string };

/** A cell without a usable value: an Excel error (`#N/A`) or a Chinese sentence that says why it cannot be read. */
export type ErrorCell = { readonly error: string };

/**
 * One cell. `null` is an empty cell (an empty text too). Cells of a .csv are always text. Plain values instead of
 * tagged objects, because a row of a million should cost no more memory than its text.
 */
export type Cell = string | number | boolean | null | DateCell | ErrorCell;

/**
 * One row that holds at least one value; wholly empty rows are passed over. `number` counts as Excel does, from 1, for
 * a .csv the record number. `cells[0]` is column A; the array ends with the last value of the row.
 */
export type Row = { readonly number: number; readonly cells: readonly Cell[] };

export type SheetInfo = { readonly name: string; readonly hidden: boolean };

export type ReadOptions = {
  /** Name of the sheet; without it the first visible sheet that holds data. A hidden sheet is read only when named. */
  readonly sheet?: string;
  /** Called while `batches` runs with bytes of the file read so far and in all. */
  readonly onProgress?: (readBytes: number, totalBytes: number) => void;
  /** Asked between pieces of the file; `true` ends the reading with `AppError('cancelled')`. */
  readonly isCancelled?: () => boolean;
};

/** A table in a file. Nothing stays open between calls, and each call reads from the first row again. */
export type TableReader = {
  readonly format: 'xlsx' | 'csv';
  /** How the text is encoded: always UTF-8 in a workbook. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030';
  /** Days are counted from 1904; matters for whoever reads a plain number as a date. */
  readonly date1904: boolean;
  readonly sheets: readonly SheetInfo[];
  /** The sheet that is read. */
  readonly sheet: string;
  /**
   * The first rows (20 unless told) for finding the header and for a preview. The value of a merged cell is repeated
   * over its whole range here, and only here: Excel stores merged ranges behind the last row.
   */
  readonly head: (rowCount?: number) => Promise<readonly Row[]>;
  /** All rows in order, some hundreds at a time. A damaged file may be noticed only at its end: commit afterwards. */
  readonly batches: () => AsyncGenerator<readonly Row[], void, undefined>;
};

/** Excel's own limits. */
export const maxCellChars = 32_767;
export const maxColumns = 16_384;

/** What an officer would see in the cell, roughly: dates as `YYYY-MM-DD`, an error as its text, nothing as `''`. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  if ('error' in cell) return cell.error;
  return cell.time === undefined ? cell.date : `${cell.date} ${cell.time}`;
}

export function badFile(message: string): AppError {
  return new AppError('bad_file', message);
}

export function throwIfCancelled(options: Pick<ReadOptions, 'isCancelled'>): void {
  if (options.isCancelled?.()) throw new AppError('cancelled', '已按要求停止读取文件。');
}

/** Turns what the file system says into a sentence; anything that is no file error stays what it is. */
export function readFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return badFile('找不到这个文件，它可能已被移走或改名，请重新选择。');
    case 'EISDIR':
      return badFile('选择的是一个文件夹，请选择其中的 .xlsx 或 .csv 文件。');
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return badFile('没有权限读取这个文件，或者它正被其他程序占用，请关闭占用它的程序或换一个位置后重试。');
    case 'EIO':
      return badFile('读取文件时磁盘出错，请把文件复制到本机硬盘后重试。');
    default:
      return error;
  }
}
