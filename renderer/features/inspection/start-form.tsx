import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { type InspectionMethod, inspectionMethodLabels, inspectionMethods } from '#shared/domain/inspection/codes';
import { type InspectionKind, inspectionKindLabels, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { type VisitCause, visitCauseLabels, visitCauses } from '#shared/domain/plan/visit-cause';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { localNow, useToday } from '../../api/today';
import { CapNote } from '../../components/cap-note';
import { FormGrid, SelectField, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { type Clause, LawSide } from '../../components/law-side';
import { MomentField } from '../../components/moment-field';
import { OfficerField, OfficerPair } from '../../components/officer-fields';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import { pairClauses } from './inspection-law';
import type { PlannedVisit } from './use-visit';

type Subject = Pick<RouteOutput<'subject.get'>, 'id' | 'name' | 'kind' | 'address'>;
type StartFormProps = {
  readonly subject: Subject | null;
  readonly planned: PlannedVisit | null;
  readonly actorId: string | null;
  readonly onStarted: (id: string) => void;
};
type Values = {
  subject: PickedSubject | null;
  kind: InspectionKind;
  method: InspectionMethod;
  checklistId: string | null;
  officers: readonly [string | null, string | null];
  startedAt: string;
  place: string;
  cause: VisitCause | null;
  causeNote: string;
  secondOfficerId: string | null;
};

/** How a visit of that kind is made, unless the officers choose otherwise. */
const methodOf = (kind: InspectionKind): InspectionMethod =>
  kind === 'desk_review' ? 'desk' : kind === 'network' ? 'network' : 'on_site';

export function StartForm({ subject, planned, actorId, onStarted }: StartFormProps) {
  const today = useToday();
  const [first, second] = planned?.visit.officers ?? [];
  const form = useForm<Values>({
    initialValues: {
      subject,
      kind: planned?.kind ?? 'daily',
      method: planned ? methodOf(planned.kind) : 'on_site',
      checklistId: planned?.visit.checklistId ?? null,
      officers: [first?.id ?? actorId, second?.id ?? null],
      startedAt: localNow(),
      place: subject?.address ?? planned?.visit.address ?? '',
      cause: null,
      causeNote: '',
      secondOfficerId: null,
    },
  });
  const create = useAction('inspection.create', { form, onDone: ({ id }) => onStarted(id) });
  const { values, errors } = form;
  const day = values.startedAt.slice(0, 10) || today;

  const chosen = useRoute('subject.get', { id: values.subject?.id ?? '' }, { enabled: values.subject !== null }).data;
  const checklists = useRoute(
    'inspection.list-checklists',
    { on: day, ...(chosen ? { subjectKind: chosen.kind } : {}) },
    { enabled: chosen !== undefined, keepPrevious: true },
  ).data?.checklists;
  // What follows from the subject is proposed; it is never taken over from another subject.
  const { setFieldValue } = form;
  const arranged = checklists?.find(({ id }) => id === planned?.visit.checklistId)?.id;
  const only = chosen ? (arranged ?? checklists?.[0]?.id) : undefined;
  useEffect(() => setFieldValue('checklistId', only ?? null), [only, setFieldValue]);
  const address = chosen?.address;
  useEffect(() => {
    if (address) setFieldValue('place', address);
  }, [address, setFieldValue]);

  const visitId = planned?.visit.id;
  const check = useRoute(
    'plan.check-visit',
    { subjectId: values.subject?.id ?? '-', date: day, step: 'begin', ...(visitId ? { visitId } : {}) },
    { enabled: values.subject !== null, keepPrevious: true },
  ).data;
  const over = check !== undefined && values.method === 'on_site' && check.cap.over && !check.passed;
  const overCap =
    over && values.cause !== null && values.secondOfficerId !== null
      ? { cause: values.cause, causeNote: values.causeNote, secondOfficerId: values.secondOfficerId }
      : null;

  const checklist = checklists?.find((pack) => pack.id === values.checklistId);
  const submit = () => {
    const complete = requireFields(form, {
      subjectId: [values.subject, '请选择检查对象'],
      checklistId: [values.checklistId, '请选择检查表'],
      officer1Id: [values.officers[0], '请选择第一名执法人员'],
      officer2Id: [values.officers[1], '请选择第二名执法人员'],
      startedAt: [values.startedAt, '请填写开始时间'],
      ...(over
        ? {
            cause: [values.cause, '请选择检查事由'] as const,
            secondOfficerId: [values.secondOfficerId, '请选择确认人'] as const,
          }
        : {}),
    });
    if (!complete) return;
    void create.run({
      subjectId: values.subject?.id ?? '',
      ...(planned ? { visitId: planned.visit.id } : {}),
      kind: values.kind,
      method: values.method,
      checklistId: values.checklistId ?? '',
      officer1Id: values.officers[0] ?? '',
      officer2Id: values.officers[1] ?? '',
      startedAt: values.startedAt,
      place: values.place,
      ...(overCap ? { overCap } : {}),
    });
  };
  const clauses: readonly Clause[] = [
    ...pairClauses,
    ...(checklist?.basis.map((entry) => ({ ...entry, verified: checklist.verified })) ?? []),
  ];

  return (
    <Columns
      main={
        <Section title="检查安排" hint={chosen ? subjectKindLabels[chosen.kind] : undefined}>
          <SubmitForm onSubmit={submit} busy={create.busy}>
            <FormGrid>
              <Wide>
                <SubjectPick
                  label="检查对象"
                  value={values.subject}
                  error={errors['subjectId']}
                  onChange={(value) => form.setFieldValue('subject', value)}
                />
              </Wide>
              <Select
                label="检查类型"
                required
                allowDeselect={false}
                data={inspectionKinds.map((value) => ({ value, label: inspectionKindLabels[value] }))}
                {...form.getInputProps('kind')}
              />
              <Select
                label="核查方式"
                required
                allowDeselect={false}
                data={inspectionMethods.map((value) => ({ value, label: inspectionMethodLabels[value] }))}
                {...form.getInputProps('method')}
              />
              <Wide>
                <SelectField
                  label="检查表"
                  required
                  disabled={!chosen}
                  placeholder={chosen ? '选择检查表' : '先选定检查对象'}
                  description={
                    checklists && chosen && checklists.length === 0 ? '没有适用于这类对象的检查表。' : undefined
                  }
                  options={(checklists ?? []).map((pack) => ({
                    value: pack.id,
                    label: pack.title,
                    hint: `${pack.sections.reduce((sum, section) => sum + section.items.length, 0)} 项　第 ${pack.version} 版`,
                  }))}
                  value={values.checklistId}
                  error={errors['checklistId']}
                  onChange={(value) => form.setFieldValue('checklistId', value)}
                />
              </Wide>
              <Wide>
                <OfficerPair
                  on={day}
                  subjectId={values.subject?.id ?? null}
                  value={values.officers}
                  errors={[errors['officer1Id'], errors['officer2Id']]}
                  onChange={(value) => form.setFieldValue('officers', value)}
                />
              </Wide>
              <Wide>
                <MomentField
                  label="开始"
                  max={today}
                  value={values.startedAt}
                  error={errors['startedAt']}
                  onChange={(value) => form.setFieldValue('startedAt', value)}
                />
              </Wide>
              <Wide>
                <TextInput label="检查地点" placeholder="到门牌号" {...form.getInputProps('place')} />
              </Wide>
              {check && values.method === 'on_site' && (over || check.cap.visits.length > 0) ? (
                <Wide>
                  <CapNote cap={check.cap} passed={check.passed} />
                </Wide>
              ) : null}
              {over ? (
                <>
                  <SelectField
                    label="超过上限的检查事由"
                    required
                    options={check.cap.exceptionCauses.map((value) => ({ value, label: visitCauseLabels[value] }))}
                    value={values.cause}
                    error={errors['cause']}
                    onChange={(value) =>
                      form.setFieldValue('cause', visitCauses.find((code) => code === value) ?? null)
                    }
                  />
                  <OfficerField
                    label="超过上限的确认人"
                    description="经办人和两名检查人员以外的人。"
                    on={day}
                    value={values.secondOfficerId}
                    error={errors['secondOfficerId']}
                    onChange={(id) => form.setFieldValue('secondOfficerId', id)}
                  />
                  <Wide>
                    <TextInput label="线索来源或文号" required {...form.getInputProps('causeNote')} />
                  </Wide>
                </>
              ) : null}
              <Wide>
                <FormProblem error={create.error} />
              </Wide>
              <Wide>
                <Button type="submit" loading={create.busy}>
                  开始检查
                </Button>
              </Wide>
            </FormGrid>
          </SubmitForm>
        </Section>
      }
      side={<LawSide clauses={clauses} />}
    />
  );
}
