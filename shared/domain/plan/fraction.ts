/** An exact quotient of whole numbers, denominator > 0: shares must not depend on binary rounding. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

export function fraction(num: bigint, den: bigint): Fraction {
  const divisor = gcd(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b);
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** Negative, zero or positive like `a - b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whole part and rest of a fraction ≥ 0. */
export function splitFraction(value: Fraction): { readonly floor: number; readonly rest: Fraction } {
  const floor = value.num / value.den;
  return { floor: Number(floor), rest: fraction(value.num - floor * value.den, value.den) };
}

/**
 * The number in digits where it ends within six places, else as a fraction, so that what is printed is exact.
 *
 * @example fractionText({ num: 318n, den: 25n }) // '12.72'
 * @example fractionText({ num: 10n, den: 3n }) // '3又1/3'
 */
export function fractionText(value: Fraction): string {
  const whole = value.num / value.den;
  const rest = value.num % value.den;
  if (rest === 0n) return `${whole}`;
  const scaled = rest * 1_000_000n;
  if (scaled % value.den !== 0n) return `${whole > 0n ? `${whole}又` : ''}${rest}/${value.den}`;
  const digits = (scaled / value.den).toString().padStart(6, '0').replace(/0+$/, '');
  return `${whole}.${digits}`;
}
