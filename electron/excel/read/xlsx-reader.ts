import { CellValues } from './cell-value';
import { readMerges, spreadMerges } from './merges';
import { readSharedStrings } from './shared-strings';
import { SheetScanner } from './sheet-scanner';
import { readStyles } from './styles';
import { badFile, type ReadOptions, type Row, type TableReader } from './table';
import { readWorkbook, type WorkbookSheet } from './workbook';
import { malformed, xmlPart } from './xml';
import { readEntry, readZipDirectory, streamEntry, type ZipFile } from './zip';

/** Opens a workbook: directory, styles and shared strings are read now, rows only when asked for. */
export async function openXlsx(path: string, options: ReadOptions): Promise<TableReader> {
  const zip = readZipDirectory(path);
  const workbook = readWorkbook(zip);
  const kinds = workbook.styles ? readStyles(xmlPart(readEntry(zip, workbook.styles))) : [];
  const strings = workbook.strings ? await readSharedStrings(zip, workbook.strings, options) : [];
  const values = new CellValues({ strings, kinds, date1904: workbook.date1904 });
  const quiet = { isCancelled: options.isCancelled };
  const sheet = await chooseSheet(workbook.sheets, options.sheet, (candidate) =>
    firstRows(sheetBatches(zip, candidate, values, quiet), 1),
  );
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    date1904: workbook.date1904,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: sheet.name,
    batches: () => sheetBatches(zip, sheet, values, options),
    head: async (rowCount = 20) => {
      const rows = await firstRows(sheetBatches(zip, sheet, values, quiet), rowCount);
      return spreadMerges(rows, await readMerges(zip, sheet.entry, rows.at(-1)?.number ?? 0, quiet));
    },
  };
}

async function* sheetBatches(
  zip: ZipFile,
  sheet: WorkbookSheet,
  values: CellValues,
  options: Pick<ReadOptions, 'onProgress' | 'isCancelled'>,
): AsyncGenerator<readonly Row[], void, undefined> {
  const scanner = new SheetScanner(values);
  let first = true;
  for await (const piece of streamEntry(zip, sheet.entry, options)) {
    if (first && (piece[0] === 0xff || piece[0] === 0xfe))
      throw badFile('文件内部不是 UTF-8 编码，请用 Excel 打开后另存为 .xlsx。');
    first = false;
    // Behind the rows the rest only passes by, for the check sum at the end.
    if (scanner.done) continue;
    scanner.append(piece);
    while (scanner.scan()) yield scanner.take();
    const rows = scanner.take();
    if (rows.length > 0) yield rows;
  }
  if (!scanner.done) throw malformed();
}

/** The first `count` rows of a run of batches. */
export async function firstRows(batches: AsyncIterable<readonly Row[]>, count: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, count - rows.length));
    if (rows.length >= count) break;
  }
  return rows;
}

async function chooseSheet(
  sheets: readonly WorkbookSheet[],
  wanted: string | undefined,
  firstRow: (sheet: WorkbookSheet) => Promise<readonly Row[]>,
): Promise<WorkbookSheet> {
  if (wanted !== undefined) {
    const named = sheets.find((sheet) => sheet.name === wanted);
    if (!named)
      throw badFile(`文件中没有名为“${wanted}”的工作表，现有：${sheets.map((sheet) => sheet.name).join('、')}。`);
    return named;
  }
  const visible = sheets.filter((sheet) => !sheet.hidden);
  for (const sheet of visible) {
    if (visible.length === 1 || (await firstRow(sheet)).length > 0) return sheet;
  }
  const fallback = visible[0];
  if (!fallback) throw badFile('文件中的工作表全部被隐藏，请在 Excel 中取消隐藏后再导入。');
  return fallback;
}
