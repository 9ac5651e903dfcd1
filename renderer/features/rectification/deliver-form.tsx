import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { RectificationFile } from './rectification-words';

type DeliverFormProps = { readonly file: RectificationFile; readonly onClose: () => void };

export function DeliverForm({ file, onClose }: DeliverFormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, receivedBy: '' } });
  const deliver = useAction('rectification.deliver', { form, done: () => '已登记送达', onDone: onClose });
  const submit = () => {
    const { on, receivedBy } = form.values;
    if (!requireFields(form, { on: [on, '请填写送达日期'], receivedBy: [receivedBy, '请填写接收人'] })) return;
    void deliver.run({ id: file.id, on, receivedBy });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记送达"
      intro={`${file.no}，${file.orderedOn} 责令。`}
      submit="登记送达"
      busy={deliver.busy}
      error={deliver.error}
      onSubmit={submit}
    >
      <DateField
        label="送达日期"
        required
        min={file.orderedOn}
        max={today}
        value={form.values.on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <TextInput
        label="接收人"
        required
        data-autofocus
        placeholder="姓名和职务"
        {...form.getInputProps('receivedBy')}
      />
    </FormDrawer>
  );
}
