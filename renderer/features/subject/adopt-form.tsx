import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { FactRecord } from './subject-words';

type AdoptFormProps = {
  readonly fact: FactRecord;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Another office's record becomes one this office answers for; until then it is only a reference. */
export function AdoptForm({ fact, opened, onClose, onDone }: AdoptFormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, reason: '' } });
  const adopt = useAction('fact.adopt', {
    form,
    done: () => '已采信，自采信之日起计入评价',
    onDone: () => {
      form.reset();
      onDone();
    },
  });
  const submit = () => {
    const { on, reason } = form.values;
    if (requireFields(form, { on: [on, '请填写采信日期'], reason: [reason, '请写明核对了什么'] }))
      void adopt.run({ id: fact.id, on, reason });
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="采信外局信息"
      intro={`“${fact.itemName}”来自${fact.originOffice ?? '外局'}。采信后由本局负责，自采信之日起计入评价；来源机关保留不变。`}
      submit="采信这条信息"
      busy={adopt.busy}
      error={adopt.error}
      onSubmit={submit}
    >
      <FormGrid single>
        <DateField
          label="采信日期"
          required
          min={fact.occurredOn}
          max={today}
          value={form.values.on || null}
          error={form.errors['on']}
          onChange={(date) => form.setFieldValue('on', date ?? '')}
        />
        <Textarea
          label="采信理由"
          required
          autosize
          minRows={3}
          placeholder="核对了哪一份文书、与谁核实"
          {...form.getInputProps('reason')}
        />
      </FormGrid>
    </FormDrawer>
  );
}
