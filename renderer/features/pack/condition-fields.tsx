import { Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Condition } from '#shared/domain/rating/condition';
import type { CatalogueField } from './catalogue-fields';
import { ComparisonInputs } from './comparison-inputs';
import { ageField, blankCondition, type Kind, subjectFields, withField, withKind } from './condition-form';
import { conditionWords } from './condition-words';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { plainMessage } from './pack-place';
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
