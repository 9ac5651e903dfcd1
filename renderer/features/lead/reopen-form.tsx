import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { LeadFile } from './lead-words';

type ReopenFormProps = { readonly file: LeadFile; readonly onClose: () => void };

export function ReopenForm({ file, onClose }: ReopenFormProps) {
  const form = useForm({ initialValues: { reason: '' } });
  const reopen = useAction('lead.reopen', { form, done: () => `线索 ${file.no} 已重新打开`, onDone: onClose });
  const submit = () => {
    const { reason } = form.values;
    if (requireFields(form, { reason: [reason, '请写明重新打开的理由'] })) void reopen.run({ id: file.id, reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="重新打开线索"
      intro={
        file.state === 'confirmed'
          ? '据此登记的信用信息随之撤回，线索回到承办人手中；下次评价时不再计入。'
          : '线索回到承办人手中。'
      }
      submit="重新打开"
      busy={reopen.busy}
      error={reopen.error}
      onSubmit={submit}
    >
      <Textarea label="理由" required autosize minRows={3} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
