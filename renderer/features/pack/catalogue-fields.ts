import type { RouteOutput } from '#shared/ipc/contract';
import { formatYuan } from '#shared/kernel/decimal';

export type Catalogue = RouteOutput<'fact.list-catalogue'>;
export type CatalogueItem = Catalogue['items'][number];
export type CatalogueField = CatalogueItem['fields'][number];
export type Scalar = string | number;

export const NO_CATALOGUE: Catalogue = { packTitle: '', items: [] };

export const itemName = (catalogue: Catalogue, code: string): string =>
  catalogue.items.find((item) => item.code === code)?.name ?? code;

/** Every field of these items once; where two items share a key, their choices are joined. */
export function fieldsOf(catalogue: Catalogue, codes: readonly string[]): readonly CatalogueField[] {
  const found = new Map<string, CatalogueField>();
  for (const code of codes) {
    for (const field of catalogue.items.find((item) => item.code === code)?.fields ?? []) {
      const before = found.get(field.key);
      const known = new Set(before?.choices.map((choice) => choice.code));
      const choices = [...(before?.choices ?? []), ...field.choices.filter((choice) => !known.has(choice.code))];
      found.set(field.key, { ...(before ?? field), choices });
    }
  }
  return [...found.values()];
}

export const fieldLabel = (fields: readonly CatalogueField[], key: string): string => {
  if (key === 'occurredOn') return '发生日期';
  if (key === 'validFrom') return '生效日期';
  return fields.find((field) => field.key === key)?.label ?? key;
};

export const isNumeric = ({ type }: Pick<CatalogueField, 'type'>): boolean =>
  type === 'money' || type === 'integer' || type === 'decimal';

/** A value as the officer knows it: the label of a choice, money in yuan. */
export function valueWords(field: CatalogueField | undefined, value: Scalar | undefined): string {
  if (value === undefined || value === '') return '（未填）';
  if (field?.type === 'money' && typeof value === 'number') return `${formatYuan(value)} 元`;
  return field?.choices.find((choice) => choice.code === String(value))?.label ?? String(value);
}
