import { describe, expect, it } from 'vitest';
import { textParser } from '#shared/domain/table-import/cell-parsers';
import { column, optionalColumn } from '#shared/domain/table-import/column-spec';
import { findHeader } from '#shared/domain/table-import/find-header';
import { headerKey } from '#shared/domain/table-import/header-text';
import { columnLetter, type ImportRow } from '#shared/domain/table-import/import-cell';
import { mapColumns } from '#shared/domain/table-import/map-columns';

const text = textParser(100);
const specs = [
  column({ key: 'name', label: '企业名称', required: true, parse: text, aliases: ['名称', '当事人'] }),
  optionalColumn('uscc', '统一社会信用代码', text, ['信用代码']),
  optionalColumn('boss', '法定代表人', text, ['法定代表人姓名']),
  optionalColumn('bossPhone', '法定代表人电话', text, []),
  optionalColumn('fine', '罚款金额', text, ['CF_NR_FK']),
] as const;

describe('findHeader', () => {
  it('finds the header below a merged title and a note', () => {
    const rows: ImportRow[] = [
      ['某局监管对象一览表', null, null],
      [],
      ['填表单位：某局'],
      ['序号', '名称', '信用代码'],
      ['1', '甲', 'X'],
    ];
    expect(findHeader(rows, specs)).toEqual({ rowIndex: 3, rowCount: 1, headerCells: ['序号', '名称', '信用代码'] });
  });

  it('does not join a title across the whole table with the header under it', () => {
    const rows: ImportRow[] = [
      ['某局监管对象一览表', null],
      ['名称', '信用代码'],
    ];
    expect(findHeader(rows, specs)).toMatchObject({ rowIndex: 1, rowCount: 1 });
  });

  it('joins a header of two lines with group titles', () => {
    const rows: ImportRow[] = [
      ['企业名称', '统一社会信用代码', '法定代表人', null],
      [null, null, '姓名', '电话'],
      ['甲', 'X', '张三', '1'],
    ];
    const found = findHeader(rows, specs);
    expect(found).toMatchObject({ rowIndex: 0, rowCount: 2 });
    const mapping = mapColumns(found?.headerCells ?? [], specs);
    expect(mapping.columns.map(({ key }) => key)).toEqual(['name', 'uscc', 'boss', 'bossPhone']);
  });

  it('takes the header of one line even when the first record is complete', () => {
    expect(
      findHeader(
        [
          ['名称', '信用代码'],
          ['甲', 'X'],
        ],
        specs,
      ),
    ).toMatchObject({ rowIndex: 0, rowCount: 1 });
  });

  it('finds nothing in a table of something else, or with one chance hit', () => {
    expect(
      findHeader(
        [
          ['品名', '数量'],
          ['苹果', 3],
        ],
        specs,
      ),
    ).toBeNull();
    expect(
      findHeader(
        [
          ['名称', '数量'],
          ['苹果', 3],
        ],
        specs,
      ),
    ).toBeNull();
    expect(findHeader([], specs)).toBeNull();
  });

  it('looks at the first 30 rows and no further', () => {
    const above = (count: number): ImportRow[] => Array.from({ length: count }, () => ['x']);
    expect(findHeader([...above(29), ['名称', '信用代码']], specs)?.rowIndex).toBe(29);
    expect(findHeader([...above(30), ['名称', '信用代码']], specs)).toBeNull();
  });
});

describe('mapColumns', () => {
  it('sees through width, stars, breaks, brackets and harmless words, and says how sure it is', () => {
    const mapping = mapColumns(
      ['＊企业名称（必填）', '统一社会\n信用代码', '法定代表人信息', '罚款金额（元）', '其它'],
      specs,
    );
    expect(mapping.columns.map(({ key, confidence }) => [key, confidence])).toEqual([
      ['name', 'exact'],
      ['uscc', 'exact'],
      ['boss', 'similar'],
      ['fine', 'exact'],
    ]);
    expect(mapping.unmapped).toEqual([{ column: 4, columnLetter: 'E', header: '其它' }]);
  });

  it('names what is missing', () => {
    expect(mapColumns(['信用代码'], specs).missingRequired).toEqual([{ key: 'name', label: '企业名称' }]);
  });

  it('reads the first of two columns of one field and reports the other', () => {
    const mapping = mapColumns(['名称', '当事人', '名称'], specs);
    expect(mapping.columns.map(({ column: index }) => index)).toEqual([0]);
    expect(mapping.duplicates).toMatchObject([{ key: 'name', ignored: [{ column: 1 }, { column: 2 }] }]);
    expect(mapping.unmapped).toEqual([]);
  });

  it('prefers an exact header further right to a similar one on the left', () => {
    expect(mapColumns(['企业名称全称', '名称'], specs).columns).toMatchObject([
      { column: 1, key: 'name', confidence: 'exact' },
    ]);
  });

  it('follows the officer before its own guess', () => {
    const mapping = mapColumns(['名称', '信用代码', '真名'], specs, { 0: null, 2: 'name' });
    expect(mapping.columns.map(({ column: index, key, confidence }) => [index, key, confidence])).toEqual([
      [1, 'uscc', 'exact'],
      [2, 'name', 'manual'],
    ]);
    expect(mapping.unmapped).toMatchObject([{ column: 0 }]);
  });

  it.each([
    [{ 9: 'name' }, '第 10 列'],
    [{ 0: 'nothing' }, 'nothing'],
    [{ 0: 'name', 1: 'name' }, 'A 列和 B 列'],
  ])('refuses the override %j', (overrides, why) => {
    expect(() => mapColumns(['a', 'b'], specs, overrides)).toThrow(why);
  });
});

it('counts columns as Excel does', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

it('keeps letters and digits of a header', () => {
  expect(headerKey(' CF_XDR_MC ')).toBe('cfxdrmc');
  expect(headerKey('行政相对人代码_1（统一）')).toBe('行政相对人代码1统一');
});
