import { expect, test } from 'vitest';
import { toHtmlTable, toTsv } from '../../../renderer/components/clipboard';

test('a formula in a name does not run when the rows are pasted into a spreadsheet', () => {
  expect(toTsv([['=HYPERLINK("x")', '@SUM(A1)', '+86 571', '-12.5', '12%']])).toBe(
    `"'=HYPERLINK(""x"")"\t'@SUM(A1)\t'+86 571\t-12.5\t12%`,
  );
});

test('a cell with a line break or a tab does not shift the columns', () => {
  expect(toTsv([['甲\n乙', 'a\tb', '丙']])).toBe('"甲\n乙"\t"a\tb"\t丙');
});

test('an 18-digit code keeps all its digits in Excel, a score stays a number', () => {
  const html = toHtmlTable([['911101080000000000', '87.5', '1,448', '00123']]);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">911101080000000000</td>`);
  expect(html).toContain('<td>87.5</td><td>1,448</td>');
  expect(html).toContain(`<td style="mso-number-format:'\\@'">00123</td>`);
});

test('a name with markup stays text', () => {
  expect(toHtmlTable([['<img src=x>&']])).toContain('&lt;img src=x&gt;&amp;');
});
