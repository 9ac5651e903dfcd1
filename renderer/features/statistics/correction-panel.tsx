import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { monthZh } from '#shared/domain/statistics/month';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Section } from '../../components/section';
import { EmptyState, QueryError } from '../../components/state-panels';
import { recordPath } from './statistics-words';

type Correction = RouteOutput<'statistics.list-corrections'>['corrections'][number];

const columns: readonly Column<Correction>[] = [
  { key: 'month', header: '更正的月份', width: 110, sort: true, text: ({ month }) => monthZh(month) },
  { key: 'text', header: '更正内容', width: 480, grow: true, text: ({ text }) => text },
];

type CorrectionPanelProps = { readonly month: string; readonly frozen: boolean };

/** What has changed in frozen months since they were frozen; shown only when there is something. */
export function CorrectionPanel({ month, frozen }: CorrectionPanelProps) {
  const navigate = useNavigate();
  const { data, error } = useRoute('statistics.list-corrections', { month });
  if (error) return <QueryError error={error} />;
  if (!data || data.corrections.length === 0) return null;
  return (
    <Section
      title="以前月份的更正"
      count={data.corrections.length}
      hint={frozen ? '随本月一并冻结' : '冻结本月时一并列入月报，冻结的月份本身不改'}
      flush
    >
      <DataTable
        name="statistics-corrections"
        label="更正"
        columns={columns}
        rows={data.corrections}
        rowKey={({ month: at, source, recordId }) => `${at} ${source} ${recordId}`}
        onOpen={({ after, before }) => {
          const row = after ?? before;
          const path = row ? recordPath(row) : null;
          if (path) navigate(path);
        }}
        maxHeight={260}
        empty={<EmptyState icon={IconHistory} sentence="没有更正。" />}
      />
    </Section>
  );
}
