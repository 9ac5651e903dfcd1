import { describe, expect, it } from 'vitest';
import {
  choiceParser,
  codeParser,
  dateOrOpenParser,
  dateParser,
  textParser,
} from '#shared/domain/table-import/cell-parsers';
import { CellNote, column, optionalColumn } from '#shared/domain/table-import/column-spec';
import { cellText, type ImportCell, type ImportRow } from '#shared/domain/table-import/import-cell';
import { mapColumns } from '#shared/domain/table-import/map-columns';
import { compileRowParser, locateProblems } from '#shared/domain/table-import/row-parser';

const colours = { red: '红', green: '绿' } as const;
const specs = [
  column({ key: 'name', label: '名称', required: true, parse: textParser(25_000), aliases: ['CF_MC'] }),
  optionalColumn('code', '代码', codeParser(20), ['CF_DM']),
  optionalColumn('on', '日期', dateParser(), ['CF_RQ']),
  optionalColumn('until', '有效期', dateOrOpenParser(), []),
  optionalColumn(
    'colour',
    '颜色',
    choiceParser(
      new Map([
        ['红', 'red'],
        ['绿', 'green'],
      ] as const),
      colours,
    ),
    [],
  ),
  optionalColumn('sure', '说明', (text) => (text === '注意' ? new CellNote(text, '请核对。') : text), []),
] as const;
const mapping = mapColumns(['名称', '代码', '日期', '有效期', '颜色', '说明'], specs);
const parse = compileRowParser(mapping, specs);
const problemOf = (cells: ImportRow) => {
  const result = parse(cells);
  if (result.kind !== 'problems') throw new Error(JSON.stringify(result));
  return result.problems[0];
};

describe('compileRowParser', () => {
  it('gives every field, null for what is absent', () => {
    expect(parse(['甲', 42, '2022.5.27', '长期', '红'])).toEqual({
      kind: 'record',
      record: { name: '甲', code: '42', on: '2022-05-27', until: 'open', colour: 'red', sure: null },
      notes: [],
    });
  });

  it('refuses to start without a required column and names it', () => {
    expect(() => compileRowParser(mapColumns(['代码', '日期'], specs), specs)).toThrow('“名称”');
  });

  it.each(['', ' ', '\u3000', null, undefined, '/', '—', '无', 'NULL'])(
    'asks for the required value instead of %j',
    (cell) => {
      expect(problemOf([cell, '1'])).toMatchObject({
        key: 'name',
        columnLetter: 'A',
        message: '“名称”必须填写，请补上。',
      });
    },
  );

  it('keeps a note beside the record', () => {
    expect(parse(['甲', null, null, null, null, '注意'])).toMatchObject({
      kind: 'record',
      notes: [{ columnLetter: 'F', value: '注意' }],
    });
  });

  it.each([{ error: '#REF!' }, '#N/A', '#DIV/0!'] satisfies ImportCell[])('refuses the formula error %j', (cell) => {
    expect(problemOf(['甲', cell])?.message).toContain('公式出错');
  });

  it('takes a text that only begins like an error', () => {
    expect(parse(['甲', '#1 楼']).kind).toBe('record');
  });

  it('takes 20,000 characters and refuses one more without repeating them', () => {
    expect(parse(['长'.repeat(20_000)]).kind).toBe('record');
    const problem = problemOf(['长'.repeat(20_001)]);
    expect(problem?.message).toContain('20001 个字');
    expect(problem?.value.length).toBeLessThan(70);
  });

  it.each([9.15e17, 1e15, 12.5, '9.15E+17', '9.15e17'])('says that the code %j is lost', (cell) => {
    expect(problemOf(['甲', cell])?.message).toContain('已经丢失');
  });

  it('takes a code of 15 digits kept as a number, which Excel does not damage', () => {
    expect(parse(['甲', 330100400012345])).toMatchObject({ record: { code: '330100400012345' } });
  });

  it('names the choices when a word is not one of them', () => {
    expect(problemOf(['甲', null, null, null, '蓝'])?.message).toContain('红、绿');
  });

  it('passes on the repair of a date', () => {
    expect(problemOf(['甲', null, '44708'])).toMatchObject({ columnLetter: 'C', header: '日期', fix: '2022-05-27' });
    expect(problemOf(['甲', null, '长期'])?.message).toContain('不能填长期');
  });
});

describe('rows that are no records', () => {
  it.each([
    [[], 'empty'],
    [[null, ' ', '\u3000'], 'empty'],
    [['合计', 12], 'total'],
    [['合 计：', 12], 'total'],
    [[null, '总计120家'], 'total'],
    [['共120户'], 'total'],
    [['名称', '代码', '日期'], 'repeated_header'],
    [['CF_MC', 'CF_DM', 'CF_RQ'], 'repeated_header'],
    [[1, 2, 3, 4, 5, 6], 'column_numbers'],
    [['(1)', '(2)', '(3)'], 'column_numbers'],
    [['填表人：张三', null, '审核人：李四'], 'footnote'],
    [['注：本表按季填报'], 'footnote'],
  ])('%j is skipped as %s', (cells, reason) => {
    expect(parse(cells as ImportRow)).toEqual({ kind: 'skipped', reason });
  });

  it.each([['合计科技有限公司'], ['总计'.repeat(3)], ['注册商标协会'], ['1', '2'], ['名称', '真代码']])(
    'the record of %j is not lost as one of them',
    (...cells) => {
      expect(parse(cells).kind).toBe('record');
    },
  );
});

describe('locateProblems', () => {
  it('puts a finding about the record at its cell, or at no cell', () => {
    const partial = mapColumns(['名称', '代码'], specs);
    const found = locateProblems(
      [
        { path: 'code', message: '甲' },
        { path: 'on', message: '乙' },
        { path: 'elsewhere', message: '丙' },
      ],
      partial,
      specs,
      ['名', '007'],
    );
    expect(found.map(({ column: index, columnLetter, header, value }) => [index, columnLetter, header, value])).toEqual(
      [
        [1, 'B', '代码', '007'],
        [-1, '', '日期', ''],
        [-1, '', 'elsewhere', ''],
      ],
    );
  });
});

describe('cellText', () => {
  it.each([
    ["'007", '007'],
    ['="007"', '007'],
    ["'引用'", "'引用'"],
    ['\ufeff 甲\u00a0', '甲'],
    ['一\r\n二', '一\n二'],
    [0, '0'],
    [true, '是'],
    [123456789012345, '123456789012345'],
    [{ date: '2022-05-27' }, '2022-05-27'],
    ["'", ''],
  ] satisfies [ImportCell, string][])('reads %j as %j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});
