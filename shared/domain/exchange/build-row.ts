import { canonicalJson } from '../../kernel/canonical-json';
import { formatZh, isIsoDate } from '../../kernel/dates';
import { sha256Hex } from '../../kernel/sha256';
import { type ExchangeColumn, type ExchangeMapping, fieldLabel } from './mapping';

/** A record by the names of its fields; money in fen, dates ISO. */
export type ExchangeRecord = {
  readonly id: string;
  /** What refuses it as a whole, before any column is looked at; empty when it may leave the house. */
  readonly refusal: string;
  readonly values: Readonly<Record<string, string | number | null>>;
};

export type ExchangeRow = {
  readonly id: string;
  readonly cells: readonly string[];
  /** Over what the platform gets, so that only a change it would see counts as one. */
  readonly sha256: string;
  /** Why it cannot go; empty when it can. */
  readonly problems: readonly string[];
};

/**
 * Fen as 万元, exactly, without trailing zeros.
 *
 * @example wanText(12_345_600) // '12.3456'
 */
export function wanText(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new Error('money is a whole number of fen');
  const whole = Math.trunc(Math.abs(fen) / 1_000_000);
  const rest = String(Math.abs(fen) % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/**
 * One record in the columns of a platform.
 *
 * @returns the cells with every reason why the platform would refuse them: what is required and missing, too long, or
 *   no date
 * @example buildRow(mapping, record).problems // ['缺少“统一社会信用代码”']
 */
export function buildRow(mapping: ExchangeMapping, record: ExchangeRecord): ExchangeRow {
  const problems: string[] = record.refusal === '' ? [] : [record.refusal];
  const cells = mapping.columns.map((column) => {
    const text = cellText(column, record.values[column.field] ?? null);
    const label = fieldLabel(mapping.source, column.field);
    const named = label === column.heading ? `“${label}”` : `“${column.heading}”（${label}）`;
    if (column.required && text === '') problems.push(`缺少${named}`);
    if (column.maxLength !== undefined && [...text].length > column.maxLength)
      problems.push(`${named}有 ${[...text].length} 个字，超过平台限定的 ${column.maxLength} 个字`);
    return text;
  });
  return { id: record.id, cells, sha256: sha256Hex(canonicalJson(cells)), problems };
}

function cellText({ format, constant }: ExchangeColumn, value: string | number | null): string {
  if (constant !== undefined) return constant;
  if (value === null) return '';
  switch (format) {
    case 'wan':
      return typeof value === 'number' ? wanText(value) : String(value);
    case 'date_zh':
      return typeof value === 'string' && isIsoDate(value.slice(0, 10)) ? formatZh(value.slice(0, 10)) : String(value);
    case 'date':
      return String(value).slice(0, 10);
    case 'text':
      return String(value).trim();
  }
}
