/** Scores are whole thousandths of a point: integers have no rounding that depends on order. */
export type Thousandths = number;

/** @example formatPoints(97500) // '97.5' */
export function formatPoints(thousandths: Thousandths): string {
  const sign = thousandths < 0 ? '-' : '';
  const value = Math.abs(thousandths);
  const rest = String(value % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.floor(value / 1000)}${rest ? `.${rest}` : ''}`;
}

/** Money is whole fen. @example formatYuan(12345600) // '123,456.00' */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const value = Math.abs(fen);
  const yuan = String(Math.floor(value / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${String(value % 100).padStart(2, '0')}`;
}
