import { describe, expect, it } from 'vitest';
import { pastedTable } from '#shared/domain/table-import/pasted-table';

describe('a block pasted from a spreadsheet', () => {
  it('keeps a cell with a line break or a tab in one cell, and leading zeros and long codes as they are', () => {
    expect(pastedTable('名称\t代码\r\n"甲\n乙"\t00123\r\n"a\tb"\t911101080000000000\r\n')).toBe(
      '名称\t代码\r\n"甲\n乙"\t00123\r\n"a\tb"\t911101080000000000\r\n',
    );
  });

  it('does not let a cell that begins with a quote swallow its neighbours', () => {
    expect(pastedTable('"甲"公司\t01\r\n"未闭合\t02\r\n丙\t03')).toBe(
      '"""甲""公司"\t01\r\n"""未闭合"\t02\r\n丙\t03\r\n',
    );
  });

  it('takes the quotes away that stand around a whole cell, and keeps doubled ones as one', () => {
    expect(pastedTable('"说""好""\n的"\t1\n')).toBe('"说""好""\n的"\t1\r\n');
    expect(pastedTable('"甲"\t1')).toBe('甲\t1\r\n');
  });

  it('keeps empty cells at both ends and an empty line, takes old line ends, drops byte marks and zeros', () => {
    expect(pastedTable('\ufeffa\t\r\t\0b\r')).toBe('a\t\r\n\tb\r\n');
    expect(pastedTable('a\tb\n\nc\td')).toBe('a\tb\r\n\r\nc\td\r\n');
  });

  it('refuses an empty clipboard and a single word with what to do', () => {
    expect(() => pastedTable('')).toThrow('请先在 Excel 或 WPS 中');
    expect(() => pastedTable(' \r\n ')).toThrow('剪贴板里没有文字');
    expect(() => pastedTable('重庆')).toThrow('只有一个单元格');
  });

  it('reads 100,000 rows in linear time, also when every cell begins with a quote that never closes', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `"甲${at}\t${at}`).join('\n');
    const started = performance.now();
    expect(pastedTable(rows).split('\r\n')).toHaveLength(100_001);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
