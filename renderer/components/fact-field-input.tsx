import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { DateField, SelectField, Wide } from './fields';

type Field = RouteOutput<'fact.list-catalogue'>['items'][number]['fields'][number];
type Value = string | number | null;
type FactFieldInputProps = {
  readonly field: Field;
  readonly value: Value;
  readonly error: ReactNode;
  readonly onChange: (value: Value) => void;
};

/** Keys whose texts run over several lines. */
const LONG = /facts|content|basis|reason|description|note/i;

/** The input that fits a field of the catalogue. Money is typed in yuan and kept in fen. */
export function FactFieldInput({ field, value, error, onChange }: FactFieldInputProps) {
  const common = { label: field.label, required: field.required, error };
  const text = value === null ? '' : String(value);
  const number = (typed: string | number): number | null => (typed === '' ? null : Number(typed));
  switch (field.type) {
    case 'date':
      return <DateField {...common} clearable value={value === null ? null : text} onChange={onChange} />;
    case 'choice':
      return (
        <SelectField
          {...common}
          clearable
          options={field.choices.map(({ code, label }) => ({ value: code, label }))}
          value={value === null ? null : text}
          onChange={onChange}
        />
      );
    case 'money':
      return (
        <NumberInput
          {...common}
          min={0}
          decimalScale={2}
          thousandSeparator=","
          suffix=" 元"
          hideControls
          value={value === null ? '' : Number(value) / 100}
          onChange={(typed) => onChange(typed === '' ? null : Math.round(Number(typed) * 100))}
        />
      );
    case 'integer':
    case 'decimal':
      return (
        <NumberInput
          {...common}
          decimalScale={field.type === 'integer' ? 0 : 3}
          hideControls
          value={value === null ? '' : Number(value)}
          onChange={(typed) => onChange(number(typed))}
        />
      );
    default:
      return LONG.test(field.key) ? (
        <Wide>
          <Textarea {...common} autosize minRows={2} value={text} onChange={(event) => onChange(textOf(event))} />
        </Wide>
      ) : (
        <TextInput {...common} value={text} onChange={(event) => onChange(textOf(event))} />
      );
  }
}

const textOf = (event: { currentTarget: { value: string } }): string | null => event.currentTarget.value || null;
