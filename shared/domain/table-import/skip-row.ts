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

/**
 * Why a row of a table is not a record: empty, a total, the header once more (each printed page, or the line of
 * codes under the names), the line 1 2 3 … of official forms, a footnote. Null for a record.
 *
 * @param headerColumns mapped columns, each with the header forms that mean its field
 */
export function skipReason(
  cells: ImportRow,
  headerColumns: readonly { readonly column: number; readonly forms: ReadonlySet<string> }[],
): SkipReason | null {
  let first = -1;
  for (let i = 0; i < cells.length && first < 0; i++) if (!isBlank(cells, i)) first = i;
  if (first < 0) return 'empty';
  const text = cellText(cells[first]);
  if (text.length <= 40) {
    const packed = text.replace(/\s+/g, '');
    if (TOTAL.test(packed)) return 'total';
    if (isColumnNumbers(cells, first)) return 'column_numbers';
  }
  if (FOOTNOTE.test(text)) return 'footnote';
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

function isHeaderAgain(
  cells: ImportRow,
  headerColumns: readonly { readonly column: number; readonly forms: ReadonlySet<string> }[],
): boolean {
  let filled = 0;
  let same = 0;
  for (const { column, forms } of headerColumns) {
    const cell = cells[column];
    if (cell === null || cell === undefined || cell === '') continue;
    filled += 1;
    if (typeof cell === 'string' && cell.length <= 60 && forms.has(headerKey(cell))) same += 1;
    // An ordinary record fails on its first two cells; do not look at the rest of 100,000 of them.
    if (filled === 2 && same === 0) return false;
  }
  return same >= 2 && same * 2 > filled;
}
