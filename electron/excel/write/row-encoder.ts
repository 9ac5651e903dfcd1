import { isIsoDate, toDayNumber } from '#shared/kernel/dates';
import { maxCellChars } from '../read/table';
import type { ByteSink } from './byte-sink';
import { styleOf } from './list-parts';
import { cutToCell, escapeXml, looksLikeFormula } from './safe-text';

export type ListColumn = {
  readonly header: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  readonly kind: 'text' | 'int' | 'decimal' | 'date';
  readonly wrap?: boolean;
};

export type ListValue = string | number | null;

const dayZero = toDayNumber('1899-12-30');
/** Before this day Excel's own calendar is wrong (29 February 1900), so earlier dates stay text. */
const firstSafeDate = '1900-03-01';
/** Longer integers would be rounded by Excel. */
const maxExactNumber = 999_999_999_999_999;
const maxKnownDates = 50_000;
const lineHeight = 15;
/** Excel's own limit, in points. */
const maxHeight = 409;

/** ASCII characters that stand for themselves anywhere in a text, and those that may also stand at its beginning. */
const plainInside = new Uint8Array(128);
const plainFirst = new Uint8Array(128);
for (let code = 0x20; code < 0x7f; code++) {
  const char = String.fromCharCode(code);
  if (!'&<>_'.includes(char)) plainInside[code] = 1;
  if (!"&<>_ =+-@'".includes(char)) plainFirst[code] = 1;
}
plainInside[0x0a] = 1;

const textEnd = Buffer.from('</t></is></c>');
const valueEnd = Buffer.from('</v></c>');
const rowEnd = Buffer.from('</row>');

/** Bytes with a gap for the row number. */
type Segment = { readonly bytes: Buffer; readonly gap: number };

type ColumnSegments = { readonly text: Segment; readonly value: Segment; readonly empty: Segment };

/**
 * Encodes rows straight to bytes: the markup of each column is kept ready and copied, plain characters are encoded on
 * the way, everything unusual takes the way over `textCell`.
 */
export class RowEncoder {
  /** How many texts had to be cut. */
  truncated = 0;
  private readonly digits = new Uint8Array(7);
  private digitCount = 0;
  private rowStart: Segment = segment('', 0, '');
  private segments: readonly ColumnSegments[] = [];
  private readonly serials = new Map<string, number>();

  private readonly wraps: boolean;

  constructor(private readonly columns: readonly ListColumn[]) {
    this.wraps = columns.some((column) => column.wrap);
  }

  row(sink: ByteSink, number: number, values: readonly ListValue[]): void {
    const { columns } = this;
    if (values.length !== columns.length) {
      throw new Error(`row ${number} has ${values.length} values for ${columns.length} columns`);
    }
    this.setNumber(number);
    const lines = this.wraps ? this.lineCount(values) : 1;
    sink.reserve(64);
    if (lines > 1) sink.put(`<row r="${number}" ht="${Math.min(lines * lineHeight, maxHeight)}" customHeight="1">`);
    else this.putSegment(sink, this.rowStart);
    for (let index = 0; index < columns.length; index++) this.cell(sink, number, index, values[index] as ListValue);
    sink.reserve(64);
    putBytes(sink, rowEnd);
  }

