import { isUtf8 } from 'node:buffer';
import { ByteWindow } from './byte-window';
import type { CellType, CellValues } from './cell-value';
import { badFile, type Cell, maxColumns, type Row } from './table';
import { decodeExcelEscapes, decodeXmlText, malformed } from './xml';
import {
  behind,
  cellType,
  columnIndex,
  digits,
  fail,
  GT,
  isNameEnd,
  isSpace,
  LT,
  matches,
  passFormula,
  SLASH,
  SPACE,
  tagEnd,
} from './xml-bytes';

const EQUALS = 0x3d;
const COLON = 0x3a;
const LOWER_C = 0x63;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;

const valueClose = Buffer.from('</v></c>');
const inlineOpen = Buffer.from('<is><t');
const inlineClose = Buffer.from('</t></is></c>');

/** A batch ends at this many cell places, so that sparse rows out to column XFD cannot fill the memory. */
const batchPlaces = 100_000;
const maxRowBytes = 64 * 1024 * 1024;

/** Bytes that make a text need decoding beyond UTF-8: `&`, `_` (of `_x000D_`) and CR. */
const needsDecoding = new Uint8Array(256);
for (const char of '&_\r') needsDecoding[char.charCodeAt(0)] = 1;

/**
 * Finds rows and cells in the bytes of a sheet. It looks at bytes, not at text: whole values are decoded one by one,
 * and only when all their bytes are there. The methods answer the position behind what they read, or -1 when the
 * element is not complete yet; then it is read again from its `<` after more has been appended.
 */
export class SheetScanner {
  /** `</sheetData>` has been seen. */
  done = false;
  private readonly window = new ByteWindow();
  private rows: Row[] = [];
  private places = 0;
  private inData = false;
  private inRow = false;
  private rowNumber = 0;
  private rowBytes = 0;
  private cells: Cell[] = [];
  private column = -1;

  constructor(private readonly values: CellValues) {}

  append(piece: Uint8Array): void {
    this.window.append(piece);
  }

  take(): Row[] {
    const rows = this.rows;
    this.rows = [];
    this.places = 0;
    return rows;
  }

  /** Reads on; true when a batch is full and there may be more to read from what was appended. */
  scan(): boolean {
    const { bytes, start, end } = this.window;
    let done = start;
    let at = start;
    while (!this.done && this.places < batchPlaces) {
      while (at < end && bytes[at] !== LT) at++;
      if (at >= end) break;
      at = this.readTag(bytes, at, end);
      if (at < 0) break;
      done = at;
    }
    // Elements are whole, so characters are whole: anything invalid is damage in the file itself.
    if (!isUtf8(bytes.subarray(start, done))) throw malformed();
    this.rowBytes += done - start;
    if (this.rowBytes > maxRowBytes)
      throw badFile(`第 ${this.rowNumber} 行的内容超过 64 MB，不像正常的表格，已停止读取。`);
    this.window.start = this.done ? end : done;
    return !this.done && this.places >= batchPlaces;
  }

  private readTag(bytes: Buffer, at: number, end: number): number {
    const first = bytes[at + 1] as number;
    if (this.inRow && first === LOWER_C && isNameEnd(bytes[at + 2] as number))
      return this.readCell(bytes, at, end, at + 2);
    if (first === 0x3f) return behind(bytes, '?>', at, end);
    if (first === 0x21) return this.passDeclaration(bytes, at, end);
    const close = tagEnd(bytes, at + 1);
    if (close < 0) return -1;
    const closing = first === SLASH;
    let nameAt = closing ? at + 2 : at + 1;
    let nameEnd = nameAt;
    while (!isNameEnd(bytes[nameEnd] as number)) {
      if (bytes[nameEnd] === COLON) nameAt = nameEnd + 1;
      nameEnd++;
    }
    const name = bytes.toString('latin1', nameAt, nameEnd);
    const empty = bytes[close - 1] === SLASH;
    if (name === 'row' && this.inData) {
      if (!closing) this.beginRow(bytes.toString('latin1', nameEnd, close));
      if (closing || empty) this.finishRow();
    } else if (name === 'c' && this.inRow && !closing) return this.readCell(bytes, at, end, nameEnd);
    else if (name === 'sheetData') {
      this.inData = !closing;
      this.done = closing || empty;
    }
    return close + 1;
  }

  private passDeclaration(bytes: Buffer, at: number, end: number): number {
    if (end - at < 9) return -1;
    if (bytes[at + 2] === 0x2d) return behind(bytes, '-->', at + 4, end);
    throw badFile('文件内含有不允许的 DTD 声明，为安全起见没有读取。');
  }

