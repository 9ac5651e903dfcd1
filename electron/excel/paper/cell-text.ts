import { looksLikeFormula } from '../write/safe-text';

/** Text as a cell may hold it: no control characters, plain line breaks, nothing that Excel would decode. */
export function cellText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  );
}

/** Longer text in a cell of format `@` is shown as #### by older versions of Excel. */
const MAX_TEXT_FORMAT = 255;

/** Format `@` keeps a text that looks like a formula a text, even when an officer edits and confirms the cell. */
export function needsTextFormat(text: string): boolean {
  return text.length <= MAX_TEXT_FORMAT && looksLikeFormula(text);
}
