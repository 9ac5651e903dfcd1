import { NumberInput, Select } from '@mantine/core';
import type { Condition } from '#shared/domain/rating/condition';
import type { CatalogueField } from './catalogue-fields';
import css from './editor.module.css';

type Within = Extract<Condition, { if: 'within' }>;
type WithinInputProps = {
  readonly condition: Within;
  readonly fields: readonly CatalogueField[];
  readonly onChange: (next: Within) => void;
};

const own = [
  { value: 'occurredOn', label: '发生日期' },
  { value: 'validFrom', label: '生效日期' },
];

/** 补交并移出日期 在 发生日期 之后 6 个月 以内 */
export function WithinInput({ condition, fields, onChange }: WithinInputProps) {
  const dates = [
    ...fields.filter(({ type }) => type === 'date').map(({ key, label }) => ({ value: key, label })),
    ...own,
  ];
  const unit = condition.days === undefined ? 'months' : 'days';
  const { months: _m, days: _d, ...rest } = condition;
  const span = (value: number, as: 'months' | 'days') => onChange({ ...rest, [as]: value });
  const length = condition.months ?? condition.days ?? 0;
  return (
    <div className={css.comparison}>
      <Select
        size="xs"
        aria-label="办理日期"
        allowDeselect={false}
        placeholder="办理日期"
        data={dates}
        value={condition.field || null}
        onChange={(field) => field !== null && onChange({ ...condition, field })}
      />
      <Select
        size="xs"
        aria-label="起算日期"
        allowDeselect={false}
        data={dates}
        value={condition.since}
        onChange={(since) => since !== null && onChange({ ...condition, since })}
      />
      <NumberInput
        size="xs"
        aria-label="期限"
        hideControls
        allowDecimal={false}
        min={0}
        value={length}
        onChange={(typed) => typed !== '' && span(Number(typed), unit)}
      />
      <Select
        size="xs"
        aria-label="期限单位"
        allowDeselect={false}
        data={[
          { value: 'months', label: '个月以内' },
          { value: 'days', label: '天以内' },
        ]}
        value={unit}
        onChange={(as) => as !== null && span(length, as as 'months' | 'days')}
      />
    </div>
  );
}