  private beginRow(attributes: string): void {
    if (this.inRow) throw malformed();
    const number = /\sr\s*=\s*["'](\d{1,9})["']/.exec(attributes)?.[1];
    this.rowNumber = number === undefined ? this.rowNumber + 1 : Number(number);
    this.inRow = true;
    this.rowBytes = 0;
    this.cells = [];
    this.column = -1;
  }

  private finishRow(): void {
    this.inRow = false;
    if (this.cells.length === 0) return;
    this.rows.push({ number: this.rowNumber, cells: this.cells });
    this.places += this.cells.length + 1;
  }

  private put(cell: Cell): void {
    const { cells, column } = this;
    if (column >= maxColumns) throw badFile(`第 ${this.rowNumber} 行超过 Excel 的 ${maxColumns} 列上限，文件已损坏。`);
    if (cell === null) return;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  private readCell(bytes: Buffer, cellAt: number, end: number, nameEnd: number): number {
    let at = nameEnd;
    let column = this.column + 1;
    let style = 0;
    let type: CellType = 'n';
    for (;;) {
      while (isSpace(bytes[at] as number)) at++;
      const first = bytes[at] as number;
      if (first === GT) break;
      if (first === 0) return -1;
      if (first === SLASH) {
        if (bytes[at + 1] !== GT) return bytes[at + 1] === 0 ? -1 : fail();
        this.column = column;
        this.put(null);
        return at + 2;
      }
      const nameAt = at;
      while ((bytes[at] as number) > SPACE && bytes[at] !== EQUALS && bytes[at] !== GT) at++;
      const name = at - nameAt === 1 ? first : 0;
      while (isSpace(bytes[at] as number)) at++;
      if (bytes[at] !== EQUALS) return bytes[at] === 0 ? -1 : fail();
      at++;
      while (isSpace(bytes[at] as number)) at++;
      const quote = bytes[at] as number;
      if (quote !== 0x22 && quote !== 0x27) return quote === 0 ? -1 : fail();
      const valueAt = ++at;
      while (bytes[at] !== quote && bytes[at] !== 0) at++;
      if (bytes[at] === 0) return -1;
      if (name === LOWER_R) column = columnIndex(bytes, valueAt, at);
      else if (name === LOWER_S) style = digits(bytes, valueAt, at);
      else if (name === LOWER_T) type = cellType(bytes, valueAt, at);
      at++;
    }
    const next = this.readContent(bytes, at + 1, column, type, style);
    if (next >= 0) return next;
    return this.readUnusual(bytes, at + 1, end, column, type, style, bytes.toString('latin1', cellAt + 1, nameEnd));
  }

  /** The spellings that all usual programs write; anything else answers -1. */
  private readContent(bytes: Buffer, from: number, column: number, type: CellType, style: number): number {
    let at = from;
    if (bytes[at] !== LT) return -1;
    if (bytes[at + 1] === 0x66) {
      at = passFormula(bytes, at);
      if (at < 0) return -1;
    }
    const inline = type === 'inlineStr';
    if (inline) {
      if (!matches(bytes, at, inlineOpen)) return -1;
      at += inlineOpen.length;
      while (bytes[at] !== GT && bytes[at] !== 0) at++;
      if (bytes[at] === 0 || bytes[at - 1] === SLASH) return -1;
      at++;
    } else {
      if (bytes[at] !== LT || bytes[at + 1] !== 0x76 || bytes[at + 2] !== GT) return -1;
      at += 3;
    }
    const textAt = at;
    let special = 0;
    for (let byte = bytes[at] as number; byte !== LT && byte !== 0; byte = bytes[++at] as number) {
      special |= needsDecoding[byte] as number;
    }
    const close = inline ? inlineClose : valueClose;
    if (at === textAt || !matches(bytes, at, close)) return -1;
    this.column = column;
    if (type === 'n') this.put(this.plainNumber(bytes, textAt, at, style));
    else if (type === 's') this.put(this.values.shared(digits(bytes, textAt, at)));
    else {
      let text = bytes.toString('utf8', textAt, at);
      if (special !== 0) text = decodeXmlText(text);
      if (inline || type === 'str') this.put(this.values.text(special === 0 ? text : decodeExcelEscapes(text)));
      else this.put(this.values.fromText(type, text, style));
    }
    return at + close.length;
  }

  private readUnusual(
    bytes: Buffer,
    from: number,
    end: number,
    column: number,
    type: CellType,
    style: number,
    name: string,
  ): number {
    const mark = `</${name}>`;
    const close = bytes.indexOf(mark, from, 'latin1');
    if (close < 0 || close + mark.length > end) return -1;
    this.column = column;
    this.put(this.values.fromXml(type, bytes.toString('utf8', from, close), style));
    return close + mark.length;
  }

  /** Integers and short decimals straight from the digits: both parts are exact, so the quotient is the nearest. */
  private plainNumber(bytes: Buffer, from: number, to: number, style: number): Cell {
    let value = 0;
    let scale = 0;
    let at = from;
    const negative = bytes[at] === 0x2d;
    if (negative) at++;
    if (to - at > 0 && to - at <= 15) {
      for (; at < to; at++) {
        const byte = bytes[at] as number;
        if (byte >= 0x30 && byte <= 0x39) {
          value = value * 10 + (byte - 0x30);
          if (scale > 0) scale *= 10;
        } else if (byte === 0x2e && scale === 0) scale = 1;
        else break;
      }
      if (at === to && bytes[to - 1] !== 0x2e) {
        const size = scale > 1 ? value / scale : value;
        return this.values.number(negative ? -size : size, style);
      }
    }
    return this.values.fromText('n', bytes.toString('latin1', from, to), style);
  }
}
