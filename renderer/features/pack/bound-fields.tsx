import { Checkbox, MultiSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { basisTexts } from '#shared/domain/rating/basis-text';
import { DateField, type Option, SelectField } from '../../components/fields';
import { useAt, useDraftScope } from './draft-context';

type BoundProps = {
  /** The place in the pack, dotted. */
  readonly at: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
};

type TextAtProps = BoundProps & {
  readonly rows?: number;
  /** One line that grows when the words need more. */
  readonly grows?: boolean;
  /** The schema wants the member even when it is blank. */
  readonly keepBlank?: boolean;
};

/** A text; a blank optional one leaves no trace in the pack, a blank required one stays to be complained about. */
export function TextAt({ at, rows = 1, grows = false, keepBlank = false, ...rest }: TextAtProps) {
  const { value, set, error } = useAt<string>(at);
  const shared = {
    ...rest,
    value: value ?? '',
    error,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const text = event.currentTarget.value;
      set(text === '' && !rest.required && !keepBlank ? undefined : text);
    },
  };
  return rows > 1 || grows ? <Textarea {...shared} autosize minRows={rows} maxRows={10} /> : <TextInput {...shared} />;
}

/** A text that the schema wants as null when there is none. */
export function NullTextAt({ at, rows = 1, ...rest }: BoundProps & { readonly rows?: number }) {
  const { value, set, error } = useAt<string | null>(at);
  const shared = {
    ...rest,
    value: value ?? '',
    error,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => set(event.currentTarget.value || null),
  };
  return rows > 1 ? <Textarea {...shared} autosize minRows={rows} maxRows={10} /> : <TextInput {...shared} />;
}

type NumberAtProps = BoundProps & {
  readonly suffix?: string;
  readonly decimals?: number;
  readonly min?: number;
  /** What a cleared field leaves: nothing, or null where the schema wants it. */
  readonly blank?: null;
};

export function NumberAt({ at, suffix, decimals = 3, min, blank, ...rest }: NumberAtProps) {
  const { value, set, error } = useAt<number | null>(at);
  return (
    <NumberInput
      {...rest}
      value={value ?? ''}
      error={error}
      decimalScale={decimals}
      hideControls
      {...(suffix ? { suffix: ` ${suffix}` } : {})}
      {...(min === undefined ? {} : { min, clampBehavior: 'none' as const })}
      onChange={(typed) => {
        // '-' and '1.' are on their way to a number
        const number = typeof typed === 'number' ? typed : Number(typed);
        if (typed === '') set(blank === null ? null : undefined);
        else if (Number.isFinite(number)) set(number);
      }}
    />
  );
}

type SelectAtProps = BoundProps & { readonly options: readonly Option[]; readonly clearable?: boolean };

export function SelectAt({ at, ...rest }: SelectAtProps) {
  const { value, set, error } = useAt<string>(at);
  return <SelectField {...rest} value={value ?? null} error={error} onChange={(next) => set(next ?? undefined)} />;
}

/** A day; `open` is kept as null where the schema wants it. */
export function DateAt({ at, open = false, ...rest }: BoundProps & { readonly open?: boolean }) {
  const { value, set, error } = useAt<string | null>(at);
  return (
    <DateField
      {...rest}
      clearable={open || !rest.required}
      value={value ?? null}
      error={error}
      onChange={(next) => set(next ?? (open ? null : undefined))}
    />
  );
}

/** Several of a list, at least as many as the schema wants. */
export function ManyAt({ at, options, keep = true, ...rest }: SelectAtProps & { readonly keep?: boolean }) {
  const { value, set, error } = useAt<readonly string[]>(at);
  const chosen = value ?? [];
  const known = new Set(options.map((option) => option.value));
  const unknown = chosen.filter((code) => !known.has(code)).map((code) => ({ value: code, label: code }));
  return (
    <MultiSelect
      {...rest}
      searchable
      hidePickedOptions
      nothingFoundMessage="没有匹配的选项"
      data={[...options.map((option) => ({ value: option.value, label: option.label })), ...unknown]}
      value={[...chosen]}
      error={error}
      onChange={(next) => set(next.length === 0 && !keep ? undefined : next)}
    />
  );
}

/** Free words, entered one by one. */
export function WordsAt({ at, suggestions = [], ...rest }: BoundProps & { readonly suggestions?: readonly string[] }) {
  const { value, set, error } = useAt<readonly string[]>(at);
  return (
    <TagsInput
      {...rest}
      data={[...suggestions]}
      value={[...(value ?? [])]}
      error={error}
      onChange={(next) => set(next)}
    />
  );
}

export function CheckAt({ at, label, description }: BoundProps) {
  const { value, set } = useAt<boolean>(at);
  return (
    <Checkbox
      label={label}
      description={description}
      checked={value ?? false}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

/** On what a rule rests, whether that was checked, and a remark: the same for every rule. */
export function GroundAt({ at, short = false }: { readonly at: string; readonly short?: boolean }) {
  const { pack } = useDraftScope();
  const options = pack.bases.map(({ id }) => ({ value: id, label: basisTexts(pack, [id]).join('') || id }));
  return (
    <>
      <ManyAt at={`${at}.basis`} label="依据" required options={options} placeholder="从依据库中选择" />
      <CheckAt
        at={`${at}.verified`}
        label="已与官方文本逐字核对"
        description={short ? undefined : '没有核对的，在评价理由和各处显示“未核实”。'}
      />
      <TextAt at={`${at}.note`} label="备注" placeholder="例如：样例权重，由本局自行设定" />
    </>
  );
}
