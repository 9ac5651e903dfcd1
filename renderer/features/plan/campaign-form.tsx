import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { Campaign } from './task-words';

type CampaignFormProps = {
  /** null: a new one. */
  readonly campaign: Campaign | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
};

/** A campaign: the document that orders it, from when to when, and what it is about. */
export function CampaignForm({ campaign, onClose, onSaved }: CampaignFormProps) {
  const form = useForm<{
    title: string;
    basis: string;
    fromOn: string | null;
    toOn: string | null;
    description: string;
  }>({
    initialValues: {
      title: campaign?.title ?? '',
      basis: campaign?.basis ?? '',
      fromOn: campaign?.fromOn ?? null,
      toOn: campaign?.toOn ?? null,
      description: campaign?.description ?? '',
    },
  });
  const { values, errors } = form;
  const save = useAction('plan.save-campaign', {
    form,
    done: () => `已登记专项行动《${values.title}》`,
    onDone: ({ id }) => {
      onClose();
      onSaved?.(id);
    },
  });
  const submit = () => {
    const complete = requireFields(form, {
      title: [values.title, '请填写名称'],
      basis: [values.basis, '请填写部署文件'],
      fromOn: [values.fromOn, '请选择开始日期'],
      toOn: [values.toOn, '请选择结束日期'],
    });
    if (!complete) return;
    void save.run({
      ...(campaign ? { id: campaign.id } : {}),
      title: values.title,
      basis: values.basis,
      fromOn: values.fromOn ?? '',
      toOn: values.toOn ?? '',
      description: values.description,
    });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={campaign ? '修改专项行动' : '登记专项行动'}
      intro="专项行动把几次抽取和人工安排的检查归在一起，任务、结果和总结在同一页。"
      submit="保存"
      busy={save.busy}
      error={save.error}
      onSubmit={submit}
    >
      <TextInput label="名称" required maxLength={80} {...form.getInputProps('title')} />
      <TextInput label="部署文件（名称和文号）" required maxLength={200} {...form.getInputProps('basis')} />
      <DateField
        label="开始日期"
        required
        value={values.fromOn}
        error={errors['fromOn']}
        onChange={(date) => form.setFieldValue('fromOn', date)}
      />
      <DateField
        label="结束日期"
        required
        value={values.toOn}
        error={errors['toOn']}
        onChange={(date) => form.setFieldValue('toOn', date)}
      />
      <Textarea label="内容和要求" autosize minRows={3} maxLength={2000} {...form.getInputProps('description')} />
    </FormDrawer>
  );
}
