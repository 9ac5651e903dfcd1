import { describe, expect, it } from 'vitest';
import { csvOf, gb18030, sheetBytes, validUscc, workbookBytes } from '../../support/import-files';
import { type Office, openOffice } from '../../support/office';
import { makeZip, workbookParts } from '../excel/support';

const header = ['名称', '统一社会信用代码', '成立日期', '备注'];
const row = (number: number, change: { on?: string; note?: string } = {}) => [
  `示例${number}号公司`,
  validUscc(number),
  change.on ?? '2015-03-09',
  change.note ?? '',
];

/** A refusal is one sentence that ends, and the store is as it was. */
async function refused(
  test: Office,
  name: string,
  content: string | Uint8Array | undefined,
  words: string,
  code: 'bad_file' | 'bad_input' = 'bad_file',
) {
  const file = test.choose(name, content);
  for (const route of ['subject.preview-import', 'subject.run-import'] as const) {
    const error = await test.fails(route, { file }, code);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/。$/);
  }
  expect((await test.call('subject.list-imports', {})).batches).toEqual([]);
  expect((await test.call('subject.list', {})).total).toBe(1);
  expect(await test.call('store.verify', {})).toMatchObject({ ok: true });
}

describe('a file that cannot be imported is refused in one sentence and changes nothing', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  it.each([
    ['旧表.xls', Buffer.concat([ole, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]), '旧版 .xls'],
    ['密码.xlsx', Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), '打开密码'],
    [
      '乱码.csv',
      Buffer.concat([gb18030('名称,代码\n示例'), Buffer.from([0xff, 0xff, 0x0a])]),
      '既不是 UTF-8 也不是 GB18030',
    ],
    ['空.csv', '', '文件是空的'],
    ['图片.png', 'PNG', '只能读取 .xlsx 和 .csv'],
    ['没有了.xlsx', undefined, '找不到这个文件'],
  ])('%s', async (name, content, words) => {
    await refused(await openOffice(), name, content, words);
  });

  it('a workbook cut short', async () => {
    const bytes = await sheetBytes([header, row(1)]);
    await refused(await openOffice(), '截断.xlsx', bytes.subarray(0, bytes.length / 2), '不完整或已损坏');
  });

  it('a workbook whose sheets are all hidden, and an empty one', async () => {
    const hidden = await workbookBytes((workbook) => {
      workbook.addWorksheet('表', { state: 'hidden' }).addRows([header, row(1)]);
    });
    await refused(await openOffice(), '隐藏.xlsx', hidden, '全部被隐藏');
    await refused(await openOffice(), '空表.xlsx', await sheetBytes([]), '没有数据');
  });
});

describe('columns', () => {
  it('renamed ones are recognised; a missing required one is named', async () => {
    const test = await openOffice();
    const renamed = csvOf([['单位名称（全称）', '社会信用代码', '注册日期'], row(1)]);
    expect(await test.call('subject.run-import', { file: test.choose('改名.csv', renamed) })).toMatchObject({
      inserted: 1,
      failed: 0,
    });
    const file = test.choose(
      '缺列.csv',
      csvOf([
        ['统一社会信用代码', '成立日期', '联系电话'],
        [validUscc(2), '2015-01-01', '0571-88880000'],
      ]),
    );
    expect((await test.call('subject.preview-import', { file })).missing).toEqual(['名称']);
    const error = await test.fails('subject.run-import', { file }, 'bad_input');
    expect(error.message).toContain('缺少必需的列“名称”');
  });

  it('a two-line header with merged cells maps to the lower titles', async () => {
    const test = await openOffice();
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('表');
      sheet.addRows([
        ['云州市监管对象一览表'],
        ['名称', '证照信息', null, '联系方式', null],
        [null, '统一社会信用代码', '成立日期', '联系电话', '电子邮箱'],
      ]);
      sheet.mergeCells('A1:E1');
      sheet.mergeCells('A2:A3');
      sheet.mergeCells('B2:C2');
      sheet.mergeCells('D2:E2');
      sheet.addRow(['示例公司', validUscc(1), '2015年3月9日', '0571-88880000', 'a@example.invalid']);
    });
    const file = test.choose('合并.xlsx', bytes);
    const preview = await test.call('subject.preview-import', { file });
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'uscc', 'establishedOn', 'phone', 'email']);
    expect(preview).toMatchObject({ rows: 1, wouldInsert: 1 });
  });

  it('a cover sheet in front is passed over; a hidden sheet is read only by name', async () => {
    const test = await openOffice();
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet('填表说明').addRow(['请按要求填写']);
      workbook.addWorksheet('名单').addRows([header, row(1)]);
      workbook.addWorksheet('旧名单', { state: 'hidden' }).addRows([header, row(2), row(3)]);
    });
    const file = test.choose('多表.xlsx', bytes);
    expect(await test.call('subject.preview-import', { file })).toMatchObject({
      sheet: '名单',
      rows: 1,
      sheets: [{}, {}, { name: '旧名单', hidden: true }],
    });
    expect(await test.call('subject.run-import', { file, sheet: '旧名单' })).toMatchObject({ inserted: 2 });
    expect((await test.fails('subject.run-import', { file, sheet: '没有' }, 'bad_file')).message).toContain(
      '没有名为“没有”的工作表',
    );
  });
});

