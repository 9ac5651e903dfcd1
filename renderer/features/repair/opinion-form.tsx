import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Recommendation } from '#shared/domain/repair/repair';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import { Section } from '../../components/section';
import { RecommendField } from './recommend-field';
import type { RepairFile } from './repair-words';

type Values = { on: string; officerId: string | null; recommend: Recommendation | null; text: string };

export function OpinionForm({ file }: { readonly file: RepairFile }) {
  const today = useToday();
  const actor = useRoute('office.get', {}).data?.actor?.id ?? null;
  const form = useForm<Values>({ initialValues: { on: today, officerId: actor, recommend: null, text: '' } });
  const opine = useAction('repair.opine', { form, done: () => '已提出意见，由另一名人员决定' });
  const { values, errors } = form;
  const submit = () => {
    const complete = requireFields(form, {
      recommend: [values.recommend, '请选择意见'],
      text: [values.text, '请填写处理意见'],
      officerId: [values.officerId, '请选择提出意见的人员'],
      on: [values.on, '请填写日期'],
    });
    if (!complete || !values.recommend || !values.officerId) return;
    void opine.run({
      id: file.id,
      on: values.on,
      officerId: values.officerId,
      recommend: values.recommend,
      text: values.text,
    });
  };
  return (
    <Section title="处理意见" hint="提出意见的人员不能作出决定">
      <SubmitForm onSubmit={submit} busy={opine.busy}>
        <FormGrid>
          <Wide>
            <RecommendField
              label="意见"
              value={values.recommend}
              error={errors['recommend']}
              onChange={(value) => form.setFieldValue('recommend', value)}
            />
          </Wide>
          <Wide>
            <Textarea label="意见内容" required autosize minRows={3} {...form.getInputProps('text')} />
          </Wide>
          <OfficerField
            label="提出意见的人员"
            on={values.on || today}
            subjectId={file.subjectId}
            value={values.officerId}
            error={errors['officerId']}
            onChange={(value) => form.setFieldValue('officerId', value)}
          />
          <DateField
            label="意见日期"
            required
            min={file.verification?.on ?? file.appliedOn}
            max={today}
            value={values.on || null}
            error={errors['on']}
            onChange={(value) => form.setFieldValue('on', value ?? '')}
          />
          <Wide>
            <FormProblem error={opine.error} />
          </Wide>
          <Wide>
            <Button type="submit" loading={opine.busy}>
              提出意见
            </Button>
          </Wide>
        </FormGrid>
      </SubmitForm>
    </Section>
  );
}
