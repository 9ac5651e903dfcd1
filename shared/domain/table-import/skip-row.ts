import { headerKey } from './header-text';
import { cellText, type ImportRow } from './import-cell';

export type SkipReason = 'empty' | 'total' | 'repeated_header' | 'column_numbers' | 'footnote';

export const skipReasonLabels: Record<SkipReason, string> = {
  empty: '空行',
  total: '合计行',
  repeated_header: '重复的表头',
  column_numbers: '栏次行',
  footnote: '表尾说明',
};

const TOTAL =
  /^(?:合计|总计|小计|共计|累计|总数|(?:本页|本表)(?:合计|小计|总计))[:：]?(?:\d+[家户条件个项人名]?)?$|^共\d+[家户条件个项人名]$/;
const FOOTNOTE =
  /^(?:注|说明|备注|填表说明|填报说明|填表人|填报人|填表单位|填报单位|制表人|制表|审核人|填表日期|填报日期)\d*[:：]/;

/** First characters of the two expressions: nearly every row is cleared by them alone. */
const TOTAL_HEADS = '合总小共累本';
const FOOTNOTE_HEADS = '注说备填制审';

/** A mapped column with the header forms that mean its field, and their first characters. */
export type HeaderColumn = {
  readonly column: number;
  readonly forms: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
};

export function headerColumn(column: number, forms: readonly string[]): HeaderColumn {
  return { column, forms: new Set(forms), heads: new Set(forms.map((form) => form.charAt(0))) };
}

/**
 * Why a row of a table is not a record: empty, a total, the header once more (each printed page, or the line of
 * codes under the names), the line 1 2 3 … of official forms, a footnote. Null for a record.
 *
 * @param headerColumns the mapped columns from left to right
 */
export function skipReason(cells: ImportRow, headerColumns: readonly HeaderColumn[]): SkipReason | null {
  let first = -1;
  for (let i = 0; i < cells.length && first < 0; i++) if (!isBlank(cells, i)) first = i;
  if (first < 0) return 'empty';
  const text = cellText(cells[first]);
  if (text.length <= 40) {
    if (TOTAL_HEADS.includes(text.charAt(0)) && TOTAL.test(text.replace(/\s+/g, ''))) return 'total';
    if (isColumnNumbers(cells, first)) return 'column_numbers';
  }
  if (FOOTNOTE_HEADS.includes(text.charAt(0)) && FOOTNOTE.test(text)) return 'footnote';
  return isHeaderAgain(cells, headerColumns) ? 'repeated_header' : null;
}

function isBlank(cells: ImportRow, index: number): boolean {
  const cell = cells[index];
  return cell === null || cell === undefined || (typeof cell === 'string' && cellText(cell) === '');
}

function isColumnNumbers(cells: ImportRow, first: number): boolean {
  let expected = 1;
  for (let i = first; i < cells.length; i++) {
    if (isBlank(cells, i)) continue;
    if (cellText(cells[i]).replace(/^[(（]|[)）]$/g, '') !== String(expected)) return false;
    expected += 1;
  }
  return expected > 3;
}

function isHeaderAgain(cells: ImportRow, headerColumns: readonly HeaderColumn[]): boolean {
  let filled = 0;
  let same = 0;
  for (const header of headerColumns) {
    const cell = cells[header.column];
    if (cell === null || cell === undefined || cell === '') continue;
    filled += 1;
    if (typeof cell === 'string' && isHeaderText(cell, header)) same += 1;
    // An ordinary record fails on its first two cells; do not look at the rest of 100,000 of them.
    if (filled === 2 && same === 0) return false;
  }
  return same >= 2 && same * 2 > filled;
}

/** Reducing a text to its key is costly, so a record is told by its first character; signs in front need the key. */
function isHeaderText(text: string, header: HeaderColumn): boolean {
  if (text.length > 60) return false;
  const first = text.charAt(0).toLowerCase();
  const telling = /[a-z0-9\u4e00-\u9fff]/.test(first);
  return (!telling || header.heads.has(first)) && header.forms.has(headerKey(text));
}
