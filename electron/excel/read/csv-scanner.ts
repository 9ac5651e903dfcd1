import { ByteWindow } from './byte-window';
import { badFile, type Cell, maxCellChars, maxColumns, type Row } from './table';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Undoes what our own writer does to keep cells from being taken for formulas: one leading apostrophe. */
const neutralised = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Finds records and fields in UTF-8 bytes by RFC 4180, as Excel takes it: quotes count only at the beginning of a
 * field, line ends inside them belong to the text, whatever follows the closing quote is kept.
 */
export class CsvScanner {
  private readonly window = new ByteWindow();
  private rows: Row[] = [];
  private number = 0;

  constructor(private readonly delimiter: number) {}

  append(piece: Uint8Array): void {
    this.window.append(piece);
  }

  take(): Row[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  /** Reads all whole records; `last` when nothing more will be appended. */
  scan(last: boolean): void {
    const { window } = this;
    while (window.start < window.end) {
      const next = this.readRecord(window.start, last);
      if (next < 0) return;
      window.start = next;
    }
  }

  private readRecord(from: number, last: boolean): number {
    const { bytes, end } = this.window;
    const cells: Cell[] = [];
    let at = from;
    for (let column = 0; ; column++) {
      if (column >= maxColumns)
        throw badFile(`第 ${this.number + 1} 行超过 ${maxColumns} 列，不像正常的表格，已停止读取。`);
      const fieldAt = at;
      if (bytes[at] === QUOTE) {
        at = closingQuote(bytes, at, end);
        if (at < 0 && last)
          throw badFile(`第 ${this.number + 1} 行有没有闭合的双引号，请在原文件中补上或删去后重新导入。`);
        if (at < 0) return -1;
      }
      const restAt = at;
      while (bytes[at] !== this.delimiter && bytes[at] !== LF && bytes[at] !== CR && at < end) at++;
      if (at >= end && !last) return -1;
      const quoted = restAt > fieldAt ? bytes.toString('utf8', fieldAt + 1, restAt - 1).replaceAll('""', '"') : '';
      const cell = toCell(quoted + (at > restAt ? bytes.toString('utf8', restAt, at) : ''));
      if (cell !== null) {
        while (cells.length < column) cells.push(null);
        cells.push(cell);
      }
      if (at < end && bytes[at] === this.delimiter) {
        at++;
        continue;
      }
      // Between CR and LF may be the border of two pieces.
      if (bytes[at] === CR && at + 1 >= end && !last) return -1;
      if (bytes[at] === CR && bytes[at + 1] === LF) at++;
      this.number++;
      if (cells.length > 0) this.rows.push({ number: this.number, cells });
      return Math.min(at + 1, end);
    }
  }
}

/** The position behind the quote that closes the field at `from`, or -1 when it is not there yet. */
function closingQuote(bytes: Buffer, from: number, end: number): number {
  let at = from + 1;
  for (;;) {
    while (bytes[at] !== QUOTE && at < end) at++;
    if (at >= end) return -1;
    if (bytes[at + 1] !== QUOTE) return at + 1;
    at += 2;
  }
}

function toCell(text: string): Cell {
  if (text === '') return null;
  if (text.length > maxCellChars)
    return { error: `文字过长（${text.length} 字，Excel 单元格最多 ${maxCellChars} 字）` };
  return text.startsWith("'") && neutralised.test(text) ? text.slice(1) : text;
}

/** The delimiter by the first line that holds one, outside quotes; the comma when none does. */
export function findDelimiter(sample: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === ',' || char === ';' || char === '\t') counts[char]++;
    else if (char === '\n' || char === '\r') {
      if (counts[','] + counts[';'] + counts['\t'] > 0) break;
    }
  }
  if (counts['\t'] > counts[','] && counts['\t'] >= counts[';']) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}
