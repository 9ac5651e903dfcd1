/** Excel does not fit row heights to merged cells, so lines are counted here; every estimate errs towards more lines. */

/** Space that a cell keeps free at its left and right edge together, in points. */
const CELL_PADDING = 6;
/** Fonts of another program or printer run a little wider than ours. */
const SAFETY = 0.97;
/** Noto and 宋体 differ in leading; this is enough for both. */
const LEADING = 1.45;

/** Marks that may not begin a line; the character before them goes along. */
const CLOSING = /^[、。，．：；！？）》〉】〕”’％…,.:;!?)\]%]$/u;

const WORD = /[\u0021-\u007e]+|[\s\S]/gu;

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x2000) return 1;
  if (code < 0x30 || (code > 0x7a && code < 0x7f)) return 0.5;
  return code >= 0x61 && code <= 0x7a ? 0.55 : 0.62;
}

export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/**
 * The lines a text takes in a column.
 *
 * @param widthPt width of the cell in points
 * @param sizePt size of its font
 * @example wrapText('一二三四五', 40, 12).length // 3
 */
export function wrapText(text: string, widthPt: number, sizePt: number): readonly string[] {
  const room = Math.max(1, ((widthPt - CELL_PADDING) * SAFETY) / sizePt);
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, room));
}

function wrapParagraph(paragraph: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const put = (piece: string, width: number) => {
    if (used + width > room && line !== '') {
      const carried = CLOSING.test(piece) && line.length > 1 ? line.slice(-1) : '';
      lines.push(carried === '' ? line : line.slice(0, -1));
      line = carried;
      used = textWidth(carried);
    }
    line += piece;
    used += width;
  };
  for (const [word] of paragraph.matchAll(WORD)) {
    const width = textWidth(word);
    if (width <= room) put(word, width);
    else for (const char of word) put(char, charWidth(char));
  }
  lines.push(line);
  return lines;
}

/** Whole pixels at 96 dots an inch, so that Excel does not round every row. */
export function linesHeight(lines: number, sizePt: number): number {
  return Math.ceil((lines * sizePt * LEADING + 5) / 1.5) * 1.5;
}

/**
 * Cuts a text into pieces of at most `maxLines` lines each, where possible behind a full stop: a row of a sheet can be
 * neither higher than 409 points nor cut by a page break.
 *
 * @example splitText(longStatement, 400, 12, 12).map((piece) => piece.length)
 */
export function splitText(text: string, widthPt: number, sizePt: number, maxLines: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (;;) {
    const lines = wrapText(rest, widthPt, sizePt);
    if (lines.length <= maxLines) {
      pieces.push(rest);
      return pieces;
    }
    const whole = takeLines(rest, lines.slice(0, maxLines));
    const cut = niceCut(whole);
    pieces.push(rest.slice(0, cut).replace(/\n$/, ''));
    rest = rest.slice(cut);
  }
}

/** The beginning of the text that makes up these lines, with the line breaks between them. */
function takeLines(text: string, lines: readonly string[]): string {
  let at = 0;
  for (const line of lines) {
    at += line.length;
    if (text[at] === '\n') at += 1;
  }
  return text.slice(0, at);
}

function niceCut(piece: string): number {
  const from = Math.floor(piece.length * 0.6);
  for (let at = piece.length; at > from; at--) if ('\n。；！？'.includes(piece[at - 1] ?? '')) return at;
  return piece.length;
}
