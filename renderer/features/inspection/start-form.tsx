import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { type InspectionMethod, inspectionMethodLabels, inspectionMethods } from '#shared/domain/inspection/codes';
import { type InspectionKind, inspectionKindLabels, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { localNow, useToday } from '../../api/today';
import { FormGrid, SelectField, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { type Clause, LawSide } from '../../components/law-side';
import { MomentField } from '../../components/moment-field';
import { OfficerPair } from '../../components/officer-fields';
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
};

export function StartForm({ subject, planned, actorId, onStarted }: StartFormProps) {
  const today = useToday();
  const [first, second] = planned?.visit.officers ?? [];
  const form = useForm<Values>({
    initialValues: {
      subject,
      kind: planned?.kind ?? 'daily',
      method: 'on_site',
      checklistId: null,
      officers: [first?.id ?? actorId, second?.id ?? null],
      startedAt: localNow(),
      place: subject?.address ?? planned?.visit.address ?? '',
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
  const only = chosen ? checklists?.[0]?.id : undefined;
  useEffect(() => setFieldValue('checklistId', only ?? null), [only, setFieldValue]);
  const address = chosen?.address;
  useEffect(() => {
    if (address) setFieldValue('place', address);
  }, [address, setFieldValue]);

  const checklist = checklists?.find((pack) => pack.id === values.checklistId);
  const submit = () => {
    const complete = requireFields(form, {
      subjectId: [values.subject, '请选择检查对象'],
      checklistId: [values.checklistId, '请选择检查表'],
      officer1Id: [values.officers[0], '请选择第一名执法人员'],
      officer2Id: [values.officers[1], '请选择第二名执法人员'],
      startedAt: [values.startedAt, '请填写开始时间'],
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
