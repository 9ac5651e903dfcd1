import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { DishonestyFile } from './repair-words';

type WithdrawFormProps = { readonly file: DishonestyFile; readonly onClose: () => void };

/** The document was revoked, changed or found unlawful. */
export function WithdrawForm({ file, onClose }: WithdrawFormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, reason: '' } });
  const withdraw = useAction('dishonesty.withdraw', { form, done: () => '失信记录已撤出', onDone: onClose });
  const submit = () => {
    const { on, reason } = form.values;
    if (requireFields(form, { on: [on, '请填写撤出日期'], reason: [reason, '请写明撤出的理由和依据'] }))
      void withdraw.run({ id: file.id, on, reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="撤出失信记录"
      intro="认定文书被撤销、变更或者确认违法的，撤出记录。原记录保留，不再计入评价。"
      submit="撤出失信记录"
      busy={withdraw.busy}
      error={withdraw.error}
      onSubmit={submit}
    >
      <DateField
        label="撤出日期"
        required
        min={file.decidedOn}
        max={today}
        value={form.values.on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <Textarea
        label="撤出的理由和依据"
        required
        autosize
        minRows={3}
        data-autofocus
        placeholder="撤销或者变更文书的机关、文号、日期"
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
