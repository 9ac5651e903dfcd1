import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { dishonestyClassLabels } from '#shared/domain/dishonesty/codes';
import { followUpLabels, repairStateLabels, repairStates } from '#shared/domain/repair/repair';
import { useListRows } from '../../api/list-rows';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { StatePill } from '../../components/pill';
import { EmptyState } from '../../components/state-panels';
import { DueText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { monthDay } from '../../components/words';
import { type RepairRow, repairTones } from './repair-words';

type Chip = (typeof repairStates)[number] | 'all';

/** The decision that is awaited, or what is left to do after it. */
export function nextText(row: Pick<RepairRow, 'decisionDueOn' | 'remaining' | 'state' | 'openFollowUps'>): string {
  if (row.state === 'granted') return `待办：${row.openFollowUps.map((code) => followUpLabels[code]).join('、')}`;
  if (row.decisionDueOn === null) return '';
  return `${row.remaining}（${monthDay(row.decisionDueOn)}）`;
}

const COLUMNS: readonly Column<RepairRow>[] = [
  { key: 'subject', header: '申请人', width: 200, grow: true, text: (row) => row.subjectName, sort: true },
  {
    key: 'state',
    header: '状态',
    width: 112,
    text: (row) => repairStateLabels[row.state],
    render: (row) => <StatePill label={repairStateLabels[row.state]} tone={repairTones[row.state]} />,
    sort: true,
  },
  {
    key: 'next',
    header: '办理期限和待办',
    width: 220,
    text: nextText,
    render: (row) => <DueText words={nextText(row)} tone={row.overdue ? 'overdue' : 'soon'} />,
    sort: (a, b) => (a.decisionDueOn ?? '9999').localeCompare(b.decisionDueOn ?? '9999'),
  },
  { key: 'act', header: '失信行为', width: 170, grow: true, text: (row) => row.actText, sort: true },
  { key: 'class', header: '程度', width: 64, text: (row) => dishonestyClassLabels[row.class], sort: true },
  { key: 'appliedOn', header: '申请日期', width: 108, text: (row) => row.appliedOn, sort: true },
  { key: 'no', header: '文号', width: 200, text: (row) => row.no, sort: true, hidden: true },
  { key: 'regime', header: '适用规则', width: 220, text: (row) => row.regimeTitle, sort: true, hidden: true },
];

export function RepairsPanel() {
  const navigate = useNavigate();
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('repair:state', 'all');
  const [query, setQuery] = useRemembered('repair:query', '');
  const list = useListRows('repair.list', {
    ...(chip === 'all' ? {} : { state: chip }),
    ...(query.trim() ? { query: query.trim() } : {}),
  });
  return (
    <DataTable
      name="repair"
      label="信用修复"
      unit="件"
      columns={list.columns(COLUMNS)}
      rows={list.rows}
      rowKey={(row) => row.id}
      asOf={today}
      onOpen={(row) => navigate(`/repairs/${row.id}`)}
      filter={{ value: query, onChange: setQuery, placeholder: '申请人、文号' }}
      chips={
        <FilterChips
          label="状态"
          chips={['all' as const, ...repairStates].map((value) => ({
            value,
            label: value === 'all' ? '全部' : repairStateLabels[value],
          }))}
          value={chip}
          onChange={setChip}
        />
      }
      empty={
        <EmptyState
          sentence={chip === 'all' ? '还没有修复申请。从可以修复的失信记录开始受理。' : '没有这一状态的修复申请。'}
          action={
            <Button variant="default" onClick={() => navigate('/repairs?tab=ready')}>
              查看可修复的记录
            </Button>
          }
        />
      }
      emptyFiltered={<EmptyState sentence="没有符合条件的修复申请，请放宽筛选。" />}
    />
  );
}
