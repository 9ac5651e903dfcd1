import type { CatalogueItem } from '../catalogue/catalogue';
import type { FactFields } from '../catalogue/validate-fact-fields';
import { maskIdNumber } from '../subject/id-number';
import { idCell, usccCell } from '../subject/subject-cells';
import { SUBJECT_HEADERS } from '../subject/subject-headers';
import { dateParser, textParser } from '../table-import/cell-parsers';
import { type ColumnSpec, column, optionalColumn, type RecordOf } from '../table-import/column-spec';
import { headerKey } from '../table-import/header-text';
import { type FieldKey, fieldParsing } from './fact-list-cells';
import { PENALTY_HEADERS } from './penalty-headers';

/** One row of a list of one kind of credit information; the fields of the item under `fields.<key>`. */
export type FactListRow = RecordOf<ReturnType<typeof factListColumns>>;

/** Headers of the published tables that are neither label nor key of the field, by item and field. */
const FIELD_HEADERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  general_risk_class: {
    class: [
      '风险等级',
      '信用风险等级',
      '信用风险分类',
      '信用风险类别',
      '企业信用风险分类',
      '分类结果',
      '信用风险分类结果',
      '风险分类',
      '分类等级',
      '分类',
      '类别',
    ],
  },
};

/**
 * The columns of a list of one item of the catalogue: the party, number and day, then a column for each field by its
 * label or key. A header that is a field's own label means the field, even where other tables use it for the party.
 *
 * @example factListColumns(findItem(catalogue, 'general_risk_class')).map(({ label }) => label)
 */
export function factListColumns(item: CatalogueItem, options: { readonly date1904?: boolean } = {}) {
  const own = new Set(item.fields.flatMap(({ key, label }) => [...headersOf(item, key), label].map(headerKey)));
  const others = (headers: readonly string[]) => headers.filter((header) => !own.has(headerKey(header)));
  const fields = item.fields.map(
    (field): ColumnSpec<FieldKey, string | number, boolean> => ({
      key: `fields.${field.key}`,
      label: field.label,
      required: field.required,
      aliases: [field.key, ...headersOf(item, field.key)],
      ...fieldParsing(field, options),
    }),
  );
  return [
    column({
      key: 'name',
      label: '名称',
      required: true,
      parse: textParser(200),
      aliases: others([...SUBJECT_HEADERS.name, ...PENALTY_HEADERS.subjectName]),
    }),
    optionalColumn('uscc', '统一社会信用代码', usccCell, others([...SUBJECT_HEADERS.uscc, ...PENALTY_HEADERS.uscc])),
    optionalColumn('idNumber', '身份证号', idCell, others(SUBJECT_HEADERS.idNumber), maskIdNumber),
    optionalColumn('sourceNo', '来源文号', textParser(100), others(['文号', '文书号', '文件号', '公告文号'])),
    optionalColumn(
      'date',
      '日期',
      dateParser(options),
      others(['公布日期', '分类日期', '认定日期', '发生日期', '发布日期']),
    ),
    ...fields,
  ] as const;
}

const headersOf = (item: CatalogueItem, key: string): readonly string[] => FIELD_HEADERS[item.code]?.[key] ?? [];

/** What the row says of the item; fields it leaves empty are not named. */
export function factListFields(item: CatalogueItem, row: FactListRow): FactFields {
  return Object.fromEntries(
    item.fields.flatMap(({ key }) => {
      const value = row[`fields.${key}`] ?? null;
      return value === null ? [] : [[key, value]];
    }),
  );
}

const MAX_SUMMARY = 500;

/** @example factListSummary(item, { class: 'C' }) // '企业信用风险分类：C 信用风险较高' */
export function factListSummary(item: CatalogueItem, fields: FactFields): string {
  const shown = item.fields.flatMap(({ key, label, type, choices, unit }) => {
    const value = fields[key] ?? null;
    if (value === null || value === '') return [];
    if (type === 'choice') return [choices?.find(({ code }) => code === value)?.label ?? String(value)];
    if (type === 'money') return [`${label} ${Number(value) / 100} 元`];
    return [`${label} ${value}${typeof value === 'number' && unit ? ` ${unit}` : ''}`];
  });
  const text = shown.length === 0 ? item.name : `${item.name}：${shown.join('，')}`;
  return text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY - 1)}…` : text;
}
