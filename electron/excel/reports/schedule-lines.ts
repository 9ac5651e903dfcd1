import { linesHeight, wrapText } from '../paper/measure';
import { Paper } from '../paper/paper';
import { styleOf } from '../paper/styles';
import type { ExcelBook } from '../paper/workbook';
import type { Issue } from './definition';

const SIZE = 9;
/** One column that is wider than the page would be cut instead of printed smaller, so it stays within it. */
const COLUMN = 104;
/** What a line may fill of it in points where digits are narrowest. */
const WIDTH = COLUMN * 5.4;

/**
 * A sheet that holds a text line by line in column A, to be copied out whole: nothing is divided, indented or left out,
 * because the lines are hashed.
 */
export function writeLines(
  workbook: ExcelBook,
  issue: Issue,
  name: string,
  title: string,
  remark: string,
  text: string,
): void {
  const paper = new Paper(workbook, name, 'landscape', [1], issue.frame);
  paper.line(title, 'ledgerTitle', 30);
  paper.line([issue.frame.office, issue.no, issue.frame.asOf].filter((text) => text !== '').join('　'));
  paper.line(remark);
  paper.repeatAbove();
  paper.freezeAbove();
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  sheet.getColumn(1).width = COLUMN;
  const lines = text.replace(/\n$/, '').split('\n');
  const style = styleOf('plainCode');
  lines.forEach((line, index) => {
    const row = sheet.getRow(paper.next + index);
    row.height = Math.min(408, linesHeight(Math.max(1, wrapText(line, WIDTH, SIZE).length), SIZE));
    const cell = row.getCell(1);
    cell.style = style;
    if (line !== '') cell.value = line;
    issue.progress('写入核验数据', index, lines.length);
  });
}
