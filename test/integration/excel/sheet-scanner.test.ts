import { describe, expect, it } from 'vitest';
import { CellValues } from '../../../electron/excel/read/cell-value';
import { SheetScanner } from '../../../electron/excel/read/sheet-scanner';
import type { Row } from '../../../electron/excel/read/table';

const sheet = `<?xml version="1.0"?><!-- 注释 > --><worksheet><sheetPr/><sheetData>
<row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>名称🦁</t></is></c><c r="B1" s="1"><v>45000.5</v></c></row>
<row><c><v>1.5</v></c><c t="s"><v>0</v></c><c t='str' r='D2'><f>A1&amp;"&lt;"</f><v>结果 &amp; 值</v></c></row>
<row r="9"><c r="C9" t="e"><v>#N/A</v></c><c r="AA9" t="b"><v>1</v></c><c r="AB9"/></row><row r="10"/>
<row r="11"><c r="A11" t="inlineStr"><is><r><rPr><b/></rPr><t>富</t></r><rPh sb="0" eb="1"><t>フ</t></rPh><r><t xml:space="preserve"> 文本</t></r></is></c><c r="B11"><f>1+1</f></c></row>
</sheetData><mergeCells/></worksheet>`;

const expected: Row[] = [
  { number: 1, cells: ['名称🦁', { date: '2023-03-15', time: '12:00:00' }] },
  { number: 2, cells: [1.5, '共享', null, '结果 & 值'] },
  { number: 9, cells: [null, null, { error: '#N/A' }, ...Array.from({ length: 23 }, () => null), true] },
  { number: 11, cells: ['富 文本', { error: '公式没有保存计算结果，请用 Excel 打开并保存一次后再导入' }] },
];

function scan(bytes: Buffer, size: number): Row[] {
  const scanner = new SheetScanner(new CellValues({ strings: ['共享'], kinds: ['number', 'date'], date1904: false }));
  const rows: Row[] = [];
  for (let at = 0; at < bytes.length && !scanner.done; at += size) {
    scanner.append(bytes.subarray(at, at + size));
    while (scanner.scan()) rows.push(...scanner.take());
    rows.push(...scanner.take());
  }
  expect(scanner.done).toBe(true);
  return rows;
}

describe('the sheet scanner', () => {
  it('finds the same cells whatever the size of the pieces, down to single bytes', () => {
    const bytes = Buffer.from(sheet);
    for (let size = 1; size <= bytes.length; size++) expect(scan(bytes, size), `pieces of ${size}`).toEqual(expected);
  });

  it('understands prefixed tags and single quotes as other programs write them', () => {
    const prefixed = sheet.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replaceAll('<x:?', '<?');
    for (const size of [1, 7, 64, 100_000]) expect(scan(Buffer.from(prefixed), size)).toEqual(expected);
  });

  it('hands out sparse rows in small batches, so that rows out to column XFD cannot fill the memory', () => {
    const rows = Array.from({ length: 100 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
      '',
    );
    const scanner = new SheetScanner(new CellValues({ strings: [], kinds: [], date1904: false }));
    scanner.append(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    const sizes: number[] = [];
    for (let more = true; more; ) {
      more = scanner.scan();
      sizes.push(scanner.take().length);
    }
    expect(Math.max(...sizes)).toBeLessThan(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100);
  });
});
