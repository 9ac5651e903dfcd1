import { addDays, daysInMonth, type IsoDate, isIsoDate } from '#shared/kernel/dates';
import { cellText, type ImportCell, toHalfWidth } from './import-cell';

export type ParsedDate =
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** 长期, 永久: no end. */
  | { readonly kind: 'open' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly message: string; readonly fix: string | null };

const OPEN: ParsedDate = { kind: 'open' };
const OPEN_WORDS = /^(?:长期|永久|长期有效|永久有效|无固定期限|不约定期限|无限期)$/;
/** What upload tables carry for 长期 because their column takes dates only. */
const OPEN_DATES = new Set(['2099-12-31', '9999-12-31']);

const YEAR_FIRST =
  /^(\d{4})\s*(?:年|[-./,])\s*(\d{1,2})\s*(?:月|[-./,])\s*(\d{1,2})\s*[日号]?\s*(?:T?\s*\d{1,2}[:：时]\d{1,2}\S*(?:\s*[AP]M)?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;

/**
 * Reads a day in any of the ways officers write one: a date cell, `2022.5.27`, `2022年5月27日`, `20220527`,
 * `2022/5/27`, `2022-05-27 00:00:00`, 二〇二二年五月二十七日, full-width digits, an Excel serial number.
 * A time of day is dropped. A year or a month alone, a two-digit year and a day that does not exist are refused.
 *
 * @param options.date1904 the workbook counts days from 1904-01-01
 * @example parseDate('2022年5月27日') // { kind: 'date', date: '2022-05-27' }
 */
export function parseDate(cell: ImportCell, options: { readonly date1904?: boolean } = {}): ParsedDate {
  if (typeof cell === 'number') return fromNumber(cell, options.date1904 ?? false);
  if (typeof cell === 'boolean') return problem('这里应填日期，请按 2022-05-27 的样子填写。');
  if (
    cell !== null &&
    typeof cell === 'object' &&
    'date' in cell &&
    !OPEN_DATES.has(cell.date) &&
    isIsoDate(cell.date)
  ) {
    return { kind: 'date', date: cell.date };
  }
  const text = toHalfWidth(cellText(cell)).trim();
  if (text === '') return { kind: 'empty' };
  if (OPEN_WORDS.test(text)) return OPEN;
  const match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? YEAR_FIRST.exec(arabicDigits(text));
  if (match) return fromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  return refusal(text, options.date1904 ?? false);
}

function fromParts(year: number, month: number, day: number): ParsedDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (OPEN_DATES.has(text)) return OPEN;
  if (isIsoDate(text)) return { kind: 'date', date: text };
  if (year < 1900) return problem(`年份 ${year} 过早，请核对日期。`);
  if (month < 1 || month > 12) return problem(`没有 ${month} 月，请核对日期。`);
  const last = daysInMonth(year, month);
  return problem(`${year}年${month}月没有 ${day} 日（该月共 ${last} 天），请核对日期。`);
}

function fromNumber(value: number, date1904: boolean): ParsedDate {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 99_991_231) {
    return fromParts(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  }
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return yearOnly(value);
  const date = serialDate(value, date1904);
  if (date === null) return problem(`${value} 不是日期，请按 2022-05-27 的样子填写。`);
  return OPEN_DATES.has(date) ? OPEN : { kind: 'date', date };
}

/** Excel counts a 29 February 1900 that never was (serial 60), so earlier days sit one higher. */
function serialDate(value: number, date1904: boolean): IsoDate | null {
  const day = Math.floor(value);
  if (!Number.isFinite(value) || day < (date1904 ? 0 : 1) || day > 2_957_003) return null;
  if (date1904) return addDays('1904-01-01', day);
  if (day === 60) return null;
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day);
}

function refusal(text: string, date1904: boolean): ParsedDate {
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  if (/^\d{4}年?$/.test(text)) return yearOnly(Number.parseInt(text, 10));
  if (/^\d{4}(?:年|[-./])\d{1,2}月?$/.test(text)) return problem(`“${shown}”缺少日，请补全为年月日。`);
  if (/^\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?$/.test(text)) return problem(`“${shown}”的年份只有两位，请写成四位。`);
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/.test(text)) {
    return problem(`“${shown}”分不清月和日，请按年月日的顺序填写，如 2022-05-27。`);
  }
  if (/^[2-7]\d{4}$/.test(text)) {
    const date = serialDate(Number(text), date1904);
    return problem(`“${shown}”像是 Excel 的日期序号，请改成日期。`, date);
  }
  return problem(`“${shown}”不是能识别的日期，请按 2022-05-27 的样子填写。`);
}

function yearOnly(year: number): ParsedDate {
  return problem(`只有年份 ${year}，请补全月和日。`);
}

function problem(message: string, fix: string | null = null): ParsedDate {
  return { kind: 'problem', message, fix };
}

/** 二〇二二年五月二十七日 → 2022年5月27日; text without Chinese numerals comes back unchanged. */
function arabicDigits(text: string): string {
  const digits = text.replace(/[〇○零一二三四五六七八九]/g, (char) => {
    const value = '〇一二三四五六七八九'.indexOf(char);
    return String(Math.max(value, 0));
  });
  return digits
    .replace(/(\d)十(\d)/g, '$1$2')
    .replace(/(\d)十/g, '$10')
    .replace(/十(\d)/g, '1$1')
    .replace(/十/g, '10');
}