  /** One text cell as XML. The text is inline, so never a formula for Excel; where it looks like one, `quotePrefix`. */
  textCell(reference: string, style: number, text: string): string {
    let shown = text;
    if (text.length > maxCellChars) {
      shown = cutToCell(text);
      this.truncated++;
    }
    const space = /^[ \t\n\r]|[ \t\n\r]$/.test(shown) ? ' xml:space="preserve"' : '';
    return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapeXml(shown)}</t></is></c>`;
  }

  /** Lines of the tallest wrapped cell. Not every program fits the height of rows when it opens a file. */
  private lineCount(values: readonly ListValue[]): number {
    let most = 1;
    for (let index = 0; index < values.length; index++) {
      const { wrap, width } = this.columns[index] as ListColumn;
      const value = values[index];
      if (!wrap || typeof value !== 'string') continue;
      let lines = 0;
      for (const line of value.split('\n')) lines += Math.max(1, Math.ceil(displayWidth(line) / (width - 1)));
      most = Math.max(most, lines);
    }
    return most;
  }

  private setNumber(number: number): void {
    const text = String(number);
    for (let at = 0; at < text.length; at++) this.digits[at] = text.charCodeAt(at);
    if (text.length === this.digitCount) return;
    this.digitCount = text.length;
    this.rowStart = segment('<row r="', text.length, '">');
    this.segments = this.columns.map((column, index) => {
      const open = `<c r="${columnName(index)}`;
      const style = column.kind === 'text' ? textStyle(column) : styleOf[column.kind];
      return {
        text: segment(open, text.length, `" s="${textStyle(column)}" t="inlineStr"><is><t>`),
        value: segment(open, text.length, `" s="${style}"><v>`),
        empty: segment(open, text.length, `" s="${style}"/>`),
      };
    });
  }

  private cell(sink: ByteSink, row: number, index: number, value: ListValue): void {
    const column = this.columns[index] as ListColumn;
    const segments = this.segments[index] as ColumnSegments;
    if (value === null || value === '') {
      sink.reserve(128);
      this.putSegment(sink, segments.empty);
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new Error(`cell ${columnName(index)}${row} is not a finite number`);
      if (column.kind === 'text' || Math.abs(value) > maxExactNumber) this.text(sink, row, index, String(value));
      else this.value(sink, segments.value, value);
    } else {
      const serial = column.kind === 'date' ? this.serialOf(value) : undefined;
      if (serial === undefined) this.text(sink, row, index, value);
      else this.value(sink, segments.value, serial);
    }
  }

  private value(sink: ByteSink, start: Segment, value: number): void {
    sink.reserve(256);
    this.putSegment(sink, start);
    const text = String(value);
    const { bytes } = sink;
    for (let at = 0; at < text.length; at++) bytes[sink.used + at] = text.charCodeAt(at);
    sink.used += text.length;
    putBytes(sink, valueEnd);
  }

  private text(sink: ByteSink, row: number, index: number, text: string): void {
    const { used } = sink;
    sink.reserve(text.length * 3 + 256);
    this.putSegment(sink, (this.segments[index] as ColumnSegments).text);
    const end = text.length > maxCellChars ? -1 : putPlain(sink.bytes, sink.used, text);
    if (end >= 0) {
      sink.used = end;
      putBytes(sink, textEnd);
      return;
    }
    sink.used = used;
    const style = textStyle(this.columns[index] as ListColumn) + (looksLikeFormula(text) ? styleOf.quoted : 0);
    sink.put(this.textCell(columnName(index) + row, style, text));
  }

  private putSegment(sink: ByteSink, { bytes, gap }: Segment): void {
    sink.bytes.set(bytes, sink.used);
    const at = sink.used + gap;
    for (let digit = 0; digit < this.digitCount; digit++) sink.bytes[at + digit] = this.digits[digit] as number;
    sink.used += bytes.length;
  }

  private serialOf(date: string): number | undefined {
    const known = this.serials.get(date);
    if (known !== undefined) return known;
    if (date < firstSafeDate || !isIsoDate(date)) return undefined;
    const serial = toDayNumber(date) - dayZero;
    if (this.serials.size < maxKnownDates) this.serials.set(date, serial);
    return serial;
  }
}

/** In halves of a Chinese character. */
function displayWidth(text: string): number {
  let width = text.length;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= 0x1100) width++;
  return width;
}

function textStyle(column: ListColumn): number {
  return column.wrap ? styleOf.wrapped : styleOf.text;
}

function segment(before: string, gap: number, behind: string): Segment {
  return { bytes: Buffer.from(before + '0'.repeat(gap) + behind), gap: before.length };
}

function putBytes(sink: ByteSink, bytes: Buffer): void {
  const { used } = sink;
  for (let at = 0; at < bytes.length; at++) sink.bytes[used + at] = bytes[at] as number;
  sink.used = used + bytes.length;
}

/** Encodes a text in which nothing needs care; answers the position behind it, or -1 at anything else. */
function putPlain(bytes: Buffer, from: number, text: string): number {
  const first = text.charCodeAt(0);
  if (first < 0x80 ? plainFirst[first] === 0 : first >= 0xff00) return -1;
  if (text.charCodeAt(text.length - 1) <= 0x20) return -1;
  let at = from;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if (plainInside[code] === 0) return -1;
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0xd800 || (code > 0xdfff && code < 0xfffe)) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else return -1;
  }
  return at;
}

/** @example columnName(27) // 'AB' */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
