import type { CellType } from './cell-value';
import { maxColumns } from './table';
import { malformed } from './xml';

// Small questions about the bytes of XML. A 0 stands behind the last byte of the window, so every loop ends there.

export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const SPACE = 0x20;

const formulaClose = Buffer.from('</f>');

export function fail(): never {
  throw malformed();
}

export function isSpace(byte: number): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function isNameEnd(byte: number): boolean {
  return byte === GT || byte === SLASH || byte <= SPACE;
}

/** Position of the `>` of a tag, outside quotes; -1 when it is not there yet. */
export function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; ; at++) {
    const byte = bytes[at] as number;
    if (byte === 0) return -1;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
  }
}

export function behind(bytes: Buffer, mark: string, from: number, end: number): number {
  const at = bytes.indexOf(mark, from, 'latin1');
  return at < 0 || at + mark.length > end ? -1 : at + mark.length;
}

/** Passes over `<f …>…</f>` or `<f …/>`; a formula's text holds no bare `<`. */
export function passFormula(bytes: Buffer, from: number): number {
  if (!isNameEnd(bytes[from + 2] as number)) return -1;
  const open = tagEnd(bytes, from);
  if (open < 0) return -1;
  if (bytes[open - 1] === SLASH) return open + 1;
  let at = open + 1;
  while (bytes[at] !== LT && bytes[at] !== 0) at++;
  return matches(bytes, at, formulaClose) ? at + formulaClose.length : -1;
}

export function matches(bytes: Buffer, at: number, mark: Buffer): boolean {
  for (let index = 0; index < mark.length; index++) if (bytes[at + index] !== mark[index]) return false;
  return true;
}

/** `AB12` is 27. */
export function columnIndex(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > maxColumns) return maxColumns;
  }
  return column === 0 ? fail() : column - 1;
}

export function digits(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return fail();
    value = value * 10 + digit;
  }
  return from === to ? fail() : value;
}

export function cellType(bytes: Buffer, from: number, to: number): CellType {
  if (to - from === 1) {
    if (bytes[from] === 0x73) return 's';
    if (bytes[from] === 0x6e) return 'n';
    if (bytes[from] === 0x62) return 'b';
    if (bytes[from] === 0x65) return 'e';
    if (bytes[from] === 0x64) return 'd';
  }
  const name = bytes.toString('latin1', from, to);
  return name === 'inlineStr' || name === 'str' ? name : fail();
}
