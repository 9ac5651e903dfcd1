import { maxCellChars } from '../read/table';

/**
 * A text that a spreadsheet might take for a formula, after any apostrophes: OWASP's list with the full-width signs
 * that Chinese versions of Excel accept.
 */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text);
}

const cutMark = '…（已截断）';

/** Cuts a text to what a cell can hold, never through the middle of a character. */
export function cutToCell(text: string): string {
  let length = maxCellChars - cutMark.length;
  const last = text.charCodeAt(length - 1);
  if (last >= 0xd800 && last <= 0xdbff) length--;
  return text.slice(0, length) + cutMark;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids or changes
const unsafe = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9a-fA-F]{4}_/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unsafeAll = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g;

/** Text for XML. Characters that XML forbids become `_x000B_` as Excel writes them. Halves of characters become U+FFFD when encoded. */
export function escapeXml(text: string): string {
  return unsafe.test(text) ? text.replace(unsafeAll, escapeChar) : text;
}

function escapeChar(char: string): string {
  switch (char) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    default:
      return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  }
}

/** Text for an attribute of XML. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}
