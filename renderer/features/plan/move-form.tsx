import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changeCauseLabels, moveCauses } from '#shared/domain/plan/visit-change';
import type { IsoDate } from '#shared/kernel/dates';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';

type MoveFormProps = {
  readonly visit: { readonly id: string; readonly subjectName: string; readonly date: IsoDate };
  /** The day it was dropped on; asked for when left out. */
  readonly to?: IsoDate | null;
  readonly opened: boolean;
  readonly onClose: () => void;
};

type Values = { date: IsoDate | null; cause: (typeof moveCauses)[number]; reason: string };

/** Another day for a visit; officers and rank stay what they are. */
export function MoveForm({ visit, to = null, opened, onClose }: MoveFormProps) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: { date: to, cause: 'arrangement', reason: '' } });
  const { values, errors } = form;
  const undo = useAction('plan.undo-changes', { done: () => `${visit.subjectName} 已改回 ${visit.date}` });
  const move = useAction('plan.move-visit', {
    form,
    onDone: ({ changeId, warnings }, { date }) => {
      toastDone(
        <>
          {visit.subjectName} 改到 {date} 检查。{warnings.join('')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void undo.run({ changeIds: [changeId] })}>
            撤销
          </Button>
        </>,
      );
      form.reset();
      onClose();
    },
  });
  const submit = () => {
    const complete = requireFields(form, {
      date: [values.date, '请选择新的日期'],
      reason: [values.reason, '请填写改期理由'],
    });
    if (complete)
      void move.run({ visitId: visit.id, date: values.date ?? '', cause: values.cause, reason: values.reason });
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="改期"
      intro={`${visit.subjectName}，原定 ${visit.date}。只改日期，抽取结果和执法人员不变。`}
      submit="改期"
      busy={move.busy}
      error={move.error}
      onSubmit={submit}
    >
      <DateField
        label="新的检查日期"
        required
        min={today}
        value={values.date}
        error={errors['date']}
        onChange={(date) => form.setFieldValue('date', date)}
      />
      <Select
        label="原因"
        required
        allowDeselect={false}
        data={moveCauses.map((value) => ({ value, label: changeCauseLabels[value] }))}
        {...form.getInputProps('cause')}
      />
      <Textarea
        label="改期理由"
        required
        autosize
        minRows={2}
        maxLength={200}
        data-autofocus={to === null ? undefined : true}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
