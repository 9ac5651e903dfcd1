import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useListRows } from '../../api/list-rows';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { HashText, MomentText } from '../../components/text';
import { moment, thousands } from '../../components/words';

type Sent = RouteOutput<'exchange.list-sent'>['rows'][number];

const columns: readonly Column<Sent>[] = [
  { key: 'title', header: '报送内容', width: 200, grow: true, sort: true, text: ({ title }) => title },
  { key: 'period', header: '期间', width: 190, text: ({ from, to }) => `${from} 至 ${to}` },
  { key: 'rows', header: '条数', width: 72, align: 'right', text: ({ rows }) => thousands(rows) },
  {
    key: 'createdAt',
    header: '生成时间',
    width: 148,
    text: ({ createdAt }) => moment(createdAt),
    render: ({ createdAt }) => <MomentText at={createdAt} />,
  },
  { key: 'officer', header: '经办人', width: 88, text: ({ officerName }) => officerName ?? '' },
  {
    key: 'receipt',
    header: '回执',
    width: 170,
    text: ({ receiptNo }) => receiptNo ?? '未登记',
    render: ({ receiptNo }) => <StatePill label={receiptNo ?? '未登记回执'} tone={receiptNo ? 'done' : 'waiting'} />,
  },
];

/** The log of what has left the house, each file with its hash and the platform's receipt. */
export function SentTable() {
  const list = useListRows('exchange.list-sent', {});
  const [peeked, setPeeked] = useState<Sent | null>(null);
  const [receiving, setReceiving] = useState<Sent | null>(null);
  return (
    <Section title="报送登记" hint="文件的校验值用来核对平台收到的是不是这一份" flush>
      <DataTable
        name="exchange-sent"
        label="报送登记"
        unit="次"
        columns={list.columns(columns)}
        rows={list.rows}
        rowKey={({ id }) => id}
        onOpen={setPeeked}
        onPeek={setPeeked}
        peeking={peeked !== null}
        maxHeight={360}
        empty={<EmptyState compact icon={IconSend} sentence="还没有报送过；每次生成的文件都会登记在这里。" />}
      />
      {peeked ? (
        <PeekDrawer
          open
          onClose={() => setPeeked(null)}
          title={peeked.title}
          actions={
            <Button
              onClick={() => {
                setReceiving(peeked);
                setPeeked(null);
              }}
            >
              登记回执
            </Button>
          }
        >
          <Facts
            columns={1}
            items={[
              { label: '文件名', value: peeked.fileName },
              { label: '期间', value: `${peeked.from} 至 ${peeked.to}` },
              { label: '范围', value: peeked.onlyChanges ? '只报新增和有变化的' : '期间内全部' },
              { label: '条数', value: thousands(peeked.rows) },
              { label: '当时不能报送', value: thousands(peeked.refused) },
              { label: '对应表', value: `第 ${peeked.mappingVersion} 版` },
              {
                label: '回执',
                value: peeked.receiptNo ? `${peeked.receiptNo}（${peeked.receiptOn ?? ''}）` : '未登记',
              },
              { label: '文件校验值（SHA-256）', value: <HashText hash={peeked.sha256} /> },
            ]}
          />
        </PeekDrawer>
      ) : null}
      {receiving ? <ReceiptForm sent={receiving} onClose={() => setReceiving(null)} /> : null}
    </Section>
  );
}

function ReceiptForm({ sent, onClose }: { readonly sent: Sent; readonly onClose: () => void }) {
  const today = useToday();
  const form = useForm({ initialValues: { receiptNo: sent.receiptNo ?? '', receiptOn: sent.receiptOn ?? today } });
  const save = useAction('exchange.set-receipt', { form, done: () => '已登记回执', onDone: onClose });
  const submit = () => {
    const { receiptNo, receiptOn } = form.values;
    if (requireFields(form, { receiptNo: [receiptNo, '请填写回执编号'] }))
      void save.run({ id: sent.id, receiptNo, receiptOn });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记回执"
      intro={`平台收下《${sent.title}》${thousands(sent.rows)} 条后给出的回执或批次号。`}
      submit="登记回执"
      busy={save.busy}
      error={save.error}
      onSubmit={submit}
    >
      <TextInput label="回执编号" required maxLength={100} {...form.getInputProps('receiptNo')} />
      <DateField
        label="回执日期"
        max={today}
        value={form.values.receiptOn}
        error={form.errors['receiptOn']}
        onChange={(next) => next && form.setFieldValue('receiptOn', next)}
      />
    </FormDrawer>
  );
}
