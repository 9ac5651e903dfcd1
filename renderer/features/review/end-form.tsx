import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import type { ReviewFile } from './review-words';

type EndFormProps = {
  readonly file: ReviewFile;
  /** 撤回公示, or 后续处置完结. */
  readonly ending: 'withdraw' | 'close';
  readonly onClose: () => void;
};

export function EndForm({ file, ending, onClose }: EndFormProps) {
  const today = useToday();
  const form = useForm<{ on: string; text: string; secondOfficerId: string | null }>({
    initialValues: { on: today, text: '', secondOfficerId: null },
  });
  const withdraw = useAction('review.withdraw', { form, done: () => '已登记撤回公示', onDone: onClose });
  const close = useAction('review.close', { form, done: () => '已登记完结', onDone: onClose });
  const taking = ending === 'withdraw';
  const act = taking ? withdraw : close;
  const { values, errors } = form;
  const submit = () => {
    const { on, text, secondOfficerId } = values;
    const complete = requireFields(form, {
      on: [on, '请填写日期'],
      text: [text, taking ? '请写明撤回的理由' : '请写明后续处置的结果'],
      ...(taking ? { secondOfficerId: [secondOfficerId, '请选择复核人员'] as const } : {}),
    });
    if (!complete) return;
    const { inspectionId } = file;
    if (!taking) void close.run({ inspectionId, on, note: text });
    else if (secondOfficerId) void withdraw.run({ inspectionId, on, reason: text, secondOfficerId });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={taking ? '撤回公示' : '登记后续处置完结'}
      intro={
        taking
          ? '撤回后结果不再公示，记录和理由保留；证明材料在本页“公示和撤回的证明”中存入。'
          : '责令改正、移送和抄告都办完后登记。'
      }
      submit={taking ? '撤回公示' : '登记完结'}
      busy={act.busy}
      error={act.error}
      onSubmit={submit}
    >
      <DateField
        label={taking ? '撤回日期' : '完结日期'}
        required
        min={taking ? (file.publishedOn ?? file.endedOn) : file.endedOn}
        max={today}
        value={values.on || null}
        error={errors['on']}
        onChange={(on) => form.setFieldValue('on', on ?? '')}
      />
      {taking ? (
        <OfficerField
          label="复核人员"
          on={today}
          value={values.secondOfficerId}
          error={errors['secondOfficerId']}
          onChange={(value) => form.setFieldValue('secondOfficerId', value)}
        />
      ) : null}
      <Textarea
        label={taking ? '撤回的理由' : '后续处置的结果'}
        required
        autosize
        minRows={3}
        {...form.getInputProps('text')}
        error={errors['text'] ?? errors['reason'] ?? errors['note']}
      />
    </FormDrawer>
  );
}
