import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { natureLabels } from '#shared/domain/catalogue/labels';
import type { IsoDate } from '#shared/kernel/dates';
import { FactFieldInput } from '../../components/fact-field-input';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { Section } from '../../components/section';
import css from './simulate.module.css';
import { type CatalogueItem, dayRemark, isComplete, type NewRecord } from './suppositions';

type SimulateNewProps = {
  readonly items: readonly CatalogueItem[];
  readonly added: readonly NewRecord[];
  readonly asOf: IsoDate;
  readonly onChange: (added: readonly NewRecord[]) => void;
};

/** Records that do not exist yet, good ones and bad ones, as the catalogue asks for them. */
export function SimulateNew({ items, added, asOf, onChange }: SimulateNewProps) {
  const add = () =>
    onChange([...added, { key: crypto.randomUUID(), itemCode: '', occurredOn: asOf, validTo: null, fields: {} }]);
  return (
    <Section
      title="假设新增记录"
      count={added.length}
      actions={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          新增记录
        </Button>
      }
      flush
    >
      {added.length === 0 ? (
        <p className={css.none}>可以看一条还没有发生的记录会带来什么，例如新的表彰或者处罚。</p>
      ) : null}
      {added.map((record) => (
        <NewItem
          key={record.key}
          record={record}
          items={items}
          asOf={asOf}
          onChange={(next) => onChange(added.map((other) => (other.key === next.key ? next : other)))}
          onRemove={() => onChange(added.filter(({ key }) => key !== record.key))}
        />
      ))}
    </Section>
  );
}

type NewItemProps = {
  readonly record: NewRecord;
  readonly items: readonly CatalogueItem[];
  readonly asOf: IsoDate;
  readonly onChange: (record: NewRecord) => void;
  readonly onRemove: () => void;
};

function NewItem({ record, items, asOf, onChange, onRemove }: NewItemProps) {
  const item = items.find(({ code }) => code === record.itemCode);
  const remark = record.occurredOn ? dayRemark(record.occurredOn, asOf, null) : null;
  return (
    <div className={css.new}>
      <FormGrid>
        <Wide>
          <SelectField
            label="信息项"
            required
            placeholder="按名称查找"
            options={items.map(({ code, name, nature, provider }) => ({
              value: code,
              label: name,
              hint: `${natureLabels[nature]}　提供单位：${provider}`,
            }))}
            value={record.itemCode || null}
            onChange={(code) => onChange({ ...record, itemCode: code ?? '', fields: {} })}
          />
        </Wide>
        <DateField
          label="发生日期"
          required
          value={record.occurredOn}
          description={remark}
          onChange={(occurredOn) => onChange({ ...record, occurredOn })}
        />
        <DateField
          label="有效期至"
          clearable
          description="不填则长期有效"
          value={record.validTo}
          onChange={(validTo) => onChange({ ...record, validTo })}
        />
        {item?.fields.map((field) => (
          <FactFieldInput
            key={`${item.code}.${field.key}`}
            field={field}
            value={record.fields[field.key] ?? null}
            error={undefined}
            onChange={(value) => onChange({ ...record, fields: { ...record.fields, [field.key]: value } })}
          />
        ))}
      </FormGrid>
      <div className={css.newFoot}>
        <span className={css.note} role="status">
          {isComplete(record, item) ? '已计入模拟' : '填齐带 * 的各栏后计入'}
        </span>
        <Button size="xs" variant="subtle" leftSection={<IconTrash size={14} stroke={1.5} />} onClick={onRemove}>
          去掉这条假设
        </Button>
      </div>
    </div>
  );
}
