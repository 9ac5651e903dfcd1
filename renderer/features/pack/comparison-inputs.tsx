import { MultiSelect, Select, TagsInput } from '@mantine/core';
import type { Condition } from '#shared/domain/rating/condition';
import { type CatalogueField, isNumeric } from './catalogue-fields';
import { type Op, opsFor, withOp } from './condition-form';
import { opWords } from './condition-words';
import { ValueInput } from './value-input';

type Compared = Extract<Condition, { if: 'field' | 'subject' | 'age' }>;
type ConditionChange = (next: Condition, structural: boolean) => void;
type ComparisonInputsProps = {
  readonly condition: Compared;
  readonly field: CatalogueField | undefined;
  readonly onChange: ConditionChange;
};

/** The operator and its operands, in the shape of the field. */
export function ComparisonInputs({ condition, field, onChange }: ComparisonInputsProps) {
  const ops = opsFor(field);
  const shown: readonly Op[] = ops.includes(condition.op) ? ops : [condition.op, ...ops];
  const numeric = field !== undefined && isNumeric(field);
  return (
    <>
      <Select
        size="xs"
        aria-label="比较方式"
        allowDeselect={false}
        data={shown.map((op) => ({ value: op, label: opWords(op, field) }))}
        value={condition.op}
        onChange={(op) => op !== null && onChange(withOp(condition, op as Op, numeric), true)}
      />
      {condition.op === 'present' ? null : condition.op === 'in' ? (
        <ManyValues condition={condition} field={field} numeric={numeric} onChange={onChange} />
      ) : condition.op === 'between' ? (
        <>
          <ValueInput
            label="自"
            field={field}
            value={condition.from}
            onChange={(from) => onChange({ ...condition, from }, false)}
          />
          <ValueInput
            label="至"
            field={field}
            value={condition.to}
            onChange={(to) => onChange({ ...condition, to }, false)}
          />
        </>
      ) : (
        <ValueInput
          label="比较值"
          field={field}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value }, false)}
        />
      )}
    </>
  );
}

function ManyValues({ condition, field, numeric, onChange }: ComparisonInputsProps & { readonly numeric: boolean }) {
  const values = (condition.values ?? []).map(String);
  const put = (next: readonly string[]) =>
    onChange({ ...condition, values: next.map((one) => (numeric && one !== '' ? Number(one) : one)) }, false);
  if (field && field.choices.length > 0)
    return (
      <MultiSelect
        size="xs"
        aria-label="取值"
        hidePickedOptions
        data={field.choices.map(({ code, label }) => ({ value: code, label }))}
        value={values}
        onChange={put}
      />
    );
  return <TagsInput size="xs" aria-label="取值" placeholder="逐个填写，回车确认" value={values} onChange={put} />;
}
