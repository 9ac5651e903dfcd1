import { NumberInput, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { extensionRuleText } from '#shared/domain/rectification/extension-rule';
import type { Term } from '#shared/domain/rectification/term';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateSteps } from '../../components/date-steps';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import css from './rectification.module.css';
import { type RectificationFile, type RectificationItem, unitOptions } from './rectification-words';

type ExtendFormProps = {
  readonly file: RectificationFile;
  readonly item: RectificationItem;
  readonly onClose: () => void;
};
type Values = { on: string; term: Term; reason: string };

/** Once, with a reason, before the term is over. */
export function ExtendForm({ file, item, onClose }: ExtendFormProps) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: { on: today, term: item.term, reason: '' } });
  const extend = useAction('rectification.extend', {
    form,
    done: ({ extendedTo }) => `第 ${item.seq} 项延期至 ${extendedTo}`,
    onDone: onClose,
  });
  const { values, errors } = form;
  const due = useRoute('rectification.preview-due', { from: item.dueOn, term: values.term }, { keepPrevious: true });
  const submit = () => {
    const complete = requireFields(form, {
      on: [values.on, '请填写决定日期'],
      reason: [values.reason, '请写明延期的理由'],
    });
    if (complete)
      void extend.run({ id: file.id, itemId: item.id, on: values.on, reason: values.reason, term: values.term });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={`第 ${item.seq} 项延期`}
      intro={`只能延期一次，并须在${extensionRuleText(file.extension, item.dueOn)}决定${file.extension.verified ? '' : '（此规则待核实）'}。`}
      submit="决定延期"
      busy={extend.busy}
      error={extend.error}
      onSubmit={submit}
    >
      <DateField
        label="决定日期"
        required
        min={file.orderedOn}
        max={today}
        value={values.on || null}
        error={errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <div className={css.term}>
        <NumberInput
          label="延长"
          required
          w={104}
          min={1}
          max={3660}
          allowDecimal={false}
          value={values.term.count}
          error={errors['term.count']}
          onChange={(count) =>
            form.setFieldValue('term', { ...values.term, count: typeof count === 'number' ? count : 1 })
          }
        />
        <Select
          label="单位"
          w={150}
          allowDeselect={false}
          data={unitOptions}
          value={values.term.unit}
          onChange={(unit) => unit && form.setFieldValue('term', { ...values.term, unit: unit as Term['unit'] })}
        />
      </div>
      {due.data ? (
        <div role="status">
          <p>
            延期至 <strong>{due.data.date}</strong>
          </p>
          <DateSteps steps={due.data.steps} estimated={due.data.estimated} />
        </div>
      ) : null}
      {errors['newDueOn'] ? <p className={css.problem}>{errors['newDueOn']}</p> : null}
      <Textarea label="延期的理由" required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
