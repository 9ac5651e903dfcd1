import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Recommendation, recommendationLabels } from '#shared/domain/repair/repair';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import { Section } from '../../components/section';
import { RecommendField } from './recommend-field';
import type { RepairFile } from './repair-words';

type Values = { on: string; officerId: string | null; decision: Recommendation | null; reason: string };

/** Four eyes: another officer decides, and not while something stands in the way. */
export function DecideForm({ file }: { readonly file: RepairFile }) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: { on: today, officerId: null, decision: null, reason: '' } });
  const decide = useAction('repair.decide', {
    form,
    done: (_output, { decision }) => `已决定：${recommendationLabels[decision]}`,
  });
  const { values, errors } = form;
  const { opinion } = file;
  const submit = () => {
    const complete = requireFields(form, {
      decision: [values.decision, '请选择决定'],
      officerId: [values.officerId, '请选择作出决定的人员'],
      on: [values.on, '请填写决定日期'],
    });
    if (!complete || !values.decision || !values.officerId) return;
    void decide.run({
      id: file.id,
      on: values.on,
      officerId: values.officerId,
      decision: values.decision,
      reason: values.reason,
    });
  };
  const contrary = opinion !== null && values.decision !== null && values.decision !== opinion.recommend;
  return (
    <Section
      title="作出决定"
      hint={opinion ? `${opinion.officerName}的意见：${recommendationLabels[opinion.recommend]}` : undefined}
    >
      <SubmitForm onSubmit={submit} busy={decide.busy}>
        <FormGrid>
          <Wide>
            <RecommendField
              label="决定"
              value={values.decision}
              error={errors['decision']}
              noGrant={
                file.refusals.length > 0 ? `不能准予：${file.refusals.map((r) => r.message).join('；')}` : undefined
              }
              onChange={(value) => form.setFieldValue('decision', value)}
            />
          </Wide>
          <Wide>
            <Textarea
              label="理由"
              required={contrary || values.decision === 'refuse'}
              autosize
              minRows={2}
              placeholder={contrary ? '决定与意见不一致，须写明理由' : ''}
              {...form.getInputProps('reason')}
            />
          </Wide>
          <OfficerField
            label="作出决定的人员"
            on={values.on || today}
            subjectId={file.subjectId}
            refuse={opinion ? { id: opinion.officerId, why: '已提出意见，须由另一名人员决定' } : null}
            value={values.officerId}
            error={errors['officerId']}
            onChange={(value) => form.setFieldValue('officerId', value)}
          />
          <DateField
            label="决定日期"
            required
            min={opinion?.on ?? file.appliedOn}
            max={today}
            value={values.on || null}
            error={errors['on']}
            onChange={(value) => form.setFieldValue('on', value ?? '')}
          />
          <Wide>
            <FormProblem error={decide.error} />
          </Wide>
          <Wide>
            <Button type="submit" loading={decide.busy}>
              作出决定
            </Button>
          </Wide>
        </FormGrid>
      </SubmitForm>
    </Section>
  );
}
