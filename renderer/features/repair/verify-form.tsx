import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type VerifyMethod, verifyMethodLabels, verifyMethods } from '#shared/domain/repair/repair';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { OfficerPair } from '../../components/officer-fields';
import { Section } from '../../components/section';
import type { RepairFile } from './repair-words';

type Values = {
  on: string;
  officers: readonly [string | null, string | null];
  method: VerifyMethod;
  text: string;
};

/** Two officers look whether it is as the application says. */
export function VerifyForm({ file }: { readonly file: RepairFile }) {
  const today = useToday();
  const actor = useRoute('office.get', {}).data?.actor?.id ?? null;
  const form = useForm<Values>({ initialValues: { on: today, officers: [actor, null], method: 'desk', text: '' } });
  const verify = useAction('repair.verify', { form, done: () => '已登记核查' });
  const { values, errors } = form;
  const submit = () => {
    const complete = requireFields(form, {
      on: [values.on, '请填写核查日期'],
      officer1Id: [values.officers[0], '请选择第一名核查人员'],
      officer2Id: [values.officers[1], '请选择第二名核查人员'],
      text: [values.text, '请填写核查情况'],
    });
    if (!complete) return;
    void verify.run({
      id: file.id,
      on: values.on,
      officer1Id: values.officers[0] ?? '',
      officer2Id: values.officers[1] ?? '',
      method: values.method,
      text: values.text,
    });
  };
  return (
    <Section title="核查" hint="逐项核对条件和证明材料后登记">
      <SubmitForm onSubmit={submit} busy={verify.busy}>
        <FormGrid>
          <DateField
            label="核查日期"
            required
            min={file.appliedOn}
            max={today}
            value={values.on || null}
            error={errors['on']}
            onChange={(value) => form.setFieldValue('on', value ?? '')}
          />
          <div>
            <p>核查方式</p>
            <SegmentedControl
              aria-label="核查方式"
              fullWidth
              data={verifyMethods.map((value) => ({ value, label: verifyMethodLabels[value] }))}
              value={values.method}
              onChange={(value) => form.setFieldValue('method', value as VerifyMethod)}
            />
          </div>
          <Wide>
            <OfficerPair
              labels={['核查人员一', '核查人员二']}
              on={values.on || today}
              subjectId={file.subjectId}
              value={values.officers}
              errors={[errors['officer1Id'], errors['officer2Id']]}
              onChange={(value) => form.setFieldValue('officers', value)}
            />
          </Wide>
          <Wide>
            <Textarea label="核查情况" required autosize minRows={3} {...form.getInputProps('text')} />
          </Wide>
          <Wide>
            <FormProblem error={verify.error} />
          </Wide>
          <Wide>
            <Button type="submit" loading={verify.busy}>
              登记核查
            </Button>
          </Wide>
        </FormGrid>
      </SubmitForm>
    </Section>
  );
}
