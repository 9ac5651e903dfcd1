import type { FigureValue } from './definitions';

/** Rounds half away from zero, in whole numbers only: floating point would move the last digit. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const [top, bottom] = numerator < 0n ? [-numerator, denominator] : [numerator, denominator];
  const value = (2n * top + bottom) / (2n * bottom);
  return numerator < 0n ? -value : value;
}

function decimal(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * A percentage with two places, worked out in whole numbers; without a denominator there is none.
 *
 * @example percentText(7, 12) // '58.33%'
 */
export function percentText(numerator: number, denominator: number): string {
  if (denominator === 0) return '—';
  return `${decimal(rounded(BigInt(numerator) * 10_000n, BigInt(denominator)), 2)}%`;
}

/** @example figureText({ unit: 'ratio', numerator: 7, denominator: 12 }) // '58.33%（7÷12）' */
export function figureText(value: FigureValue): string {
  if (value.unit === 'count') return String(value.value);
  const { numerator, denominator } = value;
  return denominator === 0 ? '—（分母为 0）' : `${percentText(numerator, denominator)}（${numerator}÷${denominator}）`;
}

/**
 * How a figure changed against another period. Counts change by a share of the earlier one, with one place; ratios by
 * percentage points. Worked out from the whole numbers, never from rounded texts.
 *
 * @param now the later figure
 * @param before the earlier one, of the same unit
 * @returns `上期为 0` where a share of nothing would be asked for
 * @example changeText({ unit: 'count', value: 1197 }, { unit: 'count', value: 1000 }) // '+19.7%'
 */
export function changeText(now: FigureValue, before: FigureValue): string {
  if (now.unit === 'count' && before.unit === 'count') {
    if (before.value === 0) return now.value === 0 ? '持平' : '基数为 0';
    return signed(rounded(BigInt(now.value - before.value) * 1000n, BigInt(before.value)), 1, '%');
  }
  if (now.unit === 'ratio' && before.unit === 'ratio') {
    if (now.denominator === 0 || before.denominator === 0) return '—';
    const top = BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator);
    const bottom = BigInt(now.denominator) * BigInt(before.denominator);
    return signed(rounded(top * 10_000n, bottom), 2, ' 个百分点');
  }
  throw new Error('figures of two units cannot be compared');
}

function signed(units: bigint, places: number, unit: string): string {
  if (units === 0n) return '持平';
  return `${units > 0n ? '+' : '−'}${decimal(units, places)}${unit}`;
}
