import { AppError } from '../../kernel/errors';

const MAX_CHARACTERS = 64_000_000;

/**
 * The text a spreadsheet puts on the clipboard, as a strict table of tabs: quotes stand only around cells that need
 * them. Excel and WPS quote a cell only when it holds a tab or a line break, and leave other quotes as they are, so a
 * cell that merely begins with a quote must not swallow its neighbours.
 *
 * @throws AppError `bad_input` when there is no table on the clipboard, or one that is too big
 * @example pastedTable('名称\t代码\r\n"甲"公司\t01') // '名称\t代码\r\n"""甲""公司"\t01\r\n'
 */
export function pastedTable(text: string): string {
  const clean = text.replaceAll('\0', '').replace(/^\ufeff/, '');
  if (clean.trim() === '')
    throw new AppError('bad_input', '剪贴板里没有文字。请先在 Excel 或 WPS 中连同表头选中表格并复制。');
  if (clean.length > MAX_CHARACTERS)
    throw new AppError('bad_input', '复制的内容太大，请在 Excel 中另存为 .xlsx 后用“选择文件”导入。');
  if (!/[\t\n\r]/.test(clean.trim()))
    throw new AppError('bad_input', '剪贴板里不是表格，只有一个单元格。请连同表头选中要导入的几行再复制。');
  const rows = readRows(clean);
  return rows.map((cells) => `${cells.map(strictCell).join('\t')}\r\n`).join('');
}

const strictCell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function readRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = readCell(text, at);
    row.push(cell);
    at = next;
    const end = text.charAt(at);
    if (end === '\t') {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (end === '') break;
    at += end === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
    if (at === text.length) break;
  }
  return rows;
}

const cellEnd = /[\t\r\n]|$/g;

function readCell(text: string, from: number): { readonly cell: string; readonly next: number } {
  const quoted = text.charAt(from) === '"' ? readQuoted(text, from) : null;
  if (quoted) return quoted;
  cellEnd.lastIndex = from;
  const next = cellEnd.exec(text)?.index ?? text.length;
  return { cell: text.slice(from, next), next };
}

/** A cell in quotes, null when the quotes belong to the text: they must close right before the end of the cell. */
function readQuoted(text: string, from: number): { readonly cell: string; readonly next: number } | null {
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text.charAt(quote + 1) === '"') {
      at = quote + 2;
      continue;
    }
    const next = quote + 1;
    if (next < text.length && !/[\t\r\n]/.test(text.charAt(next))) return null;
    return { cell: text.slice(from + 1, quote).replaceAll('""', '"'), next };
  }
}
