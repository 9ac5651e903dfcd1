import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { disclosureLabels, natureLabels } from '#shared/domain/catalogue/labels';
import type { RouteOutput } from '#shared/ipc/contract';
import { formatYuan } from '#shared/kernel/decimal';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { type Fact, Facts } from '../../components/facts';
import { DateField, FormGrid } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { AdoptForm } from './adopt-form';
import { type CatalogueItem, type FactRecord, factState, isReference } from './subject-words';

type FactPeekProps = {
  readonly fact: FactRecord | null;
  readonly catalogue: RouteOutput<'fact.list-catalogue'> | undefined;
  readonly onClose: () => void;
};

/** One fact in full; what was entered wrongly is withdrawn with a reason, never changed. */
export function FactPeek({ fact, catalogue, onClose }: FactPeekProps) {
  const [act, setAct] = useState<'withdraw' | 'adopt' | null>(null);
  const end = () => {
    setAct(null);
    onClose();
  };
  const item = catalogue?.items.find(({ code }) => code === fact?.itemCode);
  return (
    <>
      <PeekDrawer
        open={fact !== null && act === null}
        onClose={onClose}
        title={fact?.itemName ?? ''}
        badges={fact ? <StatePill {...factState(fact)} /> : null}
        actions={
          fact?.state === 'active' ? (
            <>
              <Button variant="default" onClick={() => setAct('withdraw')}>
                撤回这条信息
              </Button>
              {isReference(fact) ? <Button onClick={() => setAct('adopt')}>采信这条信息…</Button> : null}
            </>
          ) : null
        }
      >
        {fact ? <Facts columns={2} items={factLines(fact, item)} /> : null}
      </PeekDrawer>
      {fact ? <WithdrawForm fact={fact} opened={act === 'withdraw'} onClose={() => setAct(null)} onDone={end} /> : null}
      {fact && isReference(fact) ? (
        <AdoptForm fact={fact} opened={act === 'adopt'} onClose={() => setAct(null)} onDone={end} />
      ) : null}
    </>
  );
}

function factLines(fact: FactRecord, item: CatalogueItem | undefined): readonly Fact[] {
  const own = Object.entries(fact.fields).flatMap(([key, value]): Fact[] => {
    if (value === null || value === '') return [];
    const field = item?.fields.find((candidate) => candidate.key === key);
    return [{ label: field?.label ?? key, value: valueText(field, value), wide: String(value).length > 16 }];
  });
  return [
    { label: '摘要', value: fact.summary, wide: true },
    { label: '性质', value: natureLabels[fact.nature] },
    { label: '公开方式', value: item ? disclosureLabels[item.disclosure] : null },
    { label: '来源单位', value: fact.sourceOrg },
    { label: '来源文号', value: fact.sourceNo },
    { label: '发生日期', value: fact.occurredOn },
    { label: '有效期', value: `${fact.validFrom} 至 ${fact.validTo ?? '长期'}` },
    ...(fact.originOffice === null
      ? []
      : [
          {
            label: '外局信息',
            value: `${fact.originOffice}${fact.adoptedOn === null ? '，未采信，不计入评价' : `，${fact.adoptedOn} 采信`}`,
            wide: true,
          },
        ]),
    ...own,
    ...(fact.stateReason
      ? [{ label: `${factState(fact).label}（${fact.stateOn ?? ''}）`, value: fact.stateReason, wide: true }]
      : []),
    { label: '目录依据', value: item ? `${item.basis}${item.verified ? '' : '（未核实）'}` : null, wide: true },
  ];
}

function valueText(field: CatalogueItem['fields'][number] | undefined, value: string | number): string {
  if (field?.type === 'money') return `${formatYuan(Number(value))} 元`;
  return field?.choices.find(({ code }) => code === value)?.label ?? String(value);
}

type WithdrawFormProps = {
  readonly fact: FactRecord;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function WithdrawForm({ fact, opened, onClose, onDone }: WithdrawFormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, reason: '' } });
  const withdraw = useAction('fact.withdraw', {
    form,
    done: () => '已撤回信用信息，下次评价不再计入',
    onDone: () => {
      form.reset();
      onDone();
    },
  });
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="撤回信用信息"
      intro={`撤回“${fact.itemName}”后，记录仍留在档案中并注明原因，不再参加评价。`}
      submit="撤回信用信息"
      busy={withdraw.busy}
      error={withdraw.error}
      onSubmit={() => void withdraw.run({ id: fact.id, ...form.values })}
    >
      <FormGrid single>
        <DateField
          label="撤回日期"
          required
          max={today}
          value={form.values.on}
          error={form.errors['on']}
          onChange={(date) => form.setFieldValue('on', date ?? '')}
        />
        <Textarea label="撤回原因" required autosize minRows={3} {...form.getInputProps('reason')} />
      </FormGrid>
    </FormDrawer>
  );
}
