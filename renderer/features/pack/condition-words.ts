import type { Comparison, Condition } from '#shared/domain/rating/condition';
import { assertNever } from '#shared/kernel/assert';
import { type CatalogueField, fieldLabel, valueWords } from './catalogue-fields';
import { ageField, type Op, subjectFields } from './condition-form';

const plain: Record<Op, string> = {
  eq: '为',
  ne: '不为',
  gt: '大于',
  gte: '不小于',
  lt: '小于',
  lte: '不大于',
  in: '为以下之一',
  between: '介于',
  present: '已填写',
  has: '含有',
};
const dated: Partial<Record<Op, string>> = { gt: '晚于', gte: '不早于', lt: '早于', lte: '不晚于' };

/** The word of a comparison for this kind of field. @example opWords('gte', { type: 'date' }) // '不早于' */
export const opWords = (op: Op, field: Pick<CatalogueField, 'type'> | undefined): string =>
  (field?.type === 'date' ? dated[op] : undefined) ?? plain[op];

/**
 * A condition as one Chinese phrase.
 *
 * @param fields of the items that are read
 * @example conditionWords({ if: 'field', field: 'degree', op: 'eq', value: 'serious' }, fields) // '程度为“严重”'
 */
export function conditionWords(condition: Condition, fields: readonly CatalogueField[]): string {
  switch (condition.if) {
    case 'all':
      return joined(condition.of, '，并且', fields);
    case 'any':
      return joined(condition.of, '，或者', fields);
    case 'not':
      return `不符合（${conditionWords(condition.of, fields)}）`;
    case 'field':
      return comparison(
        fieldLabel(fields, condition.field),
        condition,
        fields.find(({ key }) => key === condition.field),
      );
    case 'subject':
      return comparison(
        `主体的${fieldLabel(subjectFields, condition.field)}`,
        condition,
        subjectFields.find(({ key }) => key === condition.field),
      );
    case 'age':
      return `${comparison('距评价日', condition, ageField)} 天`;
    case 'within': {
      const span = condition.months === undefined ? `${condition.days ?? 0} 天` : `${condition.months} 个月`;
      return `${fieldLabel(fields, condition.field)}在${fieldLabel(fields, condition.since)}之后 ${span}以内`;
    }
    default:
      return assertNever(condition);
  }
}

function joined(of: readonly Condition[], word: string, fields: readonly CatalogueField[]): string {
  return of
    .map((one) => {
      const words = conditionWords(one, fields);
      return (one.if === 'all' || one.if === 'any') && of.length > 1 && one.of.length > 1 ? `（${words}）` : words;
    })
    .join(word);
}

function comparison(label: string, { op, value, values, from, to }: Comparison, field: CatalogueField | undefined) {
  const said = opWords(op, field);
  const quoted = (one: string | number | undefined) => {
    const words = valueWords(field, one);
    return typeof one === 'number' ? ` ${words}` : `“${words}”`;
  };
  if (op === 'present') return `${label}${said}`;
  if (op === 'in') return `${label}${said}：${(values ?? []).map((one) => valueWords(field, one)).join('、')}`;
  if (op === 'between') return `${label}${said}${quoted(from)}和${quoted(to)}之间`;
  return `${label}${said}${quoted(value)}`;
}
