import { posix } from 'node:path';
import { badFile, type SheetInfo } from './table';
import { xmlAttributes, xmlPart, xmlTokens } from './xml';
import { readEntry, type ZipEntry, type ZipFile } from './zip';

export type WorkbookSheet = SheetInfo & { readonly entry: ZipEntry };

export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly date1904: boolean;
  readonly styles: ZipEntry | undefined;
  readonly strings: ZipEntry | undefined;
};

type Relation = { readonly id: string; readonly type: string; readonly part: string };

/** Finds the parts of a workbook by its relations, as their names are free. */
export function readWorkbook(zip: ZipFile): Workbook {
  const part = relations(zip, '').find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const entry = zip.entries.get(part.toLowerCase());
  if (!entry || !part.toLowerCase().endsWith('.xml')) throw noWorkbook(zip);
  const related = relations(zip, part);
  const entryOf = (type: string) => {
    const found = related.find((relation) => relation.type === type);
    return found && zip.entries.get(found.part.toLowerCase());
  };
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  let isWorkbook = false;
  for (const token of xmlTokens(xmlPart(readEntry(zip, entry)))) {
    if (token.kind !== 'open') continue;
    const attributes = xmlAttributes(token.attributes);
    if (token.name === 'workbook') isWorkbook = true;
    else if (token.name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '');
    else if (token.name === 'sheet') {
      // Chart and macro sheets have relations of other types and hold no rows.
      const relation = related.find((candidate) => candidate.id === attributes.get('id'));
      if (relation?.type !== 'worksheet') continue;
      const sheetEntry = zip.entries.get(relation.part.toLowerCase());
      if (!sheetEntry) throw badFile(`文件缺少工作表“${attributes.get('name') ?? ''}”的内容，可能不完整，请重新索取。`);
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.get('name') ?? '', hidden, entry: sheetEntry });
    }
  }
  if (!isWorkbook) throw noWorkbook(zip);
  if (sheets.length === 0) throw badFile('文件中没有工作表，请核对后重新选择。');
  // Without its styles a date would silently become a number. Missing strings are noticed by the first cell that needs one.
  const styles = entryOf('styles');
  if (!styles && related.some((relation) => relation.type === 'styles')) {
    throw badFile('文件缺少单元格格式（styles.xml），日期会读错，请用 Excel 打开后另存一份再导入。');
  }
  return { sheets, date1904, styles, strings: entryOf('sharedStrings') };
}

function relations(zip: ZipFile, part: string): readonly Relation[] {
  const folder = part === '' ? '' : posix.dirname(part);
  const entry = zip.entries.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`).toLowerCase());
  if (!entry) return [];
  const found: Relation[] = [];
  for (const token of xmlTokens(xmlPart(readEntry(zip, entry)))) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue;
    const attributes = xmlAttributes(token.attributes);
    const target = attributes.get('Target');
    if (target === undefined || attributes.get('TargetMode') === 'External') continue;
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    found.push({
      id: attributes.get('Id') ?? '',
      type: posix.basename(attributes.get('Type') ?? ''),
      part: posix.normalize(path.replaceAll('\\', '/')),
    });
  }
  return found;
}

function noWorkbook(zip: ZipFile): Error {
  const names = [...zip.entries.keys()];
  if (names.includes('xl/workbook.bin')) return badFile('这是 .xlsb 二进制工作簿，请用 Excel 打开后另存为 .xlsx。');
  if (names.includes('content.xml')) return badFile('这是 OpenDocument 文件（.ods 等），请打开后另存为 .xlsx。');
  if (names.includes('word/document.xml')) return badFile('这是 Word 文档，不是表格，请选择 .xlsx 或 .csv 文件。');
  return badFile('文件里没有工作簿，它不是 .xlsx 表格（可能是普通压缩包），请重新选择。');
}
