import type { Comparison, Condition } from '#shared/domain/rating/condition';
import { subjectKindLabels, subjectStatusLabels } from '#shared/domain/subject/subject';
import { type CatalogueField, isNumeric } from './catalogue-fields';

export type Op = Comparison['op'];
export type Kind = Condition['if'];
type FieldCondition = Extract<Condition, { if: 'field' }>;

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([code, label]) => ({ code, label }));

/** What a condition may ask of the subject itself. */
export const subjectFields: readonly CatalogueField[] = [
  { key: 'kind', label: '主体类型', type: 'choice', required: false, choices: choicesOf(subjectKindLabels) },
  { key: 'status', label: '登记状态', type: 'choice', required: false, choices: choicesOf(subjectStatusLabels) },
  { key: 'tags', label: '标签', type: 'tags', required: false, choices: [] },
];

/** The days since a fact, as a field. */
export const ageField: CatalogueField = {
  key: 'age',
  label: '距评价日的天数',
  type: 'integer',
  required: false,
  choices: [],
};

/** The comparisons that make sense for a field, the commonest first. */
export function opsFor(field: Pick<CatalogueField, 'type'> | undefined): readonly Op[] {
  if (field?.type === 'tags') return ['has'];
  if (field === undefined) return ['eq', 'ne', 'in', 'present', 'gt', 'gte', 'lt', 'lte', 'between'];
  if (isNumeric(field)) return ['gte', 'gt', 'lte', 'lt', 'between', 'eq', 'ne', 'in', 'present'];
  if (field.type === 'date') return ['gte', 'lte', 'gt', 'lt', 'between', 'eq', 'present'];
  return ['eq', 'ne', 'in', 'present'];
}

/** The operands that an operator has; what it shares with the operator before is kept. */
export function withOp<C extends Comparison>(condition: C, op: Op, numeric: boolean): C {
  const { op: _op, value, values, from, to, ...rest } = condition;
  const blank = numeric ? 0 : '';
  const first = value ?? values?.[0] ?? from ?? blank;
  const operands: Omit<Comparison, 'op'> =
    op === 'present'
      ? {}
      : op === 'in'
        ? { values: values ?? [first] }
        : op === 'between'
          ? { from: from ?? first, to: to ?? first }
          : { value: first };
  return { ...rest, op, ...operands } as unknown as C;
}

/** The condition asks another field: an operator that does not suit it, and operands of the old one, are let go. */
export function withField<C extends Comparison & { readonly field: string }>(condition: C, field: CatalogueField): C {
  const ops = opsFor(field);
  const op = ops.includes(condition.op) ? condition.op : (ops[0] ?? 'eq');
  const { value: _v, values: _vs, from: _f, to: _t, ...rest } = condition;
  return withOp({ ...rest, field: field.key, op } as unknown as C, op, isNumeric(field));
}

/** A condition of this kind to begin with. */
export function blankCondition(kind: Kind, fields: readonly CatalogueField[]): Condition {
  const field = fields[0];
  switch (kind) {
    case 'all':
    case 'any':
      return { if: kind, of: [blankCondition(field ? 'field' : 'subject', fields)] };
    case 'not':
      return { if: 'not', of: blankCondition(field ? 'field' : 'subject', fields) };
    case 'field':
      return field
        ? withField<FieldCondition>({ if: 'field', field: field.key, op: 'eq' }, field)
        : { if: 'field', field: '', op: 'eq', value: '' };
    case 'subject':
      return { if: 'subject', field: 'status', op: 'eq', value: 'active' };
    case 'age':
      return { if: 'age', op: 'lte', value: 365 };
    case 'within':
      return {
        if: 'within',
        field: fields.find(({ type }) => type === 'date')?.key ?? '',
        since: 'occurredOn',
        months: 6,
      };
  }
}

/** Another kind in the same place; conditions inside are kept where both kinds hold some. */
export function withKind(condition: Condition, kind: Kind, fields: readonly CatalogueField[]): Condition {
  if (condition.if === kind) return condition;
  const inner = insideOf(condition);
  if (kind === 'all' || kind === 'any') return { if: kind, of: inner.length > 0 ? inner : [condition] };
  if (kind === 'not') {
    const only = inner.length === 1 ? inner[0] : undefined;
    return { if: 'not', of: only ?? condition };
  }
  return blankCondition(kind, fields);
}

export function insideOf(condition: Condition): readonly Condition[] {
  if (condition.if === 'all' || condition.if === 'any') return condition.of;
  return condition.if === 'not' ? [condition.of] : [];
}
