import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { type MarkField, markFieldLabels, markFields } from '#shared/domain/review/review';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import css from './review.module.css';
import type { ReviewFile } from './review-words';

type Values = { officerId: string | null; marks: { field: MarkField; text: string }[] };
const FIELDS = markFields.map((value) => ({ value, label: markFieldLabels[value] }));

/** The reviewer says, part by part, what is to be changed. */
export function ReturnForm({ file, onClose }: { readonly file: ReviewFile; readonly onClose: () => void }) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: { officerId: null, marks: [{ field: 'summary', text: '' }] } });
  const send = useAction('review.return', { form, done: () => '已退回修改', onDone: onClose });
  const { values, errors } = form;
  const submit = () => {
    const marks = values.marks.filter(({ text }) => text.trim() !== '');
    const complete = requireFields(form, {
      officerId: [values.officerId, '请选择审核人员'],
      'marks.0.text': [marks[0]?.text ?? '', '请写明要改什么'],
    });
    if (complete && values.officerId)
      void send.run({ inspectionId: file.inspectionId, officerId: values.officerId, marks });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="退回修改"
      intro="逐处写明要改什么，录入人员修改后重新提交。"
      submit="退回修改"
      busy={send.busy}
      error={send.error}
      onSubmit={submit}
    >
      <OfficerField
        label="审核人员"
        on={today}
        value={values.officerId}
        error={errors['officerId']}
        onChange={(value) => form.setFieldValue('officerId', value)}
      />
      {values.marks.map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are only added at the end
        <div key={at} className={css.marks}>
          <SelectField
            label={`第 ${at + 1} 处`}
            options={FIELDS}
            value={mark.field}
            onChange={(value) => value && form.setFieldValue(`marks.${at}.field`, value as MarkField)}
          />
          <TextInput label="要改什么" required={at === 0} flex={1} {...form.getInputProps(`marks.${at}.text`)} />
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.5} />}
        onClick={() => form.insertListItem('marks', { field: 'record', text: '' })}
      >
        再加一处
      </Button>
    </FormDrawer>
  );
}
