import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IsoDate } from '#shared/kernel/dates';
import css from './fields.module.css';

/** A form of at most 720 px in two columns; wrap a long field in `<Wide>`. */
export function FormGrid({ single = false, children }: { readonly single?: boolean; readonly children: ReactNode }) {
  return <div className={`${css.form} ${single ? css.single : ''}`}>{children}</div>;
}

export function Wide({ children }: { readonly children: ReactNode }) {
  return <div className={css.wide}>{children}</div>;
}

export type Option = {
  readonly value: string;
  readonly label: string;
  /** A second line: certificate number, code, clause. */
  readonly hint?: string;
  /** Why it cannot be chosen; makes it unavailable. */
  readonly refusal?: string | undefined;
};

type FieldProps<T> = {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
};

type SelectFieldProps = FieldProps<string | null> & {
  readonly options: readonly Option[];
  readonly clearable?: boolean;
};

/** One of many, searched by typing; a choice that is refused says why. */
export function SelectField({ options, onChange, ...rest }: SelectFieldProps) {
  const byValue = new Map(options.map((option) => [option.value, option]));
  return (
    <Select
      {...rest}
      searchable
      classNames={{ option: css.choice ?? '' }}
      data={options.map(({ value, label, refusal }) => ({ value, label, disabled: refusal !== undefined }))}
      renderOption={({ option }) => {
        const { hint, refusal } = byValue.get(option.value) ?? {};
        const second = refusal ?? hint;
        return (
          <span className={css.option}>
            {option.label}
            {second ? <span className={css.hint}>{second}</span> : null}
          </span>
        );
      }}
      onChange={(value) => onChange(value)}
    />
  );
}

type Pair = readonly [string | null, string | null];
type PairFieldProps = {
  readonly labels: readonly [string, string];
  readonly options: readonly Option[];
  readonly value: Pair;
  readonly onChange: (value: Pair) => void;
  readonly errors?: readonly [ReactNode, ReactNode];
  readonly required?: boolean;
};

/** Two different ones of a list, such as the two officers of an inspection. */
export function PairField({ labels, options, value, onChange, errors, required = false }: PairFieldProps) {
  const without = (other: string | null): readonly Option[] =>
    options.map((option) => (option.value === other ? { ...option, refusal: '已选为另一名' } : option));
  return (
    <div className={css.pair}>
      <SelectField
        label={labels[0]}
        required={required}
        options={without(value[1])}
        value={value[0]}
        error={errors?.[0]}
        onChange={(first) => onChange([first, value[1]])}
      />
      <SelectField
        label={labels[1]}
        required={required}
        options={without(value[0])}
        value={value[1]}
        error={errors?.[1]}
        onChange={(second) => onChange([value[0], second])}
      />
    </div>
  );
}

type DateFieldProps = FieldProps<IsoDate | null> & {
  readonly min?: IsoDate;
  readonly max?: IsoDate;
  readonly clearable?: boolean;
};

/** A calendar day as text, typed (2026-11-23) or chosen. */
export function DateField({ min, max, placeholder = '年-月-日', ...rest }: DateFieldProps) {
  return (
    <DateInput
      {...rest}
      placeholder={placeholder}
      classNames={{ day: css.day ?? '' }}
      valueFormat="YYYY-MM-DD"
      monthLabelFormat="YYYY年M月"
      yearLabelFormat="YYYY年"
      rightSection={rest.clearable && rest.value ? undefined : <IconCalendar size={16} stroke={1.5} aria-hidden />}
      rightSectionPointerEvents={rest.clearable && rest.value ? 'auto' : 'none'}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
    />
  );
}
