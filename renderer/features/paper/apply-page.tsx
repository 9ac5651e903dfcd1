import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { inspectionMethodLabels, inspectionMethods } from '#shared/domain/inspection/codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { FormGrid, SelectField, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { MomentField } from '../../components/moment-field';
import { OfficerPair } from '../../components/officer-fields';
import { Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { caseLink } from './paper-words';

type Proposed = RouteOutput<'paper.propose-notice'>;
type Key = { readonly visitId?: string; readonly inspectionId?: string };

/** `/papers/apply?visit=` or `?inspection=`: the approval form, filled from the records. */
export function ApplyPage() {
  const [params] = useSearchParams();
  const [visitId, inspectionId] = [params.get('visit'), params.get('inspection')];
  const key: Key = inspectionId ? { inspectionId } : { visitId: visitId ?? '' };
  const proposed = useRoute('paper.propose-notice', key);
  if (proposed.data) return <Apply key={JSON.stringify(key)} caseKey={key} proposed={proposed.data} />;
  return <RecordGate error={proposed.error} label="正在准备审批表" back={{ to: '/papers', label: '返回文书' }} />;
}

function Apply({ caseKey, proposed }: { readonly caseKey: Key; readonly proposed: Proposed }) {
  const navigate = useNavigate();
  const [urgent, setUrgent] = useState(false);
  const form = useForm({
    initialValues: {
      method: proposed.method as string | null,
      matters: proposed.matters.join('\n'),
      reason: proposed.reason,
      basis: proposed.basis,
      place: proposed.place,
      plannedFrom: proposed.plannedFrom,
      plannedTo: proposed.plannedTo,
      officers: [proposed.officer1Id || null, proposed.officer2Id || null] as readonly [string | null, string | null],
      urgentReason: '',
    },
  });
  const to = caseLink({ visitId: caseKey.visitId ?? null, inspectionId: caseKey.inspectionId ?? null });
  const apply = useAction('paper.apply', {
    form,
    done: ({ no }) => `已申请 ${no}，等待审批`,
    onDone: () => navigate(to, { replace: true }),
  });
  const { values } = form;
  const submit = () => {
    const [first, second] = values.officers;
    const ready = requireFields(form, {
      matters: [values.matters, '请写明检查事项，每行一项'],
      reason: [values.reason, '请写明检查事由'],
      basis: [values.basis, '请写明检查依据'],
      place: [values.place, '请填写检查地点'],
      officer1Id: [first ?? '', '请选择检查人员'],
      officer2Id: [second ?? '', '请选择检查人员'],
      ...(urgent ? { urgentReason: [values.urgentReason, '请写明先行检查的理由'] as const } : {}),
    });
    const method = inspectionMethods.find((one) => one === values.method);
    if (!ready || !method) return;
    void apply.run({
      ...caseKey,
      method,
      matters: values.matters
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      reason: values.reason,
      basis: values.basis,
      place: values.place,
      plannedFrom: values.plannedFrom,
      plannedTo: values.plannedTo,
      officer1Id: first ?? '',
      officer2Id: second ?? '',
      urgentReason: urgent ? values.urgentReason : null,
    });
  };
  return (
    <Page kind="narrow">
      <PageHeader
        title="申请检查审批"
        purpose={`${proposed.subjectName}　${inspectionKindLabels[proposed.kind]}；内容取自检查安排和检查表，核对后提交。`}
        back={{ to, label: '文书' }}
      />
      <Section title="审批表">
        <SubmitForm onSubmit={submit} busy={apply.busy}>
          <FormGrid>
            <MomentField
              label="检查开始"
              value={values.plannedFrom}
              error={form.errors['plannedFrom']}
              onChange={(value) => form.setFieldValue('plannedFrom', value)}
            />
            <MomentField
              label="检查结束"
              value={values.plannedTo}
              error={form.errors['plannedTo']}
              onChange={(value) => form.setFieldValue('plannedTo', value)}
            />
            <Wide>
              <OfficerPair
                on={values.plannedFrom.slice(0, 10)}
                subjectId={proposed.subjectId}
                value={values.officers}
                errors={[form.errors['officer1Id'], form.errors['officer2Id']]}
                onChange={(value) => form.setFieldValue('officers', value)}
                labels={['检查人员一', '检查人员二']}
              />
            </Wide>
            <SelectField
              label="检查方式"
              required
              options={inspectionMethods.map((value) => ({ value, label: inspectionMethodLabels[value] }))}
              value={values.method}
              onChange={(value) => form.setFieldValue('method', value)}
            />
            <TextInput label="检查地点" required {...form.getInputProps('place')} />
            <Wide>
              <Textarea
                label="检查事项"
                required
                description="每行一项"
                autosize
                minRows={3}
                {...form.getInputProps('matters')}
              />
            </Wide>
            <Wide>
              <Textarea label="检查事由" required autosize minRows={2} {...form.getInputProps('reason')} />
            </Wide>
            <Wide>
              <Textarea label="检查依据" required autosize minRows={2} {...form.getInputProps('basis')} />
            </Wide>
            <Wide>
              <Checkbox
                label="情况紧急或者按规定可以先行检查"
                checked={urgent}
                onChange={(event) => setUrgent(event.currentTarget.checked)}
              />
              {urgent ? (
                <Textarea label="先行检查的理由" required autosize {...form.getInputProps('urgentReason')} />
              ) : null}
            </Wide>
          </FormGrid>
          <FormProblem error={apply.error} />
          <Button type="submit" mt="md" loading={apply.busy}>
            申请检查审批
          </Button>
        </SubmitForm>
      </Section>
    </Page>
  );
}
