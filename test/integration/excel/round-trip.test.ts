import { createHash } from 'node:crypto';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../electron/excel/read/open-table';
import { writeCsv } from '../../../electron/excel/write/csv';
import { type ListColumn, type ListValue, writeList } from '../../../electron/excel/write/list-writer';
import { readCells, readRows, tempFolder } from './support';

const text = (header: string): ListColumn => ({ header, width: 12, kind: 'text' });

const hardTexts = [
  '示例市明远知识产权代理有限公司',
  '007001',
  '=1+1',
  '+86 138',
  '-5',
  '@SUM(A1)',
  '\t制表符开头',
  '\r回车开头',
  '\n换行开头',
  "'=已有撇号",
  '＝全角等号',
  '第一行\n第二行',
  '回车\r\n换行',
  '控制\u000b字符\u0000与\u001f',
  '形似转义_x000B_的文字',
  '🦁表情👨‍👩‍👧',
  '<b>&amp;"引号"\'</b>]]>',
  '  首尾空格  ',
  '\ufffe\uffff',
  '㐀𠀀生僻字',
  '下划线_与_x',
];

describe('what is written comes back unchanged', () => {
  it('keeps every hard text of a register exactly', async () => {
    const path = join(tempFolder(), '往返.xlsx');
    const rows = hardTexts.map((value, index) => [index, value] as const);
    const result = await writeList(path, {
      sheetName: '往返',
      columns: [{ ...text('序号'), kind: 'int' }, text('文字')],
      rows,
    });
    expect(result).toEqual({ rows: hardTexts.length, sheets: 1, truncated: 0 });
    expect(await readCells(path)).toEqual([['序号', '文字'], ...rows.map((row) => [...row])]);
  });

  it('keeps every hard text in a .csv exactly, and no field begins like a formula', async () => {
    const path = join(tempFolder(), '往返.csv');
    const values = hardTexts.map((value) => value.replaceAll('\0', ''));
    await writeCsv(path, { header: ['序号', '文字'], rows: values.map((value, index) => [index, value]) });
    const table = await openTable(path);
    expect(table.encoding).toBe('utf-8');
    expect((await readCells(path)).slice(1)).toEqual(values.map((value, index) => [String(index), value]));
    const raw = await import('node:fs').then(({ readFileSync }) => readFileSync(path, 'utf8'));
    expect(raw.startsWith('\ufeff序号,文字\r\n')).toBe(true);
    expect(raw).toContain("2,'=1+1\r\n");
    expect(raw).not.toMatch(/[,\n]"?[=+@＝]/);
  });

  it('keeps numbers, dates and empty cells in their kinds', async () => {
    const path = join(tempFolder(), '类型.xlsx');
    const columns: ListColumn[] = [
      { header: '整数', width: 8, kind: 'int' },
      { header: '小数', width: 8, kind: 'decimal' },
      { header: '日期', width: 12, kind: 'date' },
      { header: '文字', width: 8, kind: 'text' },
    ];
    const rows: ListValue[][] = [
      [42, 0.1, '2026-11-23', '0012'],
      [-7, -1234.5678, '1900-03-01', 12],
      [null, 1e21, '1899-05-01', ''],
      ['无', 123456789012345.6, '不详', '末'],
      [0, 5e-324, '9999-12-31', '尾'],
    ];
    await writeList(path, { sheetName: '类型', columns, rows });
    expect((await readCells(path)).slice(1)).toEqual([
      [42, 0.1, { date: '2026-11-23' }, '0012'],
      [-7, -1234.5678, { date: '1900-03-01' }, '12'],
      [null, '1e+21', '1899-05-01'],
      ['无', 123456789012345.6, '不详', '末'],
      [0, 5e-324, { date: '9999-12-31' }, '尾'],
    ]);
  });

  it('is understood by another reader: title, header, quotePrefix cells as plain text, dates', async () => {
    const path = join(tempFolder(), '他读.xlsx');
    await writeList(path, {
      sheetName: '名单',
      title: '监管对象名单',
      headerNote: '截至 2026-11-23',
      footer: '共 1 行',
      columns: [text('名称'), { header: '日期', width: 12, kind: 'date' }],
      rows: [['=HYPERLINK("x")', '2024-02-29']],
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('名单');
    expect(sheet?.getCell('A1').value).toBe('监管对象名单');
    expect(sheet?.getCell('A3').value).toBe('名称');
    expect(sheet?.getCell('A4').value).toBe('=HYPERLINK("x")');
    expect(sheet?.getCell('B4').value).toEqual(new Date('2024-02-29T00:00:00Z'));
    expect(sheet?.getCell('A5').value).toBe('共 1 行');
    expect(sheet?.getCell('B1').isMerged).toBe(true);
    expect(sheet?.autoFilter).toBe('A3:B4');
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&C第 &P 页 共 &N 页');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    // The merged title is repeated over its columns in the head, and only there.
    const table = await openTable(path);
    expect((await table.head())[0]?.cells).toEqual(['监管对象名单', '监管对象名单']);
    expect((await readRows(path))[0]?.cells).toEqual(['监管对象名单']);
  });

  it('damages none of 100,000 Chinese cells at the borders of pieces', async () => {
    const path = join(tempFolder(), '十万.xlsx');
    const characters = '示例市明远启航知识产权代理有限公司𠀀🦁，。a1';
    const letters = [...characters];
    const expected = createHash('sha256');
    let seed = 20261123;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >> 8) % below;
    };
    function* rows() {
      for (let row = 0; row < 10_000; row++) {
        const cells: string[] = [];
        for (let column = 0; column < 10; column++) {
          let cell = '字';
          for (let length = random(40); length > 0; length--) cell += letters[random(letters.length)];
          cells.push(cell);
        }
        expected.update(JSON.stringify(cells));
        yield cells;
      }
    }
    await writeList(path, {
      sheetName: '十万',
      columns: Array.from({ length: 10 }, (_, i) => text(`列${i}`)),
      rows: rows(),
    });
    const found = createHash('sha256');
    for (const cells of (await readCells(path)).slice(1)) found.update(JSON.stringify(cells));
    expect(found.digest('hex')).toBe(expected.digest('hex'));
  });
});
