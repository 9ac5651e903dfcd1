import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type CloseReason, closeReasonLabels, closeReasons } from '#shared/domain/warning/lead';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';

type CloseFormProps = { readonly ids: readonly string[]; readonly onClose: () => void };

export function CloseForm({ ids, onClose }: CloseFormProps) {
  const form = useForm<{ reason: CloseReason | null; note: string }>({ initialValues: { reason: null, note: '' } });
  const close = useAction('lead.close', { form, done: ({ closed }) => `已关闭 ${closed} 条线索`, onDone: onClose });
  const submit = () => {
    const { reason, note } = form.values;
    if (requireFields(form, { reason: [reason, '请选择关闭原因'] }) && reason)
      void close.run({ ids: [...ids], reason, note });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="关闭线索"
      intro={`${ids.length === 1 ? '' : `共 ${ids.length} 条。`}关闭的线索不登记信用信息，同一名单再次筛查也不会重新出现；需要时可以重新打开。`}
      submit="关闭线索"
      busy={close.busy}
      error={close.error}
      onSubmit={submit}
    >
      <SelectField
        label="关闭原因"
        required
        options={closeReasons.map((value) => ({ value, label: closeReasonLabels[value] }))}
        value={form.values.reason}
        error={form.errors['reason']}
        onChange={(reason) => form.setFieldValue('reason', reason as CloseReason | null)}
      />
      <Textarea
        label="说明"
        required={form.values.reason === 'other'}
        autosize
        minRows={3}
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}
