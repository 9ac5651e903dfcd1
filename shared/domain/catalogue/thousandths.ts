const TEXT = /^([+-]?)(\d{1,12})(?:\.(\d{1,3})0*)?$/;

/**
 * Reads a decimal exactly, without binary fractions.
 *
 * @param value a number or its text, at most three decimals
 * @returns whole thousandths, or null when it is no such number
 * @example toThousandths(12.5) // 12500
 */
export function toThousandths(value: number | string): number | null {
  if (typeof value === 'number' && Number.isInteger(value)) {
    const scaled = value * 1000;
    return Number.isSafeInteger(scaled) ? scaled : null;
  }
  const match = TEXT.exec(String(value).trim());
  if (!match) return null;
  const scaled = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'));
  return match[1] === '-' ? 0 - scaled : scaled;
}
