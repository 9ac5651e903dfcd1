import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { openCsv } from './csv-reader';
import { refuseOldExcel } from './old-excel';
import { badFile, type ReadOptions, readFailure, type TableReader } from './table';
import { openXlsx } from './xlsx-reader';

/**
 * Opens an .xlsx or a .csv for reading. What the file is, is decided by its first bytes; the name only tells a text
 * table from other text.
 *
 * @throws AppError `bad_file` with one sentence for anything that cannot be read, `cancelled` when asked to stop
 * @example
 * const table = await openTable('名单.xlsx');
 * const preview = await table.head();
 * for await (const rows of table.batches()) for (const row of rows) use(row.number, row.cells);
 */
export async function openTable(path: string, options: ReadOptions = {}): Promise<TableReader> {
  const start = firstBytes(path);
  if (start.length === 0) throw badFile('文件是空的，请核对后重新选择。');
  const signature = start.toString('latin1');
  if (signature.startsWith('PK')) return openXlsx(path, options);
  if (signature.startsWith('\xd0\xcf\x11\xe0')) return refuseOldExcel(path);
  switch (extname(path).toLowerCase()) {
    case '.csv':
    case '.txt':
    case '.tsv':
      return openCsv(path, options);
    case '.xlsx':
    case '.xlsm':
      throw badFile('文件内容不是 .xlsx 工作簿，可能已损坏或只是改了扩展名，请重新索取或另存。');
    case '.xls':
    case '.et':
      throw badFile('这个 .xls 文件其实是网页或文本，请用 Excel 打开后另存为 .xlsx 再导入。');
    default:
      throw badFile('只能读取 .xlsx 和 .csv 文件，请另存为其中一种后再选择。');
  }
}

function firstBytes(path: string): Buffer {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    if (fstatSync(fd).isDirectory()) throw badFile('选择的是一个文件夹，请选择其中的 .xlsx 或 .csv 文件。');
    const bytes = Buffer.alloc(8);
    return bytes.subarray(0, readSync(fd, bytes, 0, 8, 0));
  } catch (error) {
    throw readFailure(error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
