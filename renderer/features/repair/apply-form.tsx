import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { LawSide } from '../../components/law-side';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { QueryError } from '../../components/state-panels';
import { type ConditionChange, ConditionList } from './condition-list';
import { Refusals } from './refusals';
import css from './repair.module.css';
import type { DishonestyFile } from './repair-words';
import { TermsSection } from './terms-section';

type ApplyFormProps = { readonly record: DishonestyFile; readonly onApplied: (id: string) => void };
type Values = {
  appliedOn: string;
  contact: string;
  phone: string;
  statement: string;
  answers: Readonly<Record<string, { readonly met: boolean; readonly evidence: string }>>;
};
const MISSING = { met: false, evidence: '' };

/** What the firm brings is checked off; what is missing is told in one go. */
export function ApplyForm({ record, onApplied }: ApplyFormProps) {
  const today = useToday();
  const form = useForm<Values>({
    initialValues: { appliedOn: today, contact: '', phone: '', statement: '', answers: {} },
  });
  const { values, errors } = form;
  const apply = useAction('repair.apply', {
    form,
    done: ({ no }) => `已受理，文号 ${no}`,
    onDone: ({ id }) => onApplied(id),
  });
  const preview = useRoute(
    'repair.preview',
    { dishonestyId: record.id, on: values.appliedOn || today },
    { keepPrevious: true },
  );
  const conditions = (preview.data?.conditions ?? []).map((condition) => ({
    ...condition,
    ...(values.answers[condition.code] ?? MISSING),
  }));
  const change = (code: string, changed: ConditionChange) =>
    form.setFieldValue('answers', (old) => ({ ...old, [code]: { ...MISSING, ...old[code], ...changed } }));
  // Missing papers do not keep an application out; the dated reasons do.
  const standing = preview.data?.refusals.filter((refusal) => refusal.code !== 'conditions_missing') ?? [];

  const submit = () => {
    const complete = requireFields(form, {
      appliedOn: [values.appliedOn, '请填写申请日期'],
      'applicant.contact': [values.contact, '请填写联系人'],
    });
    if (!complete) return;
    const { appliedOn, contact, phone, statement } = values;
    void apply.run({
      dishonestyId: record.id,
      appliedOn,
      applicant: { contact, phone, statement },
      conditions: conditions.map(({ code, met, evidence }) => ({ code, met, evidence })),
    });
  };

  return (
    <Columns
      main={
        <SubmitForm onSubmit={submit} busy={apply.busy} className={css.stack}>
          <Section title="申请人">
            <FormGrid>
              <DateField
                label="申请日期"
                required
                min={record.decidedOn}
                max={today}
                value={values.appliedOn || null}
                error={errors['appliedOn']}
                onChange={(value) => form.setFieldValue('appliedOn', value ?? '')}
              />
              <div />
              <TextInput
                label="联系人"
                required
                value={values.contact}
                error={errors['applicant.contact']}
                onChange={(event) => form.setFieldValue('contact', event.currentTarget.value)}
              />
              <TextInput
                label="联系电话"
                value={values.phone}
                error={errors['applicant.phone']}
                onChange={(event) => form.setFieldValue('phone', event.currentTarget.value)}
              />
              <Wide>
                <Textarea
                  label="申请人的陈述和承诺"
                  autosize
                  minRows={3}
                  value={values.statement}
                  error={errors['applicant.statement']}
                  onChange={(event) => form.setFieldValue('statement', event.currentTarget.value)}
                />
              </Wide>
            </FormGrid>
          </Section>
          {preview.error ? (
            <QueryError error={preview.error} />
          ) : (
            <Section
              title="修复条件"
              hint={`已具备 ${conditions.filter((entry) => entry.met && entry.evidence.trim() !== '').length} / ${conditions.length}`}
              flush
            >
              <ConditionList conditions={conditions} onChange={change} />
            </Section>
          )}
          <FormProblem error={apply.error} />
          <div className={css.row}>
            <Button type="submit" loading={apply.busy} disabled={standing.length > 0}>
              受理修复申请
            </Button>
            {standing.length > 0 ? (
              <span className={css.problem}>
                现在不能受理：{standing.map((refusal) => refusal.message).join('；')}。
              </span>
            ) : (
              <span className={css.none}>材料不齐的也可以先受理，缺的一次告知。</span>
            )}
          </div>
        </SubmitForm>
      }
      side={
        preview.data ? (
          <>
            <TermsSection terms={preview.data.terms} />
            {standing.length > 0 ? (
              <Refusals title="现在能否受理" refusals={standing} nextOn={preview.data.nextOn} />
            ) : null}
            <LawSide
              title="适用规则"
              clauses={preview.data.regime.basis.map((entry) => ({ ...entry, verified: true }))}
            />
          </>
        ) : null
      }
    />
  );
}
