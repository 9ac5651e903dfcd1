import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { InterviewFile } from './interview-page';

type VoidFormProps = { readonly file: InterviewFile; readonly onClose: () => void };

export function VoidForm({ file, onClose }: VoidFormProps) {
  const { interview } = file;
  const form = useForm({ initialValues: { reason: '' } });
  const cancel = useAction('interview.void', { form, done: () => `${interview.no} 已作废`, onDone: onClose });
  const submit = () => {
    if (requireFields(form, { reason: [form.values.reason, '请写明作废的原因'] }))
      void cancel.run({ id: interview.id, reason: form.values.reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="作废询问笔录"
      intro="作废后保留在记录里，文号不再使用。"
      submit="作废询问笔录"
      busy={cancel.busy}
      error={cancel.error}
      onSubmit={submit}
    >
      <Textarea label="作废的原因" required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
