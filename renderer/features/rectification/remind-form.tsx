import { Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReminderWay, reminderWayLabels, reminderWays } from '#shared/domain/rectification/proof';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import type { RectificationFile } from './rectification-words';

type RemindFormProps = { readonly file: RectificationFile; readonly onClose: () => void };
type Values = { on: string; way: ReminderWay; whom: string; text: string; officerId: string | null };

/** Who was reminded, how and with what words. */
export function RemindForm({ file, onClose }: RemindFormProps) {
  const today = useToday();
  const open = file.items.filter((item) => item.state !== 'corrected').map((item) => item.seq);
  const form = useForm<Values>({
    initialValues: {
      on: today,
      way: 'phone',
      whom: '',
      text: `请就第 ${open.join('、')} 项按期改正，并提交整改材料。`,
      officerId: file.officers[0]?.id ?? null,
    },
  });
  const remind = useAction('rectification.remind', { form, done: () => '已登记催告', onDone: onClose });
  const { values, errors } = form;
  const submit = () => {
    const complete = requireFields(form, {
      on: [values.on, '请填写催告日期'],
      whom: [values.whom, '请填写被催告人'],
      text: [values.text, '请填写催告内容'],
      officerId: [values.officerId, '请选择催告人员'],
    });
    if (complete) void remind.run({ id: file.id, ...values, officerId: values.officerId ?? '' });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记催告"
      intro={`${file.no}${file.nextDueOn ? `，最近到期日 ${file.nextDueOn}，${file.remaining}` : ''}。催告不改变整改期限。`}
      submit="登记催告"
      busy={remind.busy}
      error={remind.error}
      onSubmit={submit}
    >
      <DateField
        label="催告日期"
        required
        min={file.orderedOn}
        max={today}
        value={values.on || null}
        error={errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <Input.Wrapper label="催告方式" labelElement="div" required>
        <SegmentedControl
          fullWidth
          aria-label="催告方式"
          data={reminderWays.map((value) => ({ value, label: reminderWayLabels[value] }))}
          value={values.way}
          onChange={(way) => form.setFieldValue('way', way as ReminderWay)}
        />
      </Input.Wrapper>
      <TextInput label="被催告人" required data-autofocus placeholder="姓名和职务" {...form.getInputProps('whom')} />
      <Textarea label="催告内容" required autosize minRows={2} {...form.getInputProps('text')} />
      <OfficerField
        label="催告人员"
        on={values.on || today}
        subjectId={file.subjectId}
        value={values.officerId}
        error={errors['officerId']}
        onChange={(officerId) => form.setFieldValue('officerId', officerId)}
      />
    </FormDrawer>
  );
}
