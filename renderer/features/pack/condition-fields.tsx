import { Button, MultiSelect, Select, TagsInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Condition } from '#shared/domain/rating/condition';
import { type CatalogueField, isNumeric } from './catalogue-fields';
import {
  ageField,
  blankCondition,
  type Kind,
  type Op,
  opsFor,
  subjectFields,
  withField,
  withKind,
  withOp,
} from './condition-form';
import { conditionWords, opWords } from './condition-words';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { plainMessage } from './pack-place';
import { ValueInput } from './value-input';
import { WithinInput } from './within-input';

const kindLabels: Record<Kind, string> = {
  all: '同时符合以下各项',
  any: '符合以下任一项',
  not: '不符合以下条件',
  field: '记录的字段',
  subject: '主体的情况',
  age: '距评价日的天数',
  within: '在期限内办理',
};

type ConditionAtProps = {
  readonly at: string;
  readonly label: string;
  /** Fields of the items that are read. */
  readonly fields: readonly CatalogueField[];
  /** Only the subject may be asked, as in a veto over the subject alone. */
  readonly subjectOnly?: boolean;
  /** What holds without a condition. */
  readonly without: string;
};

/** The builder of conditions: the closed vocabulary, nested as deep as needed, read back as one sentence. */
export function ConditionAt({ at, label, fields, subjectOnly = false, without }: ConditionAtProps) {
  const { value, set, replace } = useAt<Condition>(at);
  const { problems } = useDraftScope();
  const own = problems.filter(({ path }) => path === at || path.startsWith(`${at}.`));
  return (
    <fieldset className={css.condition}>
      <legend>{label}</legend>
      {value === undefined ? (
        <div className={css.line}>
          <span className={css.quiet}>{without}</span>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} stroke={1.5} />}
            onClick={() => replace(blankCondition(subjectOnly || fields.length === 0 ? 'subject' : 'field', fields))}
          >
            增加条件
          </Button>
        </div>
      ) : (
        <>
          <p className={css.sentence}>{conditionWords(value, fields)}</p>
          <ConditionEditor
            condition={value}
            fields={fields}
            subjectOnly={subjectOnly}
            onChange={(next, structural) => (structural ? replace(next) : set(next))}
            onRemove={() => replace(undefined)}
          />
        </>
      )}
      {own.map(({ path, message }) => (
        <p key={`${path} ${message}`} className={css.error} role="alert">
          {plainMessage(message)}
        </p>
      ))}
    </fieldset>
  );
}

type Change = (next: Condition, structural: boolean) => void;
type ConditionEditorProps = {
  readonly condition: Condition;
  readonly fields: readonly CatalogueField[];
  readonly subjectOnly: boolean;
  readonly onChange: Change;
  readonly onRemove: (() => void) | null;
};

function ConditionEditor({ condition, fields, subjectOnly, onChange, onRemove }: ConditionEditorProps) {
  const kinds = (Object.keys(kindLabels) as Kind[]).filter(
    (kind) => !subjectOnly || kind === 'all' || kind === 'any' || kind === 'not' || kind === 'subject',
  );
  return (
    <div className={css.one}>
      <div className={css.line}>
        <Select
          size="xs"
          aria-label="条件种类"
          className={css.kind ?? ''}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          value={condition.if}
          onChange={(kind) => kind !== null && onChange(withKind(condition, kind as Kind, fields), true)}
        />
        {onRemove ? (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray.7"
            leftSection={<IconX size={12} stroke={1.5} />}
            onClick={onRemove}
          >
            去掉
          </Button>
        ) : null}
      </div>
      <Inside condition={condition} fields={fields} subjectOnly={subjectOnly} onChange={onChange} />
    </div>
  );
}

type InsideProps = Omit<ConditionEditorProps, 'onRemove'>;

function Inside({ condition, fields, subjectOnly, onChange }: InsideProps) {
  switch (condition.if) {
    case 'all':
    case 'any':
      return (
        <div className={css.nested}>
          {condition.of.map((one, at) => (
            <ConditionEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
              key={at}
              condition={one}
              fields={fields}
              subjectOnly={subjectOnly}
              onChange={(next, structural) => onChange({ ...condition, of: condition.of.with(at, next) }, structural)}
              onRemove={
                condition.of.length > 1
                  ? () => onChange({ ...condition, of: condition.of.toSpliced(at, 1) }, true)
                  : null
              }
            />
          ))}
          <div>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPlus size={12} stroke={1.5} />}
              onClick={() =>
                onChange(
                  {
                    ...condition,
                    of: [
                      ...condition.of,
                      blankCondition(subjectOnly || fields.length === 0 ? 'subject' : 'field', fields),
                    ],
                  },
                  true,
                )
              }
            >
              再加一项
            </Button>
          </div>
        </div>
      );
    case 'not':
      return (
        <div className={css.nested}>
          <ConditionEditor
            condition={condition.of}
            fields={fields}
            subjectOnly={subjectOnly}
            onChange={(next, structural) => onChange({ if: 'not', of: next }, structural)}
            onRemove={null}
          />
        </div>
      );
    case 'field':
    case 'subject': {
      const known = condition.if === 'field' ? fields : subjectFields;
      const options = known.map(({ key, label }) => ({ value: key, label }));
      const has = options.some(({ value }) => value === condition.field);
      return (
        <div className={css.comparison}>
          <Select
            size="xs"
            aria-label="字段"
            searchable
            allowDeselect={false}
            placeholder="选择字段"
            data={
              has || condition.field === '' ? options : [...options, { value: condition.field, label: condition.field }]
            }
            value={condition.field || null}
            onChange={(key) => {
              const field = known.find((one) => one.key === key);
              if (field) onChange(withField(condition, field), true);
            }}
          />
          <ComparisonInputs
            condition={condition}
            field={known.find(({ key }) => key === condition.field)}
            onChange={onChange}
          />
        </div>
      );
    }
    case 'age':
      return (
        <div className={css.comparison}>
          <ComparisonInputs condition={condition} field={ageField} onChange={onChange} />
        </div>
      );
    case 'within':
      return <WithinInput condition={condition} fields={fields} onChange={(next) => onChange(next, false)} />;
  }
}

type Compared = Extract<Condition, { if: 'field' | 'subject' | 'age' }>;
type ComparisonInputsProps = {
  readonly condition: Compared;
  readonly field: CatalogueField | undefined;
  readonly onChange: Change;
};

function ComparisonInputs({ condition, field, onChange }: ComparisonInputsProps) {
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
