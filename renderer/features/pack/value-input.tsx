import { NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type CatalogueField, isNumeric, type Scalar } from './catalogue-fields';

type ValueInputProps = {
  readonly label: string;
  readonly field: CatalogueField | undefined;
  readonly value: Scalar | undefined;
  readonly onChange: (value: Scalar) => void;
};

/** The operand of a comparison, in the shape of its field. Money is typed in yuan and kept in fen. */
export function ValueInput({ label, field, value, onChange }: ValueInputProps) {
  const common = { 'aria-label': label, size: 'xs' as const };
  if (field && field.choices.length > 0)
    return (
      <Select
        {...common}
        searchable
        allowDeselect={false}
        placeholder="选择"
        data={field.choices.map(({ code, label: name }) => ({ value: code, label: name }))}
        value={value === undefined || value === '' ? null : String(value)}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  if (field?.type === 'date')
    return (
      <DateInput
        {...common}
        placeholder="年-月-日"
        valueFormat="YYYY-MM-DD"
        value={value ? String(value) : null}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  if (field && isNumeric(field)) {
    const money = field.type === 'money';
    return (
      <NumberInput
        {...common}
        hideControls
        decimalScale={money ? 2 : 3}
        suffix={money ? ' 元' : ''}
        value={typeof value === 'number' ? (money ? value / 100 : value) : ''}
        onChange={(typed) => {
          const number = Number(typed);
          if (typed !== '' && Number.isFinite(number)) onChange(money ? Math.round(number * 100) : number);
        }}
      />
    );
  }
  return (
    <TextInput
      {...common}
      placeholder="填写"
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
