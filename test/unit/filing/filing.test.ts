import { describe, expect, it } from 'vitest';
import { laterHandling } from '#shared/domain/filing/codes';
import { applicantKeys, formatRate, withdrawalRate } from '#shared/domain/filing/filing';
import {
  applicantCell,
  applicantCodeCell,
  classesCell,
  handlingCell,
  trademarkNumberCell,
} from '#shared/domain/filing/filing-cells';
import { filingColumns } from '#shared/domain/filing/filing-columns';
import { patentCheckDigit, patentNumberCell } from '#shared/domain/filing/patent-number';
import { CellNote, CellRefusal } from '#shared/domain/table-import/column-spec';
import { findHeader } from '#shared/domain/table-import/find-header';

const said = (result: unknown): unknown =>
  result instanceof CellRefusal
    ? `× ${result.message}`
    : result instanceof CellNote
      ? `${String(result.value)} ※`
      : result;

describe('patent application numbers', () => {
  it.each([
    ['201910796888.7', '201910796888.7'],
    ['200310100002.X', '200310100002.X'],
    ['CN201910796888.7', '201910796888.7'],
    ['zl 2003 1 0100002.x', '200310100002.X'],
    ['２０１９１０７９６８８８．７', '201910796888.7'],
    ['2019107968887', '201910796888.7'],
  ])('takes %s', (text, expected) => {
    expect(said(patentNumberCell(text, text))).toBe(expected);
  });

  it.each([
    ['201910796888.8', '校验位应为 7'],
    ['201910796889.7', '校验位应为'],
    ['201910796888', '缺少校验位'],
    ['201940796888.7', '第 5 位'],
    ['198010796888.7', '申请年份'],
    ['12345678', '12 位数字'],
    ['2.01911E+11', 'Excel'],
  ])('refuses %s and says why', (text, why) => {
    expect(said(patentNumberCell(text, text))).toContain(why);
  });

  it('puts the check digit of a number without one forward as the fix, not in silently', () => {
    expect(patentNumberCell('201910796888', '201910796888')).toMatchObject({ fix: '201910796888.7' });
  });

  it('reads a number cell: a decimal, thirteen digits, and the zero that Excel drops', () => {
    expect(said(patentNumberCell('', 201910796888.7))).toBe('201910796888.7');
    expect(said(patentNumberCell('', 2019107968887))).toBe('201910796888.7');
    let serial = 201910796800;
    while (patentCheckDigit(String(serial)) !== '0') serial++;
    expect(said(patentNumberCell('', serial))).toBe(`${serial}.0 ※`);
    expect(said(patentNumberCell('', 201910796888))).toContain('缺少校验位');
    expect(said(patentNumberCell('', 2.019107968e20))).toContain('Excel');
  });

  it('catches every single wrong digit of the body', () => {
    const body = '201910796888';
    for (let at = 5; at < 12; at++)
      for (let digit = 0; digit < 10; digit++) {
        const changed = body.slice(0, at) + digit + body.slice(at + 1);
        const text = `${changed}.7`;
        if (changed !== body) expect(said(patentNumberCell(text, text))).toContain('×');
      }
  });
});

describe('cells of filing lists', () => {
  it('reads classes in the ways lists write them', () => {
    expect(classesCell('第35类、9类；35')).toEqual([9, 35]);
    expect(said(classesCell('46'))).toContain('1 至 45');
    expect(said(classesCell('服装'))).toContain('1 至 45');
  });

  it('takes numbers of trademarks, and refuses those of patents', () => {
    expect(trademarkNumberCell('第 12345678 号', '第 12345678 号')).toBe('12345678');
    expect(trademarkNumberCell('G1234567', 'G1234567')).toBe('G1234567');
    expect(said(trademarkNumberCell('201910796888.7', '201910796888.7'))).toContain('×');
  });

  it('checks credit codes, keeps identity numbers and foreign codes', () => {
    expect(applicantCodeCell('91330100799655058B', '')).toBe('91330100799655058B');
    expect(said(applicantCodeCell('91330100799655058C', ''))).toContain('×');
    expect(applicantCodeCell('11010519491231002X', '')).toBe('11010519491231002X');
    expect(applicantCodeCell('US-1234', '')).toBe('US-1234');
  });

  it('counts a joint filing for its first applicant and says so', () => {
    expect(said(applicantCell('甲公司；乙大学'))).toBe('甲公司 ※');
    expect(applicantCell('甲公司')).toBe('甲公司');
  });

  it('knows the words for handling', () => {
    expect(handlingCell('已主动撤回', '')).toBe('withdrawn');
    expect(said(handlingCell('研究中', ''))).toContain('不在可选范围内');
  });

  it('never takes handling back a step', () => {
    expect(laterHandling('withdrawn', 'notified')).toBe('withdrawn');
    expect(laterHandling('notified', 'explained')).toBe('explained');
    expect(laterHandling(null, 'notified')).toBe('notified');
  });
});

describe('headers', () => {
  const keysOf = (kind: keyof typeof filingColumns, headers: readonly string[]) =>
    findHeader([headers], filingColumns[kind]({}))?.rowIndex;
  it('are found under the names in use', () => {
    expect(
      keysOf('abnormal_patent', ['序号', '申请（专利）号', '专利名称', '第一申请人', '通报时间', '是否撤回']),
    ).toBe(0);
    expect(keysOf('trademark', ['申请/注册号', '商标', '国际分类号', '申请人/注册人', '申请日期', '受让方'])).toBe(0);
    expect(keysOf('third_party', ['企业名称', '统一社会信用代码', '疑似问题', '线索来源'])).toBe(0);
  });
});

describe('the withdrawal rate', () => {
  it.each([
    [0, 0, null, '—'],
    [815_000, 733_501, 900, '90.0%'],
    [3, 1, 333, '33.3%'],
    [3, 2, 667, '66.7%'],
    [7, 7, 1000, '100.0%'],
    [7, 0, 0, '0.0%'],
  ])('of %i notified and %i withdrawn is exact', (notified, withdrawn, perMille, text) => {
    expect(withdrawalRate({ notified, withdrawn })).toBe(perMille);
    expect(formatRate(perMille)).toBe(text);
  });
});

it('a name that two codes share is no key for either', () => {
  const a = { applicantName: '甲 有限责任公司', applicantCode: '914403001922038216' };
  const b = { applicantName: '甲有限公司', applicantCode: null };
  const c = { applicantName: '甲有限公司', applicantCode: '91330100799655058B' };
  expect(applicantKeys([a, b])(b)).toBe('914403001922038216');
  expect(applicantKeys([a, b, c])(b)).toBe('甲有限公司');
});
