import { expect, test } from 'vitest';
import { splitText, textWidth, wrapText } from '../../../electron/excel/paper/measure';
import { headerFooter } from '../../../electron/excel/paper/page';
import { pagesNeeded } from '../../../electron/excel/paper/page-count';
import { fileNameOf } from '../../../electron/excel/reports/params';

test('no line is wider than its cell, and nothing of the text is lost', () => {
  const text =
    '依据《信用修复管理办法》（国家发展改革委令第36号），代码 91330100799655058B、sha256-0123456789abcdef0123456789abcdef，核查。';
  for (const width of [40, 80, 200, 440]) {
    const lines = wrapText(text, width, 12);
    expect(lines.join('')).toBe(text);
    for (const line of lines) expect(textWidth(line) * 12).toBeLessThanOrEqual(Math.max(width, 12));
  }
});

test('a closing mark does not begin a line: the row would be one line too low', () => {
  expect(wrapText('一二三四，五', 55, 12)[1]).not.toMatch(/^，/);
});

test('a long text is divided behind a full stop and comes together again', () => {
  const text = '检查人员核对了委托合同。'.repeat(200);
  const pieces = splitText(text, 300, 12, 6);
  expect(pieces.join('')).toBe(text);
  expect(pieces.length).toBeGreaterThan(5);
  for (const piece of pieces) {
    expect(wrapText(piece, 300, 12).length).toBeLessThanOrEqual(6);
    expect(piece.endsWith('。')).toBe(true);
  }
});

test('rows are not divided when pages are counted, and repeated rows take their place', () => {
  expect(pagesNeeded([60, 60], 100, 10)).toEqual({ pages: 2, lastPage: 70 });
  expect(pagesNeeded([50, 50], 100, 10)).toEqual({ pages: 1, lastPage: 100 });
});

test('an ampersand in the office name does not become a code of the footer', () => {
  const frame = { office: 'A&B局', no: '', asOf: '数据截至', chain: '', practice: false };
  expect(headerFooter(frame).oddFooter).toContain('A&&B局');
});

test('a file name holds nothing that Windows refuses', () => {
  expect(fileNameOf('报告', 'a/b:c*?"<>|\n', '', '名'.repeat(60))).toBe(
    `报告_a b c_${'名'.repeat(40)}…．xlsx`.replace('．', '.'),
  );
});
