import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { RectificationFile } from './rectification-words';

export type Ending = 'escalate' | 'cancel';
const WORDS: Record<
  Ending,
  { readonly title: string; readonly intro: string; readonly reason: string; readonly done: string }
> = {
  escalate: {
    title: '转处理',
    intro: '逾期未改正或者复查未整改的，转办案机构依法处理。转出后这件整改即结束。',
    reason: '转处理的理由和去向',
    done: '已转处理',
  },
  cancel: {
    title: '撤销责令改正',
    intro: '通知书有误或者不应作出的，可以撤销。原通知书保留在记录里。',
    reason: '撤销的理由',
    done: '已撤销',
  },
};

type EndFormProps = { readonly file: RectificationFile; readonly ending: Ending; readonly onClose: () => void };

/** Ends an order otherwise than by correction; never without a reason. */
export function EndForm({ file, ending, onClose }: EndFormProps) {
  const today = useToday();
  const words = WORDS[ending];
  const form = useForm({ initialValues: { on: today, reason: '' } });
  const options = { form, done: () => `${file.no} ${words.done}`, onDone: onClose };
  const escalate = useAction('rectification.escalate', options);
  const cancel = useAction('rectification.cancel', options);
  const action = ending === 'escalate' ? escalate : cancel;
  const submit = () => {
    const { on, reason } = form.values;
    if (requireFields(form, { on: [on, '请填写日期'], reason: [reason, '请写明理由'] }))
      void action.run({ id: file.id, on, reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={words.title}
      intro={words.intro}
      submit={words.title}
      busy={action.busy}
      error={action.error}
      onSubmit={submit}
    >
      <DateField
        label="日期"
        required
        min={file.orderedOn}
        max={today}
        value={form.values.on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <Textarea label={words.reason} required autosize minRows={3} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
