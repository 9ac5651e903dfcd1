import { toHalfWidth } from '../table-import/import-cell';
import { checkIdNumber } from './id-number';
import { hasValidUsccCheck, isOrganisationCode, USCC_ALPHABET } from './uscc-digits';
import { proposeRepairs, type UsccRepair } from './uscc-repair';
import { hasPlausibleHead } from './uscc-structure';

export type UsccProblem =
  | 'empty'
  | 'length'
  | 'old_number'
  | 'organisation_code'
  | 'id_number'
  | 'characters'
  | 'check';

export type UsccResult =
  | {
      readonly ok: true;
      readonly value: string;
      /** The text was changed (width, case, spaces, look-alikes) to get the value. */
      readonly normalised: boolean;
      /** Valid, but unusual: worth a look, no refusal. */
      readonly note: string | null;
    }
  | {
      readonly ok: false;
      readonly problem: UsccProblem;
      readonly message: string;
      /** Valid codes one slip away, best first. */
      readonly suggestions: readonly string[];
    };

const CLEAN = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/**
 * Checks a unified social credit code (GB 32100-2015). Full width, lower case, spaces and hyphens are normalised,
 * and the letters that never occur are read as the digits they look like (O→0, I→1, Z→2, S→5); then the check
 * character must be right. A wrong code gets proposals and a message that names the position.
 *
 * @example checkUscc('91330100799655O58b') // { ok: true, value: '91330100799655058B', normalised: true, note: null }
 */
export function checkUscc(text: string): UsccResult {
  const value = CLEAN.test(text) ? text : normaliseUscc(text);
  if (hasValidUsccCheck(value)) return { ok: true, value, normalised: value !== text, note: noteOn(value) };
  return refuseUscc(value);
}

/** Upper case, half width, without separators, look-alikes read as digits. */
export function normaliseUscc(text: string): string {
  return toHalfWidth(text)
    .toUpperCase()
    .replace(/^统一社会信用代码:?/, '')
    .replace(/[\s\-.·'’_\u2010-\u2015\u2212\u200b-\u200f\ufeff]/g, '')
    .replace(/[OIZS]/g, (letter) => LETTER_DIGITS[letter] ?? letter);
}

const LETTER_DIGITS: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };

function noteOn(value: string): string | null {
  if (!hasPlausibleHead(value)) return '前 8 位（登记机关、类别、行政区划）不在标准代码表内，请核对证照。';
  if (!isOrganisationCode(value.slice(8, 17))) return '第 9 至 17 位不符合组织机构代码的校验规则，请核对证照。';
  return null;
}

function refuseUscc(value: string): UsccResult {
  const no = (problem: UsccProblem, message: string, repairs: readonly UsccRepair[] = []): UsccResult => ({
    ok: false,
    problem,
    message,
    suggestions: repairs.map((repair) => repair.value),
  });
  if (value === '') return no('empty', '统一社会信用代码为空，请填写。');
  if (/^\d{15}$/.test(value)) {
    return no('old_number', '这是 15 位的旧工商注册号或旧证件号，不是统一社会信用代码，请换成 18 位代码。');
  }
  if (value.length === 9 && isOrganisationCode(value)) {
    return no('organisation_code', '这是 9 位的组织机构代码，请换成 18 位统一社会信用代码。');
  }
  if (value.length === 18 && checkIdNumber(value).ok) {
    return no('id_number', '这是公民身份号码，不是统一社会信用代码，请填到身份证号一栏。');
  }
  const repairs = proposeRepairs(value);
  const hint = hintFrom(repairs);
  if (value.length !== 18) {
    const message = `统一社会信用代码应为 18 位，这里有 ${[...value].length} 位${hint === '' ? '，请核对证照。' : `：${hint}。`}`;
    return no('length', message, repairs);
  }
  const strange = [...value].findIndex((char) => !USCC_ALPHABET.includes(char));
  if (strange >= 0) {
    const what = `第 ${strange + 1} 位的“${value.charAt(strange)}”不是统一社会信用代码使用的字符`;
    return no('characters', `${what}${hint === '' ? '，请核对证照。' : `，${hint}，请核对证照。`}`, repairs);
  }
  const message = `统一社会信用代码校验不通过${hint === '' ? '，请对照证照逐位核对。' : `：${hint}，请核对证照。`}`;
  return no('check', message, repairs);
}

function hintFrom(repairs: readonly UsccRepair[]): string {
  return repairs
    .slice(0, 3)
    .map(({ says }) => says)
    .join('，或');
}
