import { type IsoDate, isIsoDate } from '#shared/kernel/dates';
import { toHalfWidth } from '../table-import/import-cell';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

export type IdNumberProblem = 'empty' | 'length' | 'old_number' | 'characters' | 'birth_date' | 'check';

export type IdNumberResult =
  | { readonly ok: true; readonly value: string; readonly normalised: boolean; readonly birthDate: IsoDate }
  | { readonly ok: false; readonly problem: IdNumberProblem; readonly message: string };

/**
 * Checks a citizen identity number (GB 11643): 18 characters, a birth date that exists, the check character.
 * A number of 15 digits is recognised as the old form and refused. No message repeats the number.
 *
 * @param options.today when given, a later birth date is refused
 * @example checkIdNumber('11010519491231002x') // { ok: true, value: '11010519491231002X', … }
 */
export function checkIdNumber(text: string, options: { readonly today?: IsoDate } = {}): IdNumberResult {
  const value = toHalfWidth(text)
    .toUpperCase()
    .replace(/[\s\-'’\u2010-\u2015\u200b-\u200f\ufeff]/g, '');
  if (value === '') return no('empty', '公民身份号码为空，请填写。');
  if (/^\d{15}$/.test(value)) {
    return isIsoDate(isoOf(`19${value.slice(6, 12)}`))
      ? no('old_number', '这是 15 位的旧身份证号，请换成 18 位公民身份号码。')
      : no('length', '公民身份号码应为 18 位，这里有 15 位，请核对证件。');
  }
  if (value.length !== 18) return no('length', `公民身份号码应为 18 位，这里有 ${value.length} 位，请核对证件。`);
  if (!/^\d{17}[\dX]$/.test(value)) {
    return no('characters', '公民身份号码只能由数字组成，最后一位可以是 X，请核对证件。');
  }
  const birthDate = isoOf(value.slice(6, 14));
  if (!isIsoDate(birthDate) || (options.today !== undefined && birthDate > options.today)) {
    return no('birth_date', '公民身份号码第 7 至 14 位不是有效的出生日期，请核对证件。');
  }
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (value.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  if (CHECKS[sum % 11] !== value[17]) return no('check', '公民身份号码校验不通过，有一位写错，请逐位核对证件。');
  return { ok: true, value, normalised: value !== text, birthDate };
}

/**
 * An identity number as screens and documents show it: first 3 and last 4 characters. The first six would tell the
 * district and the middle the birth date; what stays is enough to compare it with a card in the hand. Shorter
 * numbers (passports, old forms) keep the first 1 and the last 2.
 *
 * @example maskIdNumber('11010519491231002X') // '110***********002X'
 */
export function maskIdNumber(value: string): string {
  const text = value.trim();
  if (text.length >= 15) return cover(text, 3, 4);
  return text.length >= 6 ? cover(text, 1, 2) : '*'.repeat(text.length);
}

/**
 * A telephone number, or several in one text: a mobile number keeps its first 3 and last 4 digits, any other
 * number its last 3.
 *
 * @example maskPhone('13800138000、0571-88880000') // '138****8000、*********000'
 */
export function maskPhone(value: string): string {
  return value.replace(/\d[\d-]{4,}\d/g, (number) =>
    /^1\d{10}$/.test(number) ? cover(number, 3, 4) : cover(number, 0, 3),
  );
}

function cover(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}

function isoOf(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

function no(problem: IdNumberProblem, message: string): IdNumberResult {
  return { ok: false, problem, message };
}
