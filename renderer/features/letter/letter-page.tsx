import { useNavigate } from 'react-router-dom';
import { type LetterState, letterStateLabels, letterStates } from '#shared/domain/letter/letter';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { letterColumns } from './letter-words';

type Chip = LetterState | 'overdue' | 'all';
const CHIPS: readonly Chip[] = ['overdue', ...letterStates, 'all'];
const LABELS: Record<Chip, string> = { ...letterStateLabels, overdue: '逾期未回复', all: '全部' };
const SENTENCES: Partial<Record<Chip, string>> = {
  overdue: '没有逾期未回复的函件。',
  sent: '没有等待回复的函件。',
  all: '还没有函件。在检查结果的“后续处置”中制作移送函或者抄告函。',
};

/** Letters to other units: what waits for an answer first. */
export function LetterPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('letter:chip', 'sent');
  const [query, setQuery] = useRemembered('letter:query', '');
  const filter = query.trim() ? { query: query.trim() } : {};
  const list = useListRows('letter.list', {
    ...filter,
    ...(chip === 'overdue' ? { overdueOnly: true } : chip === 'all' ? {} : { states: [chip] }),
  });
  const known = useRoute('letter.list', { limit: 1 }, { keepPrevious: true }).data;
  const countOf = (value: Chip): number | undefined =>
    known &&
    (value === 'overdue'
      ? known.overdue
      : value === 'all'
        ? letterStates.reduce((sum, state) => sum + known.counts[state], 0)
        : known.counts[value]);
  return (
    <Page kind="list">
      <PageHeader
        title="函件"
        purpose="移送函、抄告函和协助函：何时发出，何时该回复。"
        back={{ to: '/results', label: '检查结果' }}
      />
      <DataTable
        name="letter"
        label="函件"
        unit="份"
        columns={list.columns(letterColumns)}
        rows={list.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(`/letters/${row.id}`)}
        filter={{ value: query, onChange: setQuery, placeholder: '文号、单位、当事人' }}
        chips={
          <FilterChips
            label="状态"
            chips={CHIPS.map((value) => ({ value, label: LABELS[value], count: countOf(value) }))}
            value={chip}
            onChange={setChip}
          />
        }
        empty={<EmptyState sentence={SENTENCES[chip] ?? `没有${LABELS[chip]}的函件。`} />}
        emptyFiltered={<EmptyState sentence="没有符合条件的函件，请放宽筛选。" />}
      />
    </Page>
  );
}
