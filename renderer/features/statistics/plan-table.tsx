import { IconCalendarEvent } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Section } from '../../components/section';
import { EmptyState, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';

type Stratum = RouteOutput<'statistics.list-plans'>['strata'][number];
type CountKey = 'base' | 'number' | 'drawn' | 'inspected' | 'published' | 'closed';

const count = (key: CountKey, header: string): Column<Stratum> => ({
  key,
  header,
  width: 76,
  align: 'right',
  sort: (a, b) => a[key] - b[key],
  text: (row) => thousands(row[key]),
});

const columns: readonly Column<Stratum>[] = [
  { key: 'label', header: '抽查层次', width: 180, grow: true, sort: true, text: ({ label }) => label },
  { key: 'plan', header: '计划', width: 180, sort: true, text: ({ plan }) => plan },
  count('base', '基数'),
  { key: 'ratio', header: '比例', width: 72, align: 'right', text: ({ ratio }) => ratio },
  count('number', '计划数'),
  count('drawn', '已抽取'),
  count('inspected', '已检查'),
  count('published', '已公示'),
  { key: 'completion', header: '完成率', width: 84, align: 'right', text: ({ completion }) => completion },
  count('closed', '已完结'),
  { key: 'closing', header: '完结率', width: 84, align: 'right', text: ({ closing }) => closing },
  { key: 'work', header: '计算', width: 280, hidden: true, text: ({ work }) => work },
];

/** base × ratio = number; completion = published ÷ number; closing = closed ÷ published. */
export function PlanTable({ year }: { readonly year: number }) {
  const navigate = useNavigate();
  const { data, error } = useRoute('statistics.list-plans', { year });
  return (
    <Section
      title={`${year} 年抽查计划完成情况`}
      hint="计划数＝基数×比例；完成率＝已公示÷计划数；完结率＝已完结÷已公示；按账面现状"
      flush
    >
      {error ? <QueryError error={error} /> : null}
      <DataTable
        name="statistics-plans"
        label="抽查计划完成情况"
        columns={columns}
        rows={data?.strata}
        rowKey={({ planId, stratum }) => `${planId} ${stratum}`}
        onOpen={({ planId }) => navigate(`/plans/${planId}`)}
        maxHeight={360}
        empty={<EmptyState compact icon={IconCalendarEvent} sentence={`${year} 年还没有抽取过计划。`} />}
      />
    </Section>
  );
}
