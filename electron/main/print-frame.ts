import type { PrintFrame } from '#shared/ipc/print';

const SMALL = 'font: 9pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei UI", SimSun, sans-serif; white-space: pre;';
const RED = '#b3372b';
const GREY = '#5b6472';

/**
 * The style of a printed page: A4, and around it what the page says of itself. Margin boxes serve the system's print
 * dialog and the PDF alike, and unlike the templates of `printToPDF` they cannot run script.
 *
 * @example printCss({ title: '信用评价说明', marks: [], left: ['云州市市场监督管理局'], right: ['数据截至 2026年11月25日'] })
 */
export function printCss({ title, marks, left, right }: PrintFrame): string {
  return `@page {
  size: A4;
  margin: 20mm 15mm 21mm;
  @top-left { content: ${cssText([title])}; ${SMALL} color: ${GREY}; }
  @top-right { content: ${cssText([marks.join('　')])}; ${SMALL} font-size: 11pt; font-weight: bold; color: ${RED}; }
  @bottom-left { content: ${cssText(left)}; ${SMALL} color: ${GREY}; text-align: left; }
  @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; ${SMALL} color: ${GREY}; }
  @bottom-right { content: ${cssText(right)}; ${SMALL} color: ${GREY}; text-align: right; }
}`;
}

/** A CSS string that holds exactly these lines, whatever characters they are made of. */
function cssText(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(/[^\p{L}\p{N} ]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `),
  );
  return `"${escaped.join('\\a ')}"`;
}
