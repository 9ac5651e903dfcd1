import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router-dom';
import { type Sex, sexes, sexLabels } from '#shared/domain/paper/interview';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { FormGrid, SelectField, Wide } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { MomentField } from '../../components/moment-field';
import { OfficerField, OfficerPair } from '../../components/officer-fields';

type InterviewFormProps = { readonly inspectionId: string; readonly onClose: () => void };

/** The head of a questioning; place, officers and employer come from the inspection. */
export function InterviewForm({ inspectionId, onClose }: InterviewFormProps) {
  const inspection = useRoute('inspection.get', { id: inspectionId });
  if (!inspection.data) return null;
  return <Form inspection={inspection.data} onClose={onClose} />;
}

type Inspection = NonNullable<ReturnType<typeof useRoute<'inspection.get'>>['data']>;

function Form({ inspection, onClose }: { readonly inspection: Inspection; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [first, second] = inspection.officers;
  const form = useForm({
    initialValues: {
      startedAt: inspection.endedAt ?? inspection.startedAt,
      place: inspection.place,
      officers: [first?.id ?? null, second?.id ?? null] as readonly [string | null, string | null],
      recorderId: (second?.id ?? null) as string | null,
      personName: '',
      personSex: 'unknown' as Sex,
      personIdNumber: '',
      personEmployer: inspection.subjectName,
      personPost: '',
      personPhone: '',
    },
  });
  const start = useAction('interview.start', {
    form,
    done: ({ no }) => `已开始询问 ${no}`,
    onDone: ({ id }) => navigate(`/papers/interviews/${id}`),
  });
  const { values } = form;
  const submit = () => {
    const [one, two] = values.officers;
    const ready = requireFields(form, {
      personName: [values.personName, '请填写被询问人姓名'],
      place: [values.place, '请填写询问地点'],
      officer1Id: [one ?? '', '请选择询问人'],
      officer2Id: [two ?? '', '请选择询问人'],
      recorderId: [values.recorderId ?? '', '请选择记录人'],
    });
    if (!ready) return;
    const { officers: _, recorderId, ...rest } = values;
    void start.run({
      ...rest,
      inspectionId: inspection.id,
      officer1Id: one ?? '',
      officer2Id: two ?? '',
      recorderId: recorderId ?? '',
    });
  };
  const day = values.startedAt.slice(0, 10);
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="开始询问"
      intro="询问时间不能与同一人员的现场检查重叠；标准提问会自动列出。"
      submit="开始询问"
      busy={start.busy}
      error={start.error}
      onSubmit={submit}
    >
      <FormGrid>
        <TextInput label="被询问人" required data-autofocus {...form.getInputProps('personName')} />
        <TextInput label="职务" {...form.getInputProps('personPost')} />
        <SelectField
          label="性别"
          options={sexes.map((value) => ({ value, label: sexLabels[value] }))}
          value={values.personSex}
          onChange={(value) => form.setFieldValue('personSex', sexes.find((one) => one === value) ?? 'unknown')}
        />
        <TextInput label="联系电话" {...form.getInputProps('personPhone')} />
        <TextInput
          label="身份证件号码"
          description="在屏幕和列表中遮盖，只印在笔录上"
          {...form.getInputProps('personIdNumber')}
        />
        <TextInput label="工作单位" {...form.getInputProps('personEmployer')} />
        <Wide>
          <MomentField
            label="询问开始"
            value={values.startedAt}
            error={form.errors['startedAt']}
            onChange={(value) => form.setFieldValue('startedAt', value)}
          />
        </Wide>
        <Wide>
          <TextInput label="询问地点" required {...form.getInputProps('place')} />
        </Wide>
        <Wide>
          <OfficerPair
            on={day}
            subjectId={inspection.subjectId}
            labels={['询问人一', '询问人二']}
            value={values.officers}
            errors={[form.errors['officer1Id'], form.errors['officer2Id']]}
            onChange={(value) => form.setFieldValue('officers', value)}
          />
        </Wide>
        <OfficerField
          label="记录人"
          on={day}
          subjectId={inspection.subjectId}
          value={values.recorderId}
          error={form.errors['recorderId']}
          onChange={(value) => form.setFieldValue('recorderId', value)}
        />
      </FormGrid>
    </FormDrawer>
  );
}
