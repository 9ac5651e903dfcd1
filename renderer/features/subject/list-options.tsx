import { TextInput } from '@mantine/core';
import { natureLabels } from '#shared/domain/catalogue/labels';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import type { ListChoice } from './use-subject-import';

type ListOptionsProps = { readonly value: ListChoice; readonly onChange: (value: Partial<ListChoice>) => void };

/** What a list does not say itself: which item of the catalogue it is, who gave it and which day counts. */
export function ListOptions({ value, onChange }: ListOptionsProps) {
  const today = useToday();
  const items = useRoute('fact.list-catalogue', {}).data?.items ?? [];
  const providerOf = (code: string | null) => items.find((item) => item.code === code)?.provider ?? '';
  const choose = (code: string | null) => {
    // the provider is nearly always the source; what was typed stays
    const untouched = value.sourceOrg === '' || value.sourceOrg === providerOf(value.itemCode);
    onChange({ itemCode: code, ...(untouched ? { sourceOrg: providerOf(code) } : {}) });
  };
  return (
    <FormGrid>
      <Wide>
        <SelectField
          label="信息项"
          required
          placeholder="按名称查找，如“企业信用风险分类”"
          options={items.map(({ code, name, nature, provider }) => ({
            value: code,
            label: name,
            hint: `${natureLabels[nature]}　提供单位：${provider}`,
          }))}
          value={value.itemCode}
          onChange={choose}
        />
      </Wide>
      <TextInput
        label="来源单位"
        required
        value={value.sourceOrg}
        onChange={(event) => onChange({ sourceOrg: event.currentTarget.value })}
      />
      <DateField
        label="日期"
        required
        max={today}
        description="表中有日期列的，以表中为准"
        value={value.occurredOn}
        onChange={(occurredOn) => onChange({ occurredOn })}
      />
    </FormGrid>
  );
}

export const isComplete = ({ itemCode, sourceOrg, occurredOn }: ListChoice): boolean =>
  itemCode !== null && sourceOrg.trim() !== '' && occurredOn !== null;
