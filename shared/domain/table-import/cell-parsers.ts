import type { IsoDate } from '#shared/kernel/dates';
import { type CellParser, CellRefusal, refuse } from './column-spec';
import { type ImportCell, toHalfWidth } from './import-cell';
import { parseDate } from './parse-date';

/** Free text of at most `max` characters. */
export function textParser(max: number): CellParser<string> {
  return (text) => (text.length > max ? refuse(`这一格有 ${text.length} 个字，最多 ${max} 个字，请缩短。`) : text);
}

const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?E\+?\d{1,3}$/i;

/**
 * The text of a number-like code, or a refusal when Excel has already destroyed it: as a number it keeps 15
 * digits and zeros after them, so 9.15E+17 can be any of a thousand codes.
 */
export function codeText(text: string, cell: ImportCell): string | CellRefusal {
  const lost =
    (typeof cell === 'number' && (!Number.isInteger(cell) || Math.abs(cell) >= 1e15)) ||
    (typeof cell === 'string' && SCIENTIFIC.test(text));
  if (!lost) return toHalfWidth(text);
  return refuse('号码被 Excel 当作数字保存，后几位已经丢失，无法还原；请把这一列设为文本格式后重新填写完整号码。');
}

/** A code of at most `max` characters without further rules. */
export function codeParser(max: number): CellParser<string> {
  return (text, cell) => {
    const code = codeText(text, cell);
    if (code instanceof CellRefusal || code.length <= max) return code;
    return refuse(`号码有 ${code.length} 位，最多 ${max} 位，请核对。`);
  };
}

/** A day; 长期 and 永久 are refused. */
export function dateParser(options: { readonly date1904?: boolean } = {}): CellParser<IsoDate> {
  return (_text, cell) => {
    const parsed = parseDate(cell, options);
    if (parsed.kind === 'date') return parsed.date;
    if (parsed.kind === 'problem') return refuse(parsed.message, parsed.fix);
    return refuse('这里应填具体日期，不能填长期，请按 2022-05-27 的样子填写。');
  };
}

/** A day, or `'open'` for 长期 and 永久. */
export function dateOrOpenParser(options: { readonly date1904?: boolean } = {}): CellParser<IsoDate | 'open'> {
  return (_text, cell) => {
    const parsed = parseDate(cell, options);
    if (parsed.kind === 'date') return parsed.date;
    if (parsed.kind === 'open') return 'open';
    return refuse(
      parsed.kind === 'problem' ? parsed.message : '日期为空，请补上。',
      parsed.kind === 'problem' ? parsed.fix : null,
    );
  };
}

/** One of a closed list; `words` maps every accepted word (lower case, no spaces) to its code. */
export function choiceParser<Code extends string>(
  words: ReadonlyMap<string, Code>,
  labels: Readonly<Record<Code, string>>,
): CellParser<Code> {
  const choices = Object.values(labels).join('、');
  return (text) => {
    const found = words.get(text) ?? words.get(toHalfWidth(text).toLowerCase().replace(/\s+/g, ''));
    return found ?? refuse(`“${text.slice(0, 20)}”不在可选范围内，请填其中之一：${choices}。`);
  };
}
