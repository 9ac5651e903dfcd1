import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { type LetterKind, letterKindLabels, letterKinds } from '#shared/domain/letter/letter';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import { Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';

const KINDS = letterKinds.map((value) => ({ value, label: letterKindLabels[value] }));
const back = (inspectionId: string) => ({ to: `/results/${inspectionId}`, label: '检查结果' });

/** A letter about an inspection, written out of its records. */
export function LetterFormPage() {
  const [params, setParams] = useSearchParams();
  const inspectionId = params.get('inspection') ?? '-';
  const asked = params.get('kind');
  const kind = letterKinds.find((one) => one === asked) ?? 'transfer';
  const proposed = useRoute('letter.propose', { kind, inspectionId });
  if (!proposed.data)
    return <RecordGate error={proposed.error} label="正在读取检查" back={{ to: '/letters', label: '返回函件' }} />;
  return (
    <LetterForm
      key={kind}
      kind={kind}
      inspectionId={inspectionId}
      proposed={proposed.data}
      onKind={(next) => setParams({ inspection: inspectionId, kind: next })}
    />
  );
}

type LetterFormProps = {
  readonly kind: LetterKind;
  readonly inspectionId: string;
  readonly proposed: RouteOutput<'letter.propose'>;
  readonly onKind: (kind: LetterKind) => void;
};

function LetterForm({ kind, inspectionId, proposed, onKind }: LetterFormProps) {
  const navigate = useNavigate();
  const today = useToday();
  const { title, content, enclosures } = proposed;
  const form = useForm({
    initialValues: { toUnit: '', title, content, enclosures, writtenOn: today, officerId: null as string | null },
  });
  const write = useAction('letter.write', {
    form,
    done: ({ no }) => `已制作 ${no}`,
    onDone: ({ id }) => navigate(`/letters/${id}`),
  });
  const { values, errors } = form;
  const submit = () => {
    const complete = requireFields(form, {
      toUnit: [values.toUnit, '请填写收函单位'],
      title: [values.title, '请填写标题'],
      content: [values.content, '请填写正文'],
      officerId: [values.officerId, '请选择承办人'],
    });
    const { officerId, ...rest } = values;
    if (complete && officerId)
      void write.run({ ...rest, kind, inspectionId, subjectId: proposed.subjectId, officerId });
  };
  return (
    <Page>
      <PageHeader
        title={`制作${letterKindLabels[kind]}`}
        purpose={`${proposed.subjectName}　正文已按检查记录填好，核对后制作；制作时编文号。`}
        back={back(inspectionId)}
      />
      <Section title="函件">
        <SubmitForm onSubmit={submit} busy={write.busy}>
          <FormGrid>
            <SelectField
              label="种类"
              required
              options={KINDS}
              value={kind}
              onChange={(value) => value && onKind(value as LetterKind)}
            />
            <TextInput label="收函单位" required data-autofocus {...form.getInputProps('toUnit')} />
            <Wide>
              <TextInput label="标题" required {...form.getInputProps('title')} />
            </Wide>
            <Wide>
              <Textarea label="正文" required autosize minRows={8} {...form.getInputProps('content')} />
            </Wide>
            <Wide>
              <TextInput label="附件" {...form.getInputProps('enclosures')} />
            </Wide>
            <DateField
              label="成文日期"
              required
              max={today}
              value={values.writtenOn || null}
              error={errors['writtenOn']}
              onChange={(on) => form.setFieldValue('writtenOn', on ?? '')}
            />
            <OfficerField
              label="承办人"
              on={values.writtenOn || today}
              subjectId={proposed.subjectId}
              value={values.officerId}
              error={errors['officerId']}
              onChange={(value) => form.setFieldValue('officerId', value)}
            />
            <Wide>
              <FormProblem error={write.error} />
              <Button type="submit" loading={write.busy}>
                制作{letterKindLabels[kind]}
              </Button>
            </Wide>
          </FormGrid>
        </SubmitForm>
      </Section>
    </Page>
  );
}
