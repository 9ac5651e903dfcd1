import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { reasonGroupLabels } from '#shared/domain/plan/visit-reasons';
import type { RouteOutput } from '#shared/ipc/contract';
import { useExportDocument } from '../../api/export-document';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { StatePill } from '../../components/pill';
import { EmptyState } from '../../components/state-panels';

type Reason = RouteOutput<'plan.list-reasons'>['rows'][number];
type Group = Reason['group'];
const GROUPS = Object.keys(reasonGroupLabels) as readonly Group[];
const PILLS = {
  visited: { label: reasonGroupLabels.visited, tone: 'done' },
  not_drawn: { label: reasonGroupLabels.not_drawn, tone: 'off' },
  excluded: { label: reasonGroupLabels.excluded, tone: 'off' },
} as const;

const columns: readonly Column<Reason>[] = [
  { key: 'name', header: '主体', width: 250, sort: true, text: ({ name }) => name },
  { key: 'code', header: '代码', width: 184, hidden: true, sort: true, text: ({ code }) => code },
  {
    key: 'group',
    header: '是否检查',
    width: 112,
    sort: true,
    text: ({ group }) => reasonGroupLabels[group],
    render: ({ group }) => <StatePill {...PILLS[group]} />,
  },
  { key: 'reason', header: '理由', width: 420, grow: true, sort: true, text: ({ reason }) => reason },
];

/** Why each subject of a draw is visited, or why not; nobody is missing. */
export function ReasonTable({ planId }: { readonly planId: string }) {
  const navigate = useNavigate();
  const today = useToday();
  const [group, setGroup] = useState<Group | 'all'>('all');
  const [query, setQuery] = useState('');
  const { run, busy } = useExportDocument();
  const counts = useRoute('plan.list-reasons', { planId, limit: 1 }).data?.counts;
  const list = useListRows('plan.list-reasons', {
    planId,
    ...(group === 'all' ? {} : { group }),
    ...(query.trim() ? { query: query.trim() } : {}),
  });
  return (
    <DataTable
      name="plan-reasons"
      label="检查理由"
      unit="户"
      columns={list.columns(columns)}
      rows={list.rows}
      rowKey={({ code }) => code}
      asOf={today}
      onOpen={({ subjectId }) => {
        if (subjectId !== null) navigate(`/subjects/${subjectId}`);
      }}
      filter={{ value: query, onChange: setQuery, placeholder: '主体名称或代码' }}
      chips={
        <>
          <FilterChips
            label="是否检查"
            value={group}
            onChange={setGroup}
            chips={[
              {
                value: 'all' as const,
                label: '全部',
                count: counts && Object.values(counts).reduce((a, b) => a + b, 0),
              },
              ...GROUPS.map((value) => ({ value, label: reasonGroupLabels[value], count: counts?.[value] })),
            ]}
          />
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconFileExport size={16} stroke={1.5} />}
            onClick={() => void run('plan-reasons', { id: planId })}
          >
            导出检查理由清单…
          </Button>
        </>
      }
      empty={<EmptyState sentence="这次抽取没有涉及任何主体。" />}
      emptyFiltered={<EmptyState sentence="没有符合条件的主体，请放宽筛选。" />}
    />
  );
}
