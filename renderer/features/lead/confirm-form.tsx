import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FactFieldInput } from '../../components/fact-field-input';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import type { LeadFile } from './lead-words';

type Values = {
  evidence: string;
  subject: PickedSubject | null;
  itemCode: string | null;
  occurredOn: string;
  fields: Record<string, string | number | null>;
};
type ConfirmFormProps = { readonly file: LeadFile; readonly onClose: () => void };

/** Evidence in words, then the fact that it becomes; what the list says in figures is filled in. */
export function ConfirmForm({ file, onClose }: ConfirmFormProps) {
  const today = useToday();
  const catalogue = useRoute('fact.list-catalogue', {}, { enabled: file.item === null }).data;
  const form = useForm<Values>({
    initialValues: {
      evidence: '',
      subject: file.subject,
      itemCode: file.item?.code ?? null,
      occurredOn: file.to ?? today,
      fields: Object.fromEntries(file.item?.fields.map(({ key, value }) => [key, value]) ?? []),
    },
  });
  const confirm = useAction('lead.confirm', {
    form,
    done: () => `线索 ${file.no} 已核实，已登记信用信息；重新评价后计入`,
    onDone: onClose,
  });
  const { values, errors } = form;
  const item = file.item ?? catalogue?.items.find(({ code }) => code === values.itemCode) ?? null;
  const submit = () => {
    const { subject, itemCode, evidence, occurredOn, fields } = values;
    const complete = requireFields(form, {
      subjectId: [subject, '请选择监管对象，或先登记'],
      itemCode: [itemCode, '请选择信息项'],
      occurredOn: [occurredOn, '请填写发生日期'],
      evidence: [evidence, '请写明核实情况和证据'],
    });
    if (complete && subject && itemCode)
      void confirm.run({ id: file.id, evidence, subjectId: subject.id, itemCode, occurredOn, fields });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="核实线索"
      intro="核实后登记为信用信息，下次评价时计入；有书证的，先在线索的附件中存入。"
      submit="核实并登记"
      busy={confirm.busy}
      error={confirm.error}
      onSubmit={submit}
    >
      <FormGrid>
        <Wide>
          <Textarea
            label="核实情况和证据"
            required
            autosize
            minRows={4}
            data-autofocus
            description="核查了什么、以什么证据认定；写入信用信息的摘要"
            {...form.getInputProps('evidence')}
          />
        </Wide>
        <Wide>
          <SubjectPick
            value={values.subject}
            error={errors['subjectId']}
            onChange={(subject) => form.setFieldValue('subject', subject)}
          />
        </Wide>
        {file.item ? null : (
          <SelectField
            label="信息项"
            required
            placeholder="按名称查找"
            options={(catalogue?.items ?? [])
              .filter(({ nature }) => nature === 'negative')
              .map(({ code, name, provider }) => ({ value: code, label: name, hint: `提供单位：${provider}` }))}
            value={values.itemCode}
            error={errors['itemCode']}
            onChange={(itemCode) => form.setValues({ itemCode, fields: {} })}
          />
        )}
        <DateField
          label="发生日期"
          required
          max={today}
          description={file.item ? `登记为“${file.item.name}”` : undefined}
          value={values.occurredOn || null}
          error={errors['occurredOn']}
          onChange={(date) => form.setFieldValue('occurredOn', date ?? '')}
        />
        {item?.fields.map((field) => (
          <FactFieldInput
            key={`${item.code}.${field.key}`}
            field={field}
            value={values.fields[field.key] ?? null}
            error={errors[`fields.${field.key}`]}
            onChange={(value) => form.setFieldValue(`fields.${field.key}`, value)}
          />
        ))}
      </FormGrid>
    </FormDrawer>
  );
}
