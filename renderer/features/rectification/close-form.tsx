import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { RectificationFile } from './rectification-words';

type CloseFormProps = { readonly file: RectificationFile; readonly onClose: () => void };

export function CloseForm({ file, onClose }: CloseFormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, note: '' } });
  const close = useAction('rectification.close', { form, done: () => `${file.no} 已办结`, onDone: onClose });
  const submit = () => {
    const { on, note } = form.values;
    if (requireFields(form, { on: [on, '请填写办结日期'] })) void close.run({ id: file.id, on, note });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="办结整改"
      intro={`${file.itemCount} 项均已确认整改。`}
      submit="办结整改"
      busy={close.busy}
      error={close.error}
      onSubmit={submit}
    >
      <DateField
        label="办结日期"
        required
        min={file.orderedOn}
        max={today}
        value={form.values.on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <Textarea label="说明" autosize minRows={2} data-autofocus {...form.getInputProps('note')} />
    </FormDrawer>
  );
}
