import type { IsoDate } from '#shared/kernel/dates';

/**
 * One cell as a reader hands it over. A formula comes as its stored result, a date cell as a day already
 * resolved from the workbook's 1900 or 1904 system, an Excel error as its text (`#REF!`), an empty cell as null.
 */
export type ImportCell = string | number | boolean | null | { readonly date: IsoDate } | { readonly error: string };

/** Cells of one row from column A on; a short row simply ends early. */
export type ImportRow = readonly (ImportCell | undefined)[];

/** Excel itself stops at 32,767; what is longer than this belongs into an attachment. */
export const MAX_CELL_CHARACTERS = 20_000;

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

/**
 * The text of a cell, trimmed, without invisible characters and without the marks that keep a number as text
 * (`'0571…`, `="0571…"`). Numbers are written out in full, never in scientific notation below 10^21.
 *
 * @example cellText("'91330100799655058B ") // '91330100799655058B'
 */
export function cellText(cell: ImportCell | undefined): string {
  if (typeof cell === 'string') return cleanText(cell);
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return 'date' in cell ? cell.date : cell.error;
}

function cleanText(raw: string): string {
  let text = raw.trim();
  if (hasOddCharacter(text)) {
    text = text
      .replace(INVISIBLE, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00a0\u3000]/g, ' ')
      .trim();
  }
  const first = text.charCodeAt(0);
  if (first === 39 && text.indexOf("'", 1) < 0) return text.slice(1).trimStart();
  if (first === 61 && text.startsWith('="') && text.endsWith('"') && text.length > 3) return text.slice(2, -1).trim();
  return text;
}

/** A loop, because this runs for every text cell of a file and a regular expression takes several times as long. */
function hasOddCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xa0 ? code === 13 : code <= 0x3000 && ODD_CODES.has(code)) return true;
    if (code === 0xfeff) return true;
  }
  return false;
}

const ODD_CODES = new Set([0xa0, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x3000]);

/** Full-width letters, digits and signs to their ASCII form; Chinese punctuation such as 〔〕 stays. */
export function toHalfWidth(text: string): string {
  if (!hasFullWidth(text)) return text;
  return text.replace(/[\u3000\uff01-\uff5e]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

function hasFullWidth(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3000 || (code >= 0xff01 && code <= 0xff5e)) return true;
  }
  return false;
}

/** @example columnLetter(27) // 'AB' */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
