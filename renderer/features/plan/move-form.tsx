import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { Visit } from './plan-words';

type MoveFormProps = { readonly visit: Visit; readonly opened: boolean; readonly onClose: () => void };

/** Another day for a visit; officers and rank stay what they are. */
export function MoveForm({ visit, opened, onClose }: MoveFormProps) {
  const today = useToday();
  const form = useForm<{ date: string | null; reason: string }>({ initialValues: { date: null, reason: '' } });
  const { values, errors } = form;
  const move = useAction('plan.move-visit', {
    form,
    done: (_output, { date }) => `${visit.subjectName} 改到 ${date} 检查`,
    onDone: () => {
      form.reset();
      onClose();
    },
  });
  const submit = () => {
    const complete = requireFields(form, {
      date: [values.date, '请选择新的日期'],
      reason: [values.reason, '请填写改期理由'],
    });
    if (complete) void move.run({ visitId: visit.id, date: values.date ?? '', reason: values.reason });
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
      <Textarea label="改期理由" required autosize minRows={2} maxLength={200} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
