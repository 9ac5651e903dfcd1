import { Autocomplete, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateSteps } from '../../components/date-steps';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { Unverified } from '../../components/law-side';
import type { LetterFile } from './letter-words';

export type LetterStep = 'send' | 'remind' | 'reply' | 'close' | 'cancel';
type StepFormProps = { readonly file: LetterFile; readonly step: LetterStep; readonly onClose: () => void };
type Values = { on: string; how: string; text: string; dueOn: string | null };

const TITLES: Record<LetterStep, string> = {
  send: '登记发出',
  remind: '登记催办',
  reply: '登记回复',
  close: '不再等回复',
  cancel: '作废函件',
};
const TEXTS: Partial<Record<LetterStep, string>> = {
  reply: '回复内容',
  close: '不再等回复的理由',
  cancel: '作废的理由',
};

/** One step of a letter. */
export function StepForm({ file, step, onClose }: StepFormProps) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: { on: today, how: '', text: '', dueOn: null } });
  const told = { form, done: () => `${TITLES[step]}：${file.no}`, onDone: onClose };
  const send = useAction('letter.send', told);
  const remind = useAction('letter.remind', told);
  const reply = useAction('letter.reply', told);
  const close = useAction('letter.close', told);
  const cancel = useAction('letter.cancel', told);
  const act = { send, remind, reply, close, cancel }[step];
  const { values, errors } = form;
  const dated = step === 'send' || step === 'remind' || step === 'reply';
  const label = TEXTS[step];
  const usual = useRoute(
    'letter.preview-reply',
    { kind: file.kind, on: values.on || today },
    { enabled: step === 'send', keepPrevious: true },
  ).data;
  const dueOn = values.dueOn ?? usual?.date ?? null;
  const submit = () => {
    const { on, how, text } = values;
    const complete = requireFields(form, {
      ...(dated ? { on: [on, '请填写日期'] as const } : {}),
      ...(step === 'send' ? { how: [how, '请填写发出方式'] as const } : {}),
      ...(label ? { text: [text, `请填写${label}`] as const } : {}),
    });
    if (!complete) return;
    const { id } = file;
    if (step === 'send') void send.run({ id, on, how, replyDueOn: dueOn });
    else if (step === 'remind') void remind.run({ id, on });
    else if (step === 'reply') void reply.run({ id, on, reply: text });
    else if (step === 'close') void close.run({ id, reason: text });
    else void cancel.run({ id, reason: text });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={TITLES[step]}
      intro={`${file.no}　致${file.toUnit}`}
      submit={TITLES[step]}
      busy={act.busy}
      error={act.error}
      onSubmit={submit}
    >
      {dated ? (
        <DateField
          label={step === 'send' ? '发出日期' : step === 'remind' ? '催办日期' : '回复日期'}
          required
          min={file.sentOn ?? file.writtenOn}
          max={today}
          value={values.on || null}
          error={errors['on']}
          onChange={(on) => form.setFieldValue('on', on ?? '')}
        />
      ) : null}
      {step === 'send' ? (
        <>
          <Autocomplete
            label="发出方式"
            required
            data={['机要交换', '公文系统', '邮政挂号', '直接送达']}
            {...form.getInputProps('how')}
          />
          <DateField
            label="请对方回复的期限"
            min={values.on || today}
            value={dueOn}
            error={errors['replyDueOn']}
            onChange={(value) => form.setFieldValue('dueOn', value)}
          />
          {usual && dueOn === usual.date ? (
            <div role="status">
              <DateSteps steps={usual.steps} estimated={usual.estimated} />
              {usual.verified ? null : <Unverified />}
            </div>
          ) : null}
        </>
      ) : null}
      {label ? (
        <Textarea
          label={label}
          required
          autosize
          minRows={3}
          {...form.getInputProps('text')}
          error={errors['text'] ?? errors['reason'] ?? errors['reply']}
        />
      ) : null}
    </FormDrawer>
  );
}
