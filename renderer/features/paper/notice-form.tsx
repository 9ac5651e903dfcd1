import { Radio, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import type { Notice } from './paper-words';

export type NoticeStep = 'decide' | 'make' | 'serve' | 'skip' | 'withdraw';
type StepProps = { readonly notice: Notice; readonly onClose: () => void };

/** One step of approval and notice, a drawer each. */
export function NoticeForm({ step, ...rest }: StepProps & { readonly step: NoticeStep }) {
  switch (step) {
    case 'decide':
      return <DecideForm {...rest} />;
    case 'make':
      return <MakeForm {...rest} />;
    case 'serve':
      return <ServeForm {...rest} />;
    case 'skip':
      return (
        <ReasonForm
          {...rest}
          route="paper.skip-notice"
          title="不事先通知"
          intro="事先通知可能影响检查效果的，可以不通知；理由写入记录。"
          label="不事先通知的理由"
          suggestion="双随机抽查按计划不事先通知"
        />
      );
    case 'withdraw':
      return (
        <ReasonForm
          {...rest}
          route="paper.withdraw-notice"
          title="撤回申请"
          intro="撤回后保留在记录里，可以重新申请。"
          label="撤回的理由"
          suggestion=""
        />
      );
  }
}

function DecideForm({ notice, onClose }: StepProps) {
  const today = useToday();
  const form = useForm({
    initialValues: {
      officerId: null as string | null,
      decision: 'approve' as 'approve' | 'refuse',
      on: today,
      note: '',
    },
  });
  const decide = useAction('paper.decide', {
    form,
    done: (_output, { decision }) => (decision === 'approve' ? '已批准' : '已记为不予批准'),
    onDone: onClose,
  });
  const { officerId, decision, on, note } = form.values;
  const submit = () => {
    if (!requireFields(form, { officerId: [officerId ?? '', '请选择审批人'], on: [on, '请填写审批日期'] })) return;
    void decide.run({ id: notice.id, officerId: officerId ?? '', decision, on, note });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="审批"
      intro={`${notice.no}，${notice.appliedBy.name} ${notice.appliedOn} 申请。审批人应当是申请人和检查人员以外的机关负责人。`}
      submit={decision === 'approve' ? '批准' : '不予批准'}
      busy={decide.busy}
      error={decide.error}
      onSubmit={submit}
    >
      <OfficerField
        label="审批人"
        on={on}
        subjectId={notice.subjectId}
        refuse={{ id: notice.appliedBy.id, why: '是申请人' }}
        value={officerId}
        error={form.errors['officerId']}
        onChange={(value) => form.setFieldValue('officerId', value)}
      />
      <Radio.Group label="审批意见" {...form.getInputProps('decision')}>
        <Radio value="approve" label="同意" />
        <Radio value="refuse" label="不同意" />
      </Radio.Group>
      <DateField
        label="审批日期"
        required
        min={notice.appliedOn}
        max={today}
        value={on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <Textarea
        label={decision === 'approve' ? '补充意见' : '不同意的理由'}
        required={decision === 'refuse'}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}

function MakeForm({ notice, onClose }: StepProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today } });
  const make = useAction('paper.make-notice', { form, done: ({ no }) => `已制作 ${no}`, onDone: onClose });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="制作检查通知书"
      intro="内容取自审批表，不用再填；制作后取得文号，可以打印送达。"
      submit="制作检查通知书"
      busy={make.busy}
      error={make.error}
      onSubmit={() => void make.run({ id: notice.id, on: form.values.on })}
    >
      <DateField
        label="通知书日期"
        required
        max={today}
        value={form.values.on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
        {...(notice.decidedOn ? { min: notice.decidedOn } : {})}
      />
    </FormDrawer>
  );
}

function ServeForm({ notice, onClose }: StepProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, receivedBy: '' } });
  const serve = useAction('paper.serve-notice', { form, done: () => '已登记送达', onDone: onClose });
  const { on, receivedBy } = form.values;
  const submit = () => {
    if (!requireFields(form, { on: [on, '请填写送达日期'], receivedBy: [receivedBy, '请填写接收人'] })) return;
    void serve.run({ id: notice.id, on, receivedBy });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记送达"
      intro={`${notice.noticeNo ?? ''}，${notice.noticedOn ?? ''} 制作。`}
      submit="登记送达"
      busy={serve.busy}
      error={serve.error}
      onSubmit={submit}
    >
      <DateField
        label="送达日期"
        required
        max={today}
        value={on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
        {...(notice.noticedOn ? { min: notice.noticedOn } : {})}
      />
      <TextInput
        label="接收人"
        required
        data-autofocus
        placeholder="姓名和职务"
        {...form.getInputProps('receivedBy')}
      />
    </FormDrawer>
  );
}

type ReasonFormProps = StepProps & {
  readonly route: 'paper.skip-notice' | 'paper.withdraw-notice';
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly suggestion: string;
};

function ReasonForm({ notice, onClose, route, title, intro, label, suggestion }: ReasonFormProps) {
  const form = useForm({ initialValues: { reason: suggestion } });
  const action = useAction(route, { form, done: () => `已${title}`, onDone: onClose });
  const submit = () => {
    if (requireFields(form, { reason: [form.values.reason, '请写明理由'] }))
      void action.run({ id: notice.id, reason: form.values.reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={title}
      intro={intro}
      submit={title}
      busy={action.busy}
      error={action.error}
      onSubmit={submit}
    >
      <Textarea label={label} required autosize minRows={3} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
