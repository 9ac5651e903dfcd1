import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { FreezeFile } from './plan-words';

type DiscardFormProps = { readonly freeze: FreezeFile; readonly opened: boolean; readonly onClose: () => void };

/** A list that shall not be drawn from is put away with a reason, and stays in the register. */
export function DiscardForm({ freeze, opened, onClose }: DiscardFormProps) {
  const form = useForm({ initialValues: { reason: '' } });
  const discard = useAction('plan.discard-freeze', { form, done: () => `已停用《${freeze.title}》`, onDone: onClose });
  const submit = () => {
    const { reason } = form.values;
    if (requireFields(form, { reason: [reason, '请填写停用理由'] })) void discard.run({ id: freeze.id, reason });
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="停用名录"
      intro={`《${freeze.title}》的名录停用后不能再抽取；校验值和停用理由留在冻结记录中。`}
      submit="停用名录"
      busy={discard.busy}
      error={discard.error}
      onSubmit={submit}
    >
      <Textarea label="停用理由" required autosize minRows={3} maxLength={300} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
