import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { natureLabels } from '#shared/domain/catalogue/labels';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FactFieldInput } from '../../components/fact-field-input';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { Unverified } from '../../components/law-side';
import css from './fact-form.module.css';
import type { CatalogueItem } from './subject-words';

type Values = {
  itemCode: string;
  sourceOrg: string;
  sourceNo: string;
  occurredOn: string;
  validFrom: string | null;
  validTo: string | null;
  summary: string;
  /** Empty: this office's own record. */
  originOffice: string;
  fields: Record<string, string | number | null>;
};

type FactFormProps = { readonly subjectId: string; readonly opened: boolean; readonly onClose: () => void };

/** A credit fact by the catalogue: the item chosen decides which fields are asked. */
export function FactForm({ subjectId, opened, onClose }: FactFormProps) {
  const today = useToday();
  const catalogue = useRoute('fact.list-catalogue', {}, { enabled: opened }).data;
  const form = useForm<Values>({
    initialValues: {
      itemCode: '',
      sourceOrg: '',
      sourceNo: '',
      occurredOn: '',
      validFrom: null,
      validTo: null,
      summary: '',
      originOffice: '',
      fields: {},
    },
  });
  const close = () => {
    form.reset();
    onClose();
  };
  const create = useAction('fact.create', { form, done: () => '已登记信用信息', onDone: close });
  const { values } = form;
  const item = catalogue?.items.find(({ code }) => code === values.itemCode);

  const choose = (code: string | null) => {
    const next = catalogue?.items.find((candidate) => candidate.code === code);
    form.setValues({ itemCode: code ?? '', fields: {} });
    form.clearErrors();
    // The provider is nearly always the source; it stays changeable.
    if (next && (values.sourceOrg === '' || values.sourceOrg === item?.provider))
      form.setFieldValue('sourceOrg', next.provider);
  };
  const submit = () => {
    const { validFrom, originOffice, ...rest } = values;
    const origin = originOffice.trim();
    void create.run({
      subjectId,
      ...rest,
      ...(validFrom ? { validFrom } : {}),
      ...(origin === '' ? {} : { originOffice: origin }),
    });
  };

  return (
    <FormDrawer
      opened={opened}
      onClose={close}
      title="新增信用信息"
      intro="按信用信息目录登记；登记后进入档案和评价，更正只能撤回后重新登记。"
      submit="登记信用信息"
      busy={create.busy}
      error={create.error}
      onSubmit={submit}
    >
      <FormGrid>
        <Wide>
          <SelectField
            label="信息项"
            required
            placeholder="按名称查找"
            options={(catalogue?.items ?? []).map(({ code, name, nature, provider }) => ({
              value: code,
              label: name,
              hint: `${natureLabels[nature]}　提供单位：${provider}`,
            }))}
            value={values.itemCode || null}
            error={form.errors['itemCode']}
            onChange={choose}
          />
        </Wide>
        {item ? <ItemNote item={item} /> : null}
        <TextInput label="来源单位" required {...form.getInputProps('sourceOrg')} />
        <TextInput label="来源文号" {...form.getInputProps('sourceNo')} />
        <DateField
          label="发生日期"
          required
          max={today}
          value={values.occurredOn || null}
          error={form.errors['occurredOn']}
          onChange={(date) => form.setFieldValue('occurredOn', date ?? '')}
        />
        <DateField
          label="有效期自"
          clearable
          description="不填则自发生日期起"
          value={values.validFrom}
          error={form.errors['validFrom']}
          onChange={(date) => form.setFieldValue('validFrom', date)}
        />
        <DateField
          label="有效期至"
          clearable
          description={item?.validityMonths ? `不填则按目录计 ${item.validityMonths} 个月` : '不填则长期有效'}
          value={values.validTo}
          error={form.errors['validTo']}
          onChange={(date) => form.setFieldValue('validTo', date)}
        />
        <Wide>
          <Textarea
            label="摘要"
            required
            autosize
            minRows={2}
            description="一两句话说明事实，显示在监管全程中"
            {...form.getInputProps('summary')}
          />
        </Wide>
        <Wide>
          <TextInput
            label="外局信息的来源机关"
            description="本局自己的信息不填。填写后只作参考，采信以前不计入评价"
            {...form.getInputProps('originOffice')}
          />
        </Wide>
        {item?.fields.map((field) => (
          <FactFieldInput
            key={`${item.code}.${field.key}`}
            field={field}
            value={values.fields[field.key] ?? null}
            error={form.errors[`fields.${field.key}`]}
            onChange={(value) => form.setFieldValue(`fields.${field.key}`, value)}
          />
        ))}
      </FormGrid>
    </FormDrawer>
  );
}

function ItemNote({ item }: { readonly item: CatalogueItem }) {
  return (
    <Wide>
      <p className={css.law}>
        依据 {item.basis}
        {item.verified ? null : <Unverified />}
      </p>
    </Wide>
  );
}
