import { assertNever } from '../../kernel/assert';
import { isIsoDate } from '../../kernel/dates';
import type { FieldProblem } from '../../kernel/errors';
import type { CatalogueField, CatalogueItem } from './catalogue';
import { toThousandths } from './thousandths';

/** What a credit fact carries: text, dates and choice codes as text; money in whole fen. */
export type FactFields = Readonly<Record<string, string | number | null>>;

const MAX_TEXT = 4000;

/**
 * Checks the fields of one credit fact against its catalogue item.
 *
 * @returns every problem, path `fields.<key>`; an empty list when all is well
 * @example validateFactFields(item, { fine: -1 }) // [{ path: 'fields.fine', message: '罚款金额（分）不得小于 0' }]
 */
export function validateFactFields(item: CatalogueItem, fields: FactFields): FieldProblem[] {
  const known = new Set(item.fields.map((field) => field.key));
  const unknown = Object.keys(fields)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: `fields.${key}`, message: `“${item.name}”没有字段“${key}”` }));
  const wrong = item.fields.flatMap((field) => {
    const message = fieldProblem(field, fields[field.key] ?? null);
    return message === null ? [] : [{ path: `fields.${field.key}`, message }];
  });
  return [...wrong, ...unknown];
}

function fieldProblem(field: CatalogueField, value: string | number | null): string | null {
  if (value === null || value === '') return field.required ? `请填写${field.label}` : null;
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return `${field.label}应当是文字`;
      return value.length > MAX_TEXT ? `${field.label}超过 ${MAX_TEXT} 字` : null;
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? null : `${field.label}不是有效日期（应为 YYYY-MM-DD）`;
    case 'choice':
      return field.choices?.some((choice) => choice.code === value) ? null : `${field.label}不在可选范围内`;
    case 'money':
      if (!isWhole(value)) return `${field.label}应当是以分为单位的整数`;
      return outOfRange(field, value, 0);
    case 'integer':
      if (!isWhole(value)) return `${field.label}应当是整数`;
      return outOfRange(field, value, null);
    case 'decimal':
      if (toThousandths(value) === null) return `${field.label}应当是最多三位小数的数`;
      return outOfRange(field, value, null);
    default:
      return assertNever(field.type);
  }
}

// Also within what the rating can hold as exact thousandths.
function isWhole(value: string | number): value is number {
  return Number.isInteger(value) && toThousandths(value) !== null;
}

function outOfRange(field: CatalogueField, value: string | number, lowest: number | null): string | null {
  const min = field.min ?? lowest;
  const number = Number(value);
  if (min !== null && number < min) return `${field.label}不得小于 ${min}`;
  return field.max !== undefined && number > field.max ? `${field.label}不得大于 ${field.max}` : null;
}
