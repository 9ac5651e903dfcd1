import { ActionIcon, Button, NumberInput, Select, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Term } from '#shared/domain/rectification/term';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { useRoute } from '../../api/queries';
import { DateStepsToggle } from '../../components/date-steps';
import { DateText } from '../../components/text';
import type { OrderItemValues } from './order-form';
import css from './rectification.module.css';
import { unitOptions } from './rectification-words';

type OrderItemProps = {
  readonly number: number;
  readonly value: OrderItemValues;
  readonly errors: Readonly<Record<string, unknown>>;
  readonly orderedOn: IsoDate;
  readonly terms: RouteOutput<'rectification.get-defaults'>['terms'];
  readonly onChange: (value: OrderItemValues) => void;
  readonly onRemove?: (() => void) | undefined;
};

/** One problem with its requirement and term; the due day follows the term while it is typed. */
export function OrderItem({ number, value, errors, orderedOn, terms, onChange, onRemove }: OrderItemProps) {
  const path = `items.${number - 1}`;
  const problemAt = (field: string) => errors[`${path}.${field}`] as string | undefined;
  const setTerm = (term: Term) => onChange({ ...value, term });
  return (
    <fieldset className={css.orderItem}>
      <legend className={css.number}>第 {number} 项</legend>
      {onRemove ? (
        <ActionIcon className={css.remove ?? ''} aria-label={`移除第 ${number} 项`} onClick={onRemove}>
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      ) : null}
      <Textarea
        label="存在的问题"
        required
        autosize
        minRows={2}
        value={value.problem}
        error={problemAt('problem')}
        onChange={(event) => onChange({ ...value, problem: event.currentTarget.value })}
      />
      <Textarea
        label="整改要求"
        required
        autosize
        minRows={2}
        value={value.requirement}
        error={problemAt('requirement')}
        onChange={(event) => onChange({ ...value, requirement: event.currentTarget.value })}
      />
      <div className={css.term}>
        <NumberInput
          label="期限"
          required
          w={104}
          min={0}
          max={3660}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          value={value.term.count}
          error={problemAt('term.count') ?? problemAt('term')}
          onChange={(count) => setTerm({ ...value.term, count: typeof count === 'number' ? count : 0 })}
        />
        <Select
          label="单位"
          aria-label="期限单位"
          w={150}
          allowDeselect={false}
          data={unitOptions}
          value={value.term.unit}
          onChange={(unit) => unit && setTerm({ ...value.term, unit: unit as Term['unit'] })}
        />
        <fieldset className={css.quick} aria-label="常用期限">
          {terms.map(({ term, text }) => (
            <Button
              key={text}
              size="compact-sm"
              variant={term.count === value.term.count && term.unit === value.term.unit ? 'light' : 'default'}
              onClick={() => setTerm(term)}
            >
              {text}
            </Button>
          ))}
        </fieldset>
      </div>
      <DueLine from={orderedOn} term={value.term} />
    </fieldset>
  );
}

function DueLine({ from, term }: { readonly from: IsoDate; readonly term: Term }) {
  const due = useRoute('rectification.preview-due', { from, term }, { keepPrevious: true, enabled: from !== '' });
  if (due.error) return <p className={css.problem}>{due.error.message}</p>;
  if (!due.data) return null;
  return (
    <div className={css.due} role="status">
      <span>
        到期日{' '}
        <strong>
          <DateText date={due.data.date} long />
        </strong>
      </span>
      <DateStepsToggle steps={due.data.steps} estimated={due.data.estimated} />
    </div>
  );
}
