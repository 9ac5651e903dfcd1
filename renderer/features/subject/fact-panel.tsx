import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { natureLabels } from '#shared/domain/catalogue/labels';
import { useRoutePages } from '../../api/pages';
import { useRoute } from '../../api/queries';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { DateText } from '../../components/text';
import { FactPeek } from './fact-peek';
import { type FactRecord, factState } from './subject-words';

const columns: readonly Column<FactRecord>[] = [
  { key: 'item', header: '信息项', width: 220, grow: true, text: ({ itemName }) => itemName },
  { key: 'nature', header: '性质', width: 96, text: ({ nature }) => natureLabels[nature] },
  { key: 'occurredOn', header: '发生日期', width: 110, text: ({ occurredOn }) => occurredOn },
  {
    key: 'validTo',
    header: '有效期至',
    width: 110,
    text: ({ validTo }) => validTo ?? '长期',
    render: ({ validTo }) => (validTo ? <DateText date={validTo} /> : '长期'),
  },
  { key: 'sourceOrg', header: '来源单位', width: 180, text: ({ sourceOrg }) => sourceOrg },
  { key: 'sourceNo', header: '来源文号', width: 160, text: ({ sourceNo }) => sourceNo },
  {
    key: 'state',
    header: '状态',
    width: 110,
    text: (fact) => factState(fact).label,
    render: (fact) => <StatePill {...factState(fact)} />,
  },
];

type FactPanelProps = { readonly subjectId: string; readonly onAdd: () => void };

/** Credit facts of a subject, each with its source and validity. */
export function FactPanel({ subjectId, onAdd }: FactPanelProps) {
  const pages = useRoutePages('fact.list', { subjectId });
  const catalogue = useRoute('fact.list-catalogue', {}).data;
  const [peeked, setPeeked] = useState<FactRecord | null>(null);
  return (
    <>
      <Section title="信用信息" count={pages.total} hint={catalogue ? `目录：${catalogue.packTitle}` : undefined} flush>
        <DataTable
          name="subject-facts"
          label="信用信息"
          columns={columns}
          rows={pages}
          rowKey={({ id }) => id}
          onOpen={setPeeked}
          onPeek={setPeeked}
          peeking={peeked !== null}
          maxHeight={480}
          empty={
            <EmptyState
              compact
              icon={IconFileText}
              sentence="还没有登记信用信息。"
              action={
                <Button variant="default" onClick={onAdd}>
                  新增信用信息
                </Button>
              }
            />
          }
        />
      </Section>
      <FactPeek fact={peeked} catalogue={catalogue} onClose={() => setPeeked(null)} />
    </>
  );
}
