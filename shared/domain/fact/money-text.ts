import { toHalfWidth } from '../table-import/import-cell';

export type MoneyUnit = 'yuan' | 'wan';

export type MoneyResult =
  | { readonly ok: true; readonly fen: number }
  | { readonly ok: false; readonly message: string };

/** Decimal places from the unit down to the fen. */
const PLACES: Record<MoneyUnit, number> = { yuan: 2, wan: 6 };

const MONEY = /^(?:人民币|RMB|CNY|[¥￥])?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万元|万|元|圆)?整?$/i;

/**
 * Reads an amount to whole fen by moving the decimal point in the text, so no binary fraction is involved. A unit
 * written in the cell beats the column's. Less than a fen, negative and not exactly representable amounts are
 * refused.
 *
 * @param unit what a bare number means: the official upload table is in 万元 (`wan`)
 * @example moneyToFen('0.35', 'wan') // { ok: true, fen: 350000 }
 */
export function moneyToFen(value: string | number, unit: MoneyUnit): MoneyResult {
  const text = typeof value === 'number' ? plainNumber(value) : toHalfWidth(value).replace(/\s+/g, '');
  const match = MONEY.exec(text);
  if (!match) return no(`“${text.slice(0, 20)}”不是金额，请只填数字。`);
  const [, sign, whole = '', fraction = '', written] = match;
  const places = PLACES[written === undefined ? unit : written.startsWith('万') ? 'wan' : 'yuan'];
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (/[1-9]/.test(fraction.slice(places))) return no('金额不足一分的部分无法记录，请核对小数位。');
  const fen = Number(whole.replaceAll(',', '') + kept);
  if (sign === '-' && fen !== 0) return no('金额不能为负数，请核对。');
  if (!Number.isSafeInteger(fen)) return no('金额过大，请核对单位。');
  return { ok: true, fen };
}

/** Excel computes with 15 digits; what lies behind them is an artefact of the binary form (0.1 + 0.2). */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
}

function no(message: string): MoneyResult {
  return { ok: false, message };
}
