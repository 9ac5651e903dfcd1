import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { PackRow } from './pack-words';

type DiscardFormProps = { readonly pack: PackRow; readonly onClose: () => void; readonly onDone: () => void };

/** A draft that leads nowhere; that it was there stays in the record of operations. */
export function DiscardForm({ pack, onClose, onDone }: DiscardFormProps) {
  const form = useForm({ initialValues: { reason: '' } });
  const discard = useAction('pack.discard-draft', { form, done: () => `已放弃“${pack.title}”的草稿`, onDone });
  const submit = () => {
    if (!requireFields(form, { reason: [form.values.reason, '请写明放弃的理由'] })) return;
    void discard.run({ packId: pack.packId, version: pack.version, reason: form.values.reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="放弃草稿"
      intro={`“${pack.title}”第 ${pack.version} 版的草稿不再列出，不能恢复；已启用的版本不受影响。`}
      submit="放弃草稿"
      busy={discard.busy}
      error={discard.error}
      onSubmit={submit}
    >
      <Textarea label="理由" required autosize minRows={2} maxLength={500} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
