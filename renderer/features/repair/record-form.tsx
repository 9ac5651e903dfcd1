import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import {
  type DishonestyClass,
  dishonestyClasses,
  dishonestyClassLabels,
  type Regime,
  regimeLabels,
  regimes,
} from '#shared/domain/dishonesty/codes';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { LawSide } from '../../components/law-side';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import css from './repair.module.css';

type RecordFormProps = {
  readonly subject: PickedSubject | null;
  readonly factId: string | null;
  readonly onSaved: (id: string) => void;
};
type Values = {
  subject: PickedSubject | null;
  factId: string | null;
  regime: Regime;
  actCode: string | null;
  class: DishonestyClass | null;
  documentNo: string;
  authority: string;
  decidedOn: string;
  publishedOn: string | null;
  actSummary: string;
  penalty: string;
};

export function RecordForm({ subject, factId, onSaved }: RecordFormProps) {
  const today = useToday();
  const form = useForm<Values>({
    initialValues: {
      subject: subject ? { id: subject.id, name: subject.name } : null,
      factId,
      regime: 'cnipa',
      actCode: null,
      class: null,
      documentNo: '',
      authority: '',
      decidedOn: '',
      publishedOn: null,
      actSummary: '',
      penalty: '',
    },
  });
  const { values, errors, setValues } = form;
  const create = useAction('dishonesty.create', {
    form,
    done: () => '已登记失信记录',
    onDone: ({ id }) => onSaved(id),
  });
  const lists = useRoute(
    'dishonesty.list-acts',
    { regime: values.regime, on: values.decidedOn || today },
    { keepPrevious: true },
  );
  const acts = lists.data?.acts ?? [];
  const act = acts.find((entry) => entry.code === values.actCode);
  const facts = useRoute(
    'fact.list',
    { subjectId: values.subject?.id ?? '', limit: 200 },
    { enabled: values.subject !== null },
  ).data?.rows.filter((fact) => fact.nature === 'negative' && fact.state === 'active');
  const fact = facts?.find((entry) => entry.id === values.factId);
  // What the source says is taken over once, then corrected by hand.
  useEffect(() => {
    if (!fact) return;
    setValues({
      documentNo: fact.sourceNo,
      authority: fact.sourceOrg,
      decidedOn: fact.occurredOn,
      actSummary: fact.summary,
    });
  }, [fact, setValues]);

  const submit = () => {
    const complete = requireFields(form, {
      subjectId: [values.subject, '请选择失信主体'],
      actCode: [values.actCode, '请从清单中选择失信行为'],
      class: [values.class, '请选择失信程度'],
      documentNo: [values.documentNo, '请填写认定文书文号'],
      authority: [values.authority, '请填写认定机关'],
      decidedOn: [values.decidedOn, '请填写认定日期'],
      actSummary: [values.actSummary, '请写明失信事实'],
    });
    if (!complete || !values.class) return;
    const { subject: picked, factId: source, actCode, class: level, ...rest } = values;
    void create.run({
      ...rest,
      subjectId: picked?.id ?? '',
      ...(source ? { factId: source } : {}),
      actCode: actCode ?? '',
      class: level,
    });
  };
  const classes = act?.classes ?? dishonestyClasses;

  return (
    <Columns
      main={
        <Section title="认定情况">
          <SubmitForm onSubmit={submit} busy={create.busy}>
            <FormGrid>
              <Wide>
                <SubjectPick
                  label="失信主体"
                  value={values.subject}
                  error={errors['subjectId']}
                  onChange={(value) => setValues({ subject: value, factId: null })}
                />
              </Wide>
              {facts && facts.length > 0 ? (
                <Wide>
                  <SelectField
                    label="来源信用信息"
                    clearable
                    placeholder="有来源的，选择后自动填入文号、机关、日期和事实"
                    options={facts.map((entry) => ({
                      value: entry.id,
                      label: `${entry.occurredOn}　${entry.itemName}`,
                      hint: [entry.sourceOrg, entry.sourceNo].filter(Boolean).join('　'),
                    }))}
                    value={values.factId}
                    error={errors['factId']}
                    onChange={(value) => form.setFieldValue('factId', value)}
                  />
                </Wide>
              ) : null}
              <Wide>
                <Select
                  label="适用制度"
                  required
                  allowDeselect={false}
                  data={regimes.map((value) => ({ value, label: regimeLabels[value] }))}
                  value={values.regime}
                  error={errors['regime']}
                  onChange={(value) => value && setValues({ regime: value as Regime, actCode: null, class: null })}
                />
              </Wide>
              <Wide>
                <SelectField
                  label="失信行为"
                  required
                  placeholder="从清单中选择，可输入文字查找"
                  description={lists.data && acts.length === 0 ? '这一制度在该日没有有效的失信行为清单。' : undefined}
                  options={acts.map((entry) => ({
                    value: entry.code,
                    label: entry.text,
                    hint: `${entry.packTitle}${entry.verified ? '' : '　条文未核实'}`,
                  }))}
                  value={values.actCode}
                  error={errors['actCode']}
                  onChange={(code) => {
                    const chosen = acts.find((entry) => entry.code === code);
                    const [only, more] = chosen?.classes ?? [];
                    setValues({ actCode: code, class: only && !more ? only : null });
                  }}
                />
              </Wide>
              <Select
                label="失信程度"
                required
                placeholder="选择程度"
                data={classes.map((value) => ({ value, label: dishonestyClassLabels[value] }))}
                value={values.class}
                error={errors['class']}
                onChange={(value) => form.setFieldValue('class', value as DishonestyClass | null)}
              />
              <TextInput label="认定机关" required {...form.getInputProps('authority')} />
              <Wide>
                <TextInput label="认定文书文号" required {...form.getInputProps('documentNo')} />
              </Wide>
              <DateField
                label="认定日期"
                required
                max={today}
                value={values.decidedOn || null}
                error={errors['decidedOn']}
                onChange={(value) => form.setFieldValue('decidedOn', value ?? '')}
              />
              <DateField
                label="公示日期"
                clearable
                max={today}
                value={values.publishedOn}
                error={errors['publishedOn']}
                onChange={(value) => form.setFieldValue('publishedOn', value)}
              />
              <Wide>
                <Textarea label="失信事实" required autosize minRows={3} {...form.getInputProps('actSummary')} />
              </Wide>
              <Wide>
                <Textarea label="处罚或处理内容" autosize minRows={2} {...form.getInputProps('penalty')} />
              </Wide>
              <Wide>
                <FormProblem error={create.error} />
              </Wide>
              <Wide>
                <Button type="submit" loading={create.busy}>
                  登记失信记录
                </Button>
              </Wide>
            </FormGrid>
          </SubmitForm>
        </Section>
      }
      side={
        act ? (
          <LawSide title="失信行为的依据" clauses={[{ ...act.basis, verified: act.verified }]} />
        ) : (
          <Section title="失信行为的依据">
            <p className={css.none}>选定失信行为后，在这里显示依据。</p>
          </Section>
        )
      }
    />
  );
}