describe('cells', () => {
  it('empty rows are no error; impossible dates, formula errors and codes Excel destroyed are, each at its cell', async () => {
    const test = await openOffice();
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('表');
      sheet.addRows([header, [], row(1), [], [...row(2, { on: '2022-13-01' })], [...row(3)], [...row(4)], [...row(5)]]);
      sheet.getCell('B6').value = 9.15e17;
      sheet.getCell('A7').value = { formula: 'VLOOKUP(1,A1,1)', result: { error: '#N/A' } as never };
      sheet.getCell('A8').value = { formula: 'CONCAT("示例","公司")', result: '示例公司' };
    });
    const result = await test.call('subject.run-import', { file: test.choose('单元格.xlsx', bytes) });
    expect(result).toMatchObject({ rows: 5, inserted: 2, failed: 3 });
    expect(result.problems.map(({ rowNumber, columnLetter, message }) => [rowNumber, columnLetter, message])).toEqual([
      [5, 'C', expect.stringContaining('没有 13 月')],
      [6, 'B', expect.stringContaining('被 Excel 当作数字保存')],
      [7, 'A', expect.stringContaining('公式出错（#N/A）')],
    ]);
    expect((await test.call('subject.search', { query: '示例公司' })).items[0]?.name).toBe('示例公司');
  });

  it('counts days from 1904 where the workbook says so, formatted as dates or not', async () => {
    const test = await openOffice();
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet =
      `<row r="1">${cell('A1', '名称')}${cell('B1', '统一社会信用代码')}${cell('C1', '成立日期')}</row>` +
      `<row r="2">${cell('A2', '甲')}${cell('B2', validUscc(1))}<c r="C2" s="1"><v>36000</v></c></row>` +
      `<row r="3">${cell('A3', '乙')}${cell('B3', validUscc(2))}<c r="C3"><v>36000</v></c></row>`;
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const bytes = makeZip(workbookParts({ sheet, styles, workbookPr: '<workbookPr date1904="1"/>' }));
    await test.call('subject.run-import', { file: test.choose('麦金塔.xlsx', bytes) });
    for (const query of [validUscc(1), validUscc(2)]) {
      const { items } = await test.call('subject.search', { query });
      expect(await test.call('subject.get', { id: items[0]?.id ?? '' })).toMatchObject({ establishedOn: '2002-07-25' });
    }
  });

  it('takes a text of 20,000 characters to the error rows whole, and one that begins like a formula as text', async () => {
    const test = await openOffice();
    const long = '长'.repeat(20_000);
    const file = test.choose(
      '长.csv',
      csvOf([header, row(1, { note: long }), ...['=1+1', '+86', '-1', '@x'].map((note, i) => row(10 + i, { note }))]),
    );
    const result = await test.call('subject.run-import', { file });
    expect(result).toMatchObject({ inserted: 4, failed: 1 });
    expect(result.problems[0]).toMatchObject({ columnLetter: 'D', message: expect.stringContaining('20000 个字') });
    expect(result.problems[0]?.value.length).toBeLessThan(70);
    const kept = test.engine.store.reader.prepare('select cells from import_problem').pluck().get();
    expect(JSON.parse(String(kept))).toEqual([...row(1).slice(0, 3), long]);
    for (const [index, note] of ['=1+1', '+86', '-1', '@x'].entries()) {
      const { items } = await test.call('subject.search', { query: validUscc(10 + index) });
      expect((await test.call('subject.get', { id: items[0]?.id ?? '' })).note).toBe(note);
    }
  });

  it('never shows an identity number in a list of problems', async () => {
    const test = await openOffice();
    const rows = [
      ['姓名', '身份证号', '资格证号'],
      ['赵一', '110105194912310021', '3300001'],
    ];
    const { problems } = await test.call('subject.run-import', {
      file: test.choose('人.csv', csvOf(rows)),
      defaultKind: 'agent',
    });
    expect(problems[0]).toMatchObject({ columnLetter: 'B', value: '110***********0021' });
  });
});
