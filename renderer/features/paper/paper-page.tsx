import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { checkNoticeStateLabels } from '#shared/domain/paper/check-notice';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { RouteOutput } from '#shared/ipc/contract';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { caseLink, momentText, noticeTones } from './paper-words';

type Row = RouteOutput<'paper.list-notices'>['rows'][number];

const CHIPS = ['draft', 'approved', 'noticed', 'all'] as const;
type Chip = (typeof CHIPS)[number];
const LABELS: Record<Chip, string> = {
  draft: '待审批',
  approved: '已批准，待通知',
  noticed: '待送达',
  all: '全部',
};
const SENTENCES: Record<Chip, string> = {
  draft: '没有待审批的检查。',
  approved: '没有待制作通知书的检查。',
  noticed: '没有待送达的通知书。',
  all: '还没有检查审批。在抽查安排或者检查的“文书”里申请。',
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'subject', header: '检查对象', width: 260, grow: true, text: (row) => row.subjectName, sort: true },
  {
    key: 'state',
    header: '状态',
    width: 128,
    text: (row) => checkNoticeStateLabels[row.state],
    render: (row) => <StatePill label={checkNoticeStateLabels[row.state]} tone={noticeTones[row.state]} />,
    sort: true,
  },
  { key: 'planned', header: '检查时间', width: 140, text: (row) => momentText(row.plannedFrom), sort: true },
  { key: 'kind', header: '检查类型', width: 100, text: (row) => inspectionKindLabels[row.kind], sort: true },
  { key: 'officers', header: '检查人员', width: 128, text: (row) => row.officers.map(({ name }) => name).join('、') },
  { key: 'applied', header: '申请', width: 140, text: (row) => `${row.appliedBy.name} ${row.appliedOn}`, hidden: true },
  { key: 'no', header: '审批文号', width: 190, text: (row) => row.no, sort: true },
  { key: 'noticeNo', header: '通知书文号', width: 190, text: (row) => row.noticeNo ?? '', hidden: true },
];

/** Approvals and notices of inspections, newest first; a row opens all papers of its case. */
export function PaperPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('paper:chip', 'draft');
  const [query, setQuery] = useRemembered('paper:query', '');
  const [, setPeeked] = useState<Row | null>(null);
  const filter = { ...(chip === 'all' ? {} : { state: chip }), ...(query.trim() ? { query: query.trim() } : {}) };
  const list = useListRows('paper.list-notices', filter);
  const columns = useMemo(() => list.columns(COLUMNS), [list]);
  const counts = useCounts();
  return (
    <Page kind="list">
      <PageHeader title="文书" purpose="检查的审批和通知；打开一行，看到这次检查的全部文书。" />
      <DataTable
        name="paper"
        label="检查审批"
        unit="件"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(caseLink(row))}
        onPeek={setPeeked}
        peeking={false}
        filter={{ value: query, onChange: setQuery, placeholder: '检查对象、文号' }}
        chips={
          <FilterChips
            label="状态"
            chips={CHIPS.map((value) => ({ value, label: LABELS[value], count: counts[value] }))}
            value={chip}
            onChange={setChip}
          />
        }
        empty={<EmptyState sentence={SENTENCES[chip]} />}
        emptyFiltered={<EmptyState sentence="没有符合条件的检查审批，请放宽筛选。" />}
      />
    </Page>
  );
}

function useCounts(): Readonly<Record<Chip, number | undefined>> {
  const one = { limit: 1 } as const;
  return {
    draft: useRoute('paper.list-notices', { state: 'draft', ...one }).data?.total,
    approved: useRoute('paper.list-notices', { state: 'approved', ...one }).data?.total,
    noticed: useRoute('paper.list-notices', { state: 'noticed', ...one }).data?.total,
    all: useRoute('paper.list-notices', one).data?.total,
  };
}
