import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ArrangedKind, arrangedKinds, inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { type VisitCause, visitCauseLabels, visitCauses } from '#shared/domain/plan/visit-cause';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { CapNote } from '../../components/cap-note';
import { DateField, SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField, OfficerPair } from '../../components/officer-fields';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import { ProblemBar } from './problem-bar';
import { kindOf, originWords } from './task-words';

type Values = {
  subject: PickedSubject | null;
  kind: ArrangedKind;
  date: string | null;
  officers: readonly [string | null, string | null];
  checklistId: string | null;
  cause: VisitCause | null;
  causeNote: string;
  campaignId: string | null;
  secondOfficerId: string | null;
};
type ArrangeFormProps = { readonly campaignId: string | null; readonly onClose: () => void };

/** A visit arranged by hand; what stands against it is said while the form is filled in. */
export function ArrangeForm({ campaignId, onClose }: ArrangeFormProps) {
  const today = useToday();
  const form = useForm<Values>({
    initialValues: {
      subject: null,
      kind: campaignId === null ? 'daily' : 'special',
      date: null,
      officers: [null, null],
      checklistId: null,
      cause: campaignId === null ? null : 'campaign',
      causeNote: '',
      campaignId,
      secondOfficerId: null,
    },
  });
  const { values, errors } = form;
  const day = values.date ?? today;
  const subjectId = values.subject?.id ?? null;
  const officerIds = values.officers.filter((id) => id !== null);
  const check = useRoute(
    'plan.check-visit',
    { subjectId: subjectId ?? '-', date: day, kind: values.kind, cause: values.cause, officerIds },
    { enabled: subjectId !== null, keepPrevious: true },
  ).data;
  const kind = useRoute('subject.get', { id: subjectId ?? '-' }, { enabled: subjectId !== null }).data?.kind;
  const checklists = useRoute(
    'inspection.list-checklists',
    { on: day, ...(kind ? { subjectKind: kind } : {}) },
    { enabled: kind !== undefined },
  ).data?.checklists;
  const campaigns = useRoute('plan.list-campaigns', {}).data?.campaigns.filter(({ state }) => state === 'open') ?? [];
  const arrange = useAction('plan.arrange', {
    form,
    done: () => `已安排 ${day} 检查${values.subject?.name ?? ''}`,
    onDone: onClose,
  });
  const over = check?.onSite === true && check.cap.over;
  const submit = () => {
    const complete = requireFields(form, {
      subjectId: [values.subject, '请选择检查对象'],
      date: [values.date, '请选择检查日期'],
      officer1Id: [values.officers[0], '请选择第一名执法人员'],
      officer2Id: [values.officers[1], '请选择第二名执法人员'],
      cause: [values.cause, '请选择检查事由'],
    });
    if (!complete || values.cause === null) return;
    void arrange.run({
      subjectId: subjectId ?? '',
      kind: values.kind,
      date: values.date ?? '',
      officer1Id: values.officers[0] ?? '',
      officer2Id: values.officers[1] ?? '',
      checklistId: values.checklistId,
      campaignId: values.campaignId,
      cause: values.cause,
      causeNote: values.causeNote,
      secondOfficerId: over ? values.secondOfficerId : null,
    });
  };
  const same = check?.sameMonth ?? [];
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="安排检查"
      intro="不经抽取、因具体事由安排的检查，与抽取的检查列在同一张任务表里。"
      submit="安排检查"
      busy={arrange.busy}
      error={arrange.error}
      onSubmit={submit}
    >
      <SubjectPick
        label="检查对象"
        value={values.subject}
        error={errors['subjectId']}
        onChange={(value) => form.setFieldValue('subject', value)}
      />
      {check ? <CapNote cap={check.cap} /> : null}
      <ProblemBar
        label="请注意"
        problems={[
          ...(check?.deskFirst ? [`${check.deskFirst}。请改选“书面检查”，或核对事由。`] : []),
          ...(check?.problems ?? []),
          ...same.map(
            (task) => `同月已有检查：${task.date} ${kindOf(task)}（${originWords(task)}），可在任务表中合并为一次。`,
          ),
        ]}
      />
      <Select
        label="检查类型"
        required
        allowDeselect={false}
        data={arrangedKinds.map((value) => ({ value, label: inspectionKindLabels[value] }))}
        {...form.getInputProps('kind')}
      />
      <SelectField
        label="检查事由"
        required
        options={visitCauses.map((value) => ({ value, label: visitCauseLabels[value] }))}
        value={values.cause}
        error={errors['cause']}
        onChange={(value) => form.setFieldValue('cause', visitCauses.find((code) => code === value) ?? null)}
      />
      {values.cause === 'campaign' ? (
        <SelectField
          label="专项行动"
          required
          options={campaigns.map(({ id, title, fromOn, toOn }) => ({
            value: id,
            label: title,
            hint: `${fromOn} 至 ${toOn}`,
          }))}
          value={values.campaignId}
          error={errors['campaignId']}
          onChange={(id) => form.setFieldValue('campaignId', id)}
        />
      ) : null}
      <Textarea
        label="线索来源、文号或说明"
        required={over || values.cause === 'other'}
        autosize
        minRows={2}
        maxLength={300}
        {...form.getInputProps('causeNote')}
      />
      <DateField
        label="检查日期"
        required
        min={today}
        value={values.date}
        error={errors['date']}
        onChange={(date) => form.setFieldValue('date', date)}
      />
      <OfficerPair
        on={day}
        subjectId={subjectId}
        value={values.officers}
        errors={[errors['officer1Id'], errors['officer2Id']]}
        onChange={(value) => form.setFieldValue('officers', value)}
      />
      {over ? (
        <OfficerField
          label="超过上限的确认人"
          description="经办人和两名检查人员以外的人。"
          on={day}
          value={values.secondOfficerId}
          error={errors['secondOfficerId']}
          onChange={(id) => form.setFieldValue('secondOfficerId', id)}
        />
      ) : null}
      <SelectField
        label="检查表（可以到现场再选）"
        clearable
        disabled={kind === undefined}
        options={(checklists ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={values.checklistId}
        onChange={(id) => form.setFieldValue('checklistId', id)}
      />
    </FormDrawer>
  );
}
