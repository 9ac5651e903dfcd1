import { Button } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { rectificationStateLabels } from '#shared/domain/rectification/rectification';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { MonthExport } from '../../components/month-export';
import { Page, PageHeader } from '../../components/page';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { rectificationColumns } from './rectification-columns';
import { RectificationPeek } from './rectification-peek';
import type { RectificationRow } from './rectification-words';

const CHIPS = ['ordered', 'overdue', 'closed', 'all'] as const;
type Chip = (typeof CHIPS)[number];
const LABELS: Record<Chip, string> = {
  ordered: '进行中',
  overdue: '已逾期',
  closed: rectificationStateLabels.closed,
  all: '全部',
};
const FILTERS = {
  ordered: { state: 'ordered' },
  overdue: { overdueOnly: true },
  closed: { state: 'closed' },
  all: {},
} as const;
const SENTENCES: Record<Chip, string> = {
  ordered: '没有正在整改的事项。',
  overdue: '没有逾期的整改。',
  closed: '还没有办结的整改。',
  all: '还没有责令改正。检查发现问题后，在检查记录里开具通知书。',
};

/** Orders to correct: what is late stands on top. */
export function RectificationPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('rectification:chip', 'ordered');
  const [query, setQuery] = useRemembered('rectification:query', '');
  const [peeked, setPeeked] = useState<RectificationRow | null>(null);
  const list = useListRows('rectification.list', {
    ...FILTERS[chip],
    ...(query.trim() ? { query: query.trim() } : {}),
  });
  const columns = useMemo(() => rectificationColumns(today), [today]);
  const counts = useCounts();
  const order = (variant: 'filled' | 'default') => (
    <Button
      variant={variant}
      leftSection={<IconFilePlus size={16} stroke={1.5} />}
      onClick={() => navigate('/rectifications/new')}
    >
      开具责令改正通知书
    </Button>
  );
  return (
    <Page kind="list">
      <PageHeader
        title="整改"
        purpose="责令改正的事项，按到期先后排列，逾期的在最前。"
        actions={
          <>
            <MonthExport report="rectification-ledger" label="导出整改台账" />
            {order('filled')}
          </>
        }
      />
      <DataTable
        name="rectification"
        label="整改"
        unit="件"
        columns={list.columns(columns)}
        rows={list.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(`/rectifications/${row.id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: query, onChange: setQuery, placeholder: '当事人、文号' }}
        chips={
          <FilterChips
            label="状态"
            chips={CHIPS.map((value) => ({ value, label: LABELS[value], count: counts[value] }))}
            value={chip}
            onChange={setChip}
          />
        }
        empty={<EmptyState sentence={SENTENCES[chip]} action={chip === 'overdue' ? undefined : order('default')} />}
        emptyFiltered={<EmptyState sentence="没有符合条件的整改，请放宽筛选。" />}
      />
      <RectificationPeek row={peeked} today={today} onClose={() => setPeeked(null)} />
    </Page>
  );
}

function useCounts(): Readonly<Record<Chip, number | undefined>> {
  const one = { limit: 1 } as const;
  return {
    ordered: useRoute('rectification.list', { ...FILTERS.ordered, ...one }).data?.total,
    overdue: useRoute('rectification.list', { ...FILTERS.overdue, ...one }).data?.total,
    closed: useRoute('rectification.list', { ...FILTERS.closed, ...one }).data?.total,
    all: useRoute('rectification.list', one).data?.total,
  };
}
