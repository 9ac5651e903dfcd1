import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../electron/excel/read/open-table';
import { formatKind } from '../../../electron/excel/read/styles';
import { main, readCells, readRows, refusal, tempFolder, workbookFile } from './support';

async function saved(workbook: ExcelJS.Workbook): Promise<string> {
  const path = join(tempFolder(), '外来.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

const day = (text: string) => new Date(`${text}Z`);

describe('a workbook made by another program', () => {
  it('gives dates, styles, formulas, errors, links and rich text their values', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('表');
    sheet.addRow(['名称', day('2024-02-29T00:00:00'), day('2024-02-29T08:30:00'), 1234.5, true]);
    sheet.getCell('B1').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('C1').numFmt = 'yyyy-mm-dd hh:mm';
    sheet.getCell('D1').numFmt = '#,##0.00"元";[红色]-#,##0.00';
    sheet.getCell('A2').value = { formula: 'A1&"x"', result: '名称x' };
    sheet.getCell('B2').value = { formula: 'B1', result: day('2025-01-01T00:00:00') };
    sheet.getCell('B2').numFmt = 'yyyy/m/d';
    sheet.getCell('C2').value = { formula: '1/0', result: { error: '#DIV/0!' } };
    sheet.getCell('D2').value = { error: '#N/A' };
    sheet.getCell('E2').value = { formula: 'SUM(D1)' };
    sheet.getCell('A3').value = { richText: [{ text: '粗', font: { bold: true } }, { text: '细' }] };
    sheet.getCell('B3').value = { text: '链接文字', hyperlink: 'https://example.invalid' };
    expect(await readCells(await saved(workbook))).toEqual([
      ['名称', { date: '2024-02-29' }, { date: '2024-02-29', time: '08:30:00' }, 1234.5, true],
      [
        '名称x',
        { date: '2025-01-01' },
        { error: '#DIV/0!' },
        { error: '#N/A' },
        { error: expect.stringContaining('公式没有保存计算结果') },
      ],
      ['粗细', '链接文字'],
    ]);
  });

  it('does not move dates of a 1904 workbook by four years', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = true;
    workbook.addWorksheet('表').addRow([day('2024-02-29T00:00:00'), day('1904-01-02T00:00:00')]);
    expect(await readCells(await saved(workbook))).toEqual([[{ date: '2024-02-29' }, { date: '1904-01-02' }]]);
  });

  it('takes the first visible sheet that holds data, and a hidden one only by name', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('旧数据', { state: 'hidden' }).addRow(['隐藏']);
    workbook.addWorksheet('更深', { state: 'veryHidden' }).addRow(['更隐藏']);
    workbook.addWorksheet('说明').getCell('A1').font = { bold: true };
    workbook.addWorksheet('名单').addRow(['可见']);
    const path = await saved(workbook);
    const table = await openTable(path);
    expect(table.sheets.map(({ name, hidden }) => `${name}${hidden ? '(隐藏)' : ''}`)).toEqual([
      '旧数据(隐藏)',
      '更深(隐藏)',
      '说明',
      '名单',
    ]);
    expect(table.sheet).toBe('名单');
    expect(await readCells(path)).toEqual([['可见']]);
    expect(await readCells(path, { sheet: '旧数据' })).toEqual([['隐藏']]);
    expect((await refusal(path, { sheet: '没有' })).message).toContain('现有：旧数据、更深、说明、名单');
  });

  it('repeats merged header cells in the head, downwards and sideways', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('表');
    sheet.addRow(['名称', '许可', null, '备注']);
    sheet.addRow([null, '证号', '日期', null]);
    sheet.addRow(['甲', '1', '2', '3']);
    sheet.mergeCells('A1:A2');
    sheet.mergeCells('B1:C1');
    sheet.mergeCells('D1:D2');
    const path = await saved(workbook);
    const table = await openTable(path);
    expect((await table.head(2)).map((row) => row.cells)).toEqual([
      ['名称', '许可', '许可', '备注'],
      ['名称', '证号', '日期', '备注'],
    ]);
    expect((await readRows(path)).length).toBe(3);
  });

  it('finds merged ranges behind a sheet of many pieces', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${Math.sin(i)}</v></c></row>`,
    ).join('');
    const path = workbookFile({
      sheet: rows,
      behindData: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
    });
    expect((await (await openTable(path)).head(1))[0]?.cells).toEqual([0, 0, 0]);
  });
});

describe('a workbook spelled unusually', () => {
  it('reads shared strings with runs, phonetics, escapes, CDATA and empty ones in their places', async () => {
    const strings = `<?xml version="1.0"?><sst xmlns="${main}"><si><t>甲 &amp; 乙</t></si><si/><si><t></t></si>
<si><r><t>东</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>
<si><t xml:space="preserve"> 行_x000D_ </t></si><si><t>_x005F_x000D_</t></si><si><t><![CDATA[<原样&>]]></t></si><si><t>&#x4E2D;&#22269;&#x1F981;</t></si></sst>`;
    const cells = Array.from({ length: 8 }, (_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    expect(await readCells(workbookFile({ sheet: `<row>${cells}</row>`, strings }))).toEqual([
      ['甲 & 乙', null, null, '东京', ' 行\r ', '_x000D_', '<原样&>', '中国🦁'],
    ]);
  });

  it('turns serial numbers around the false leap day and out of range into what they are', async () => {
    const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="200" formatCode="[h]:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="200"/><xf numFmtId="31"/></cellXfs>
<dxfs><dxf><numFmt numFmtId="14" formatCode="0"/></dxf></dxfs></styleSheet>`;
    const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
    const values = ['1', '59', '60', '61', '0', '-1', '2958465', '2958466', '45000.999999']
      .map((value) => cell(1, value))
      .join('');
    const path = workbookFile({
      sheet: `<row>${values}</row><row>${cell(2, '0.3541666667')}${cell(3, '1.5')}${cell(4, '45000')}</row>`,
      styles,
    });
    const invalid = (serial: number) => ({ error: `日期无效（Excel 日期序号 ${serial}）` });
    expect(await readCells(path)).toEqual([
      [
        { date: '1900-01-01' },
        { date: '1900-02-28' },
        invalid(60),
        { date: '1900-03-01' },
        invalid(0),
        invalid(-1),
        { date: '9999-12-31' },
        invalid(2958466),
        { date: '2023-03-16' },
      ],
      ['08:30:00', 1.5, { date: '2023-03-15' }],
    ]);
  });

  it('reports cells that no reader could use instead of failing: too long, bad number, bad date', async () => {
    const path = workbookFile({
      sheet: `<row><c t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c><c t="inlineStr"><is><t>${'长'.repeat(32_767)}</t></is></c><c><v>12a</v></c><c t="d"><v>2024-13-01</v></c><c t="d"><v>2024-05-01T00:00:00</v></c><c><v>1E+17</v></c></row>`,
    });
    expect(await readCells(path)).toEqual([
      [
        { error: '文字过长（32768 字，Excel 单元格最多 32767 字）' },
        '长'.repeat(32_767),
        { error: '不是有效的数字（12a）' },
        { error: '日期无效（2024-13-01）' },
        { date: '2024-05-01' },
        1e17,
      ],
    ]);
  });

  it('keeps row numbers over empty rows and ignores the dimension', async () => {
    const path = workbookFile({
      sheet:
        '<row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4" s="1"/></row><row r="700"><c><v>2</v></c></row>',
    });
    expect(await readRows(path)).toEqual([
      { number: 3, cells: [null, 1] },
      { number: 700, cells: [2] },
    ]);
  });

  it('tells dates from numbers by any format an office may use', () => {
    const dates = [
      'yyyy-mm-dd',
      'yyyy"年"m"月"d"日";@',
      'yyyy年m月d日',
      '[$-804]aaaa',
      'm/d/yy h:mm',
      '[DBNum1][$-804]yyyy"年"m"月"',
      'mmm\\-yy',
      'd',
    ];
    const times = ['h:mm', 'h:mm AM/PM', 'h"时"mm"分"', 'mm:ss'];
    const numbers = [
      'General',
      'G/通用格式',
      '0.00E+00',
      '#,##0"元"',
      '[红色]0',
      '0\\d',
      '"yyyy"0',
      '[h]:mm:ss',
      '0_);[Red](0)',
      '¥#,##0.00',
      '@',
      '0;"d"',
    ];
    expect(dates.filter((code) => formatKind(code) !== 'date')).toEqual([]);
    expect(times.filter((code) => formatKind(code) !== 'time')).toEqual([]);
    expect(numbers.filter((code) => formatKind(code) !== 'number')).toEqual([]);
  });
});
