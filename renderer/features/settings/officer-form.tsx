import { Button, Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { Officer } from './officer-words';
import css from './sections.module.css';

type Values = Omit<Officer, 'id' | 'avoidances'>;
const BLANK: Values = {
  name: '',
  certificateNo: '',
  certificateUntil: null,
  station: '',
  position: '',
  skills: [],
  leaves: [],
  active: true,
};
/** Words that the sample packs know; others may be typed. */
const SKILLS = ['专利', '商标', '地理标志', '代理监管', '电子商务'];

type OfficerFormProps = { readonly officer: Officer | null; readonly onClose: () => void };

/** Registers an officer, or corrects one: certificate, skills, leave. */
export function OfficerForm({ officer, onClose }: OfficerFormProps) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: officer ? valuesOf(officer) : BLANK });
  const save = useAction('officer.save', {
    form,
    done: (_output, { name }) => `已保存执法人员 ${name}`,
    onDone: onClose,
  });
  const { leaves } = form.values;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={officer ? `修改：${officer.name}` : '登记执法人员'}
      submit={officer ? '保存修改' : '登记执法人员'}
      busy={save.busy}
      error={save.error}
      onSubmit={() => void save.run({ ...form.values, ...(officer ? { id: officer.id } : {}) })}
    >
      <FormGrid>
        <TextInput label="姓名" required data-autofocus {...form.getInputProps('name')} />
        <TextInput label="执法证号" required {...form.getInputProps('certificateNo')} />
        <DateField
          label="证件有效期至"
          clearable
          description="过期后不能参加检查"
          value={form.values.certificateUntil}
          error={form.errors['certificateUntil']}
          onChange={(date) => form.setFieldValue('certificateUntil', date)}
        />
        <TextInput label="职务" {...form.getInputProps('position')} />
        <Wide>
          <TextInput label="所在单位" placeholder="例如：知识产权保护科" {...form.getInputProps('station')} />
        </Wide>
        <Wide>
          <TagsInput
            label="专长"
            description="抽取执法人员时按专长匹配；输入后按回车添加"
            data={SKILLS}
            value={[...form.values.skills]}
            error={form.errors['skills']}
            onChange={(skills) => form.setFieldValue('skills', skills)}
          />
        </Wide>
        <Wide>
          <div className={css.stack}>
            {leaves.map((leave, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a leave has no name of its own; the fields are controlled
              <div key={at} className={css.line}>
                <DateField
                  label={`休假 ${at + 1} 自`}
                  value={leave.from || null}
                  error={form.errors[`leaves.${at}.from`]}
                  onChange={(date) => form.setFieldValue(`leaves.${at}.from`, date ?? '')}
                />
                <DateField
                  label="至"
                  value={leave.to || null}
                  error={form.errors[`leaves.${at}.to`]}
                  onChange={(date) => form.setFieldValue(`leaves.${at}.to`, date ?? '')}
                />
                <TextInput label="事由" {...form.getInputProps(`leaves.${at}.reason`)} />
                <Button variant="default" onClick={() => form.removeListItem('leaves', at)}>
                  删除
                </Button>
              </div>
            ))}
            <div>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={15} stroke={1.5} />}
                onClick={() => form.insertListItem('leaves', { from: today, to: today, reason: '' })}
              >
                添加休假
              </Button>
            </div>
          </div>
        </Wide>
        <Wide>
          <Checkbox
            label="在用"
            description="停用后不再列入经办人和抽取名单，原有记录不受影响"
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </Wide>
      </FormGrid>
    </FormDrawer>
  );
}

function valuesOf({ id: _id, avoidances: _avoidances, ...values }: Officer): Values {
  return values;
}
