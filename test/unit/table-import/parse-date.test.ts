import { describe, expect, it } from 'vitest';
import { parseDate } from '#shared/domain/table-import/parse-date';

describe('parseDate', () => {
  it.each([
    '2022.5.27',
    '2022年5月27日',
    '2022 年 5 月 27 日',
    '20220527',
    '20220527153000',
    '2022/5/27',
    '2022-05-27',
    '2022-5-27 00:00:00',
    '2022-05-27T08:30:00.000Z',
    '2022/5/27 8:30:00 PM',
    '２０２２．５．２７',
    '２０２２年５月２７号',
    '二〇二二年五月二十七日',
    '二○二二年五月二十七日',
    20220527,
    44708,
    44708.75,
    { date: '2022-05-27' },
  ])('reads %j', (cell) => {
    expect(parseDate(cell)).toEqual({ kind: 'date', date: '2022-05-27' });
  });

  it('reads the tens of Chinese numerals', () => {
    expect(parseDate('二〇二六年十月十日')).toEqual({ kind: 'date', date: '2026-10-10' });
    expect(parseDate('二〇二六年十二月三十一日')).toEqual({ kind: 'date', date: '2026-12-31' });
    expect(parseDate('二〇二六年一月二十日')).toEqual({ kind: 'date', date: '2026-01-20' });
  });

  it('counts from 1904 when the workbook does', () => {
    expect(parseDate(43246, { date1904: true })).toEqual({ kind: 'date', date: '2022-05-27' });
    expect(parseDate(0, { date1904: true })).toEqual({ kind: 'date', date: '1904-01-01' });
  });

  it('keeps the days around the leap day that Excel invented', () => {
    expect(parseDate(1)).toEqual({ kind: 'date', date: '1900-01-01' });
    expect(parseDate(59)).toEqual({ kind: 'date', date: '1900-02-28' });
    expect(parseDate(60).kind).toBe('problem');
    expect(parseDate(61)).toEqual({ kind: 'date', date: '1900-03-01' });
  });

  it.each(['长期', '永久', '长期有效', '2099-12-31', '9999/12/31', 73050])('takes %s as open', (cell) => {
    expect(parseDate(cell)).toEqual({ kind: 'open' });
  });

  it.each([null, '', '  ', '\u3000'])('takes %j as empty', (cell) => {
    expect(parseDate(cell)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['2022-02-30', '2022年2月没有 30 日（该月共 28 天）'],
    ['2022-13-01', '没有 13 月'],
    ['20221301', '没有 13 月'],
    ['1022-01-01', '过早'],
    ['22.5.27', '年份只有两位'],
    ['2022年5月', '缺少日'],
    ['2022', '只有年份'],
    [2022, '只有年份'],
    ['5/27/2022', '分不清'],
    ['去年', '不是能识别的日期'],
    [-3, '不是日期'],
    [1e12, '不是日期'],
    [Number.NaN, '不是日期'],
    [true, '应填日期'],
  ])('refuses %j and says why', (cell, why) => {
    expect(parseDate(cell)).toMatchObject({ kind: 'problem', message: expect.stringContaining(why) });
  });

  it('proposes the day for a serial number that became text', () => {
    expect(parseDate('44708')).toMatchObject({ kind: 'problem', fix: '2022-05-27' });
  });
});
