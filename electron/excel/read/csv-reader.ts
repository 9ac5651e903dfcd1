import { statSync } from 'node:fs';
import { type CsvEncoding, detectEncoding, utf8Pieces } from './csv-encoding';
import { CsvScanner, findDelimiter } from './csv-scanner';
import { badFile, type ReadOptions, type Row, type TableReader } from './table';
import { firstRows } from './xlsx-reader';

/** The only sheet of a .csv has no name of its own. */
const sheetName = 'CSV';

/** Opens a .csv: encoding and delimiter are decided now, rows are read only when asked for. */
export async function openCsv(path: string, options: ReadOptions): Promise<TableReader> {
  if (options.sheet !== undefined && options.sheet !== sheetName)
    throw badFile('.csv 文件只有一张表，不能指定工作表。');
  const encoding = await detectEncoding(path, options);
  const delimiter = findDelimiter(await sample(path, encoding)).charCodeAt(0);
  const quiet = { isCancelled: options.isCancelled };
  return {
    format: 'csv',
    encoding,
    date1904: false,
    sheets: [{ name: sheetName, hidden: false }],
    sheet: sheetName,
    batches: () => csvBatches(path, encoding, delimiter, options),
    head: (rowCount = 20) => firstRows(csvBatches(path, encoding, delimiter, quiet), rowCount),
  };
}

async function sample(path: string, encoding: CsvEncoding): Promise<string> {
  for await (const piece of utf8Pieces(path, encoding, {})) return Buffer.from(piece).toString('utf8', 0, 64 * 1024);
  return '';
}

async function* csvBatches(
  path: string,
  encoding: CsvEncoding,
  delimiter: number,
  options: ReadOptions,
): AsyncGenerator<readonly Row[], void, undefined> {
  const scanner = new CsvScanner(delimiter);
  const total = statSync(path).size;
  for await (const piece of utf8Pieces(path, encoding, options, (read) => options.onProgress?.(read, total))) {
    scanner.append(piece);
    scanner.scan(false);
    const rows = scanner.take();
    if (rows.length > 0) yield rows;
  }
  scanner.scan(true);
  const rows = scanner.take();
  if (rows.length > 0) yield rows;
}
