import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { RouteOutput } from '#shared/ipc/contract';
import { useAction, useRoute } from '../../api/queries';
import { FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import css from './sections.module.css';

type Office = NonNullable<RouteOutput<'office.get'>['office']>;
const BLANK: Office = { name: '', code: '', district: '', address: '', phone: '' };

/** What stands at the head and foot of every document. */
export function OfficeSection() {
  const { data, error } = useRoute('office.get', {});
  if (error) return <QueryError error={error} />;
  if (!data) return <Loading />;
  return <OfficeForm office={data.office} />;
}

function OfficeForm({ office }: { readonly office: Office | null }) {
  const form = useForm<Office>({ initialValues: office ?? BLANK });
  const save = useAction('office.save', {
    form,
    done: () => '已保存机关信息',
    onDone: (_output, saved) => form.setInitialValues(saved as Office),
  });
  return (
    <Section title="机关信息" hint="印在每一份文书上">
      <SubmitForm onSubmit={() => void save.run(form.values)}>
        <FormGrid>
          <Wide>
            <TextInput
              label="机关全称"
              required
              placeholder="例如：云州市市场监督管理局"
              {...form.getInputProps('name')}
            />
          </Wide>
          <TextInput
            label="文书字号简称"
            required
            description="文书字号的开头，例如：云州市监知"
            {...form.getInputProps('code')}
          />
          <TextInput label="管辖区域" description="例如：云州市" {...form.getInputProps('district')} />
          <Wide>
            <TextInput label="地址" {...form.getInputProps('address')} />
          </Wide>
          <TextInput label="联系电话" {...form.getInputProps('phone')} />
        </FormGrid>
        <FormProblem error={save.error} />
        <div className={css.foot}>
          <Button type="submit" loading={save.busy} disabled={!form.isDirty()}>
            保存机关信息
          </Button>
        </div>
      </SubmitForm>
    </Section>
  );
}
