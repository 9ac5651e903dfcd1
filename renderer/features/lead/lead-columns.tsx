import { leadStateLabels } from '#shared/domain/warning/lead';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { thousands } from '../../components/words';
import { type LeadRow, leadTones, spanOf } from './lead-words';

export function LeadPill({ row }: { readonly row: Pick<LeadRow, 'state'> }) {
  return <StatePill label={leadStateLabels[row.state]} tone={leadTones[row.state]} />;
}

export const leadColumns: readonly Column<LeadRow>[] = [
  { key: 'party', header: '主体', width: 212, grow: true, sort: true, text: (row) => row.partyName },
  {
    key: 'state',
    header: '状态',
    width: 92,
    sort: true,
    text: (row) => leadStateLabels[row.state],
    render: (row) => <LeadPill row={row} />,
  },
  { key: 'dimension', header: '维度', width: 126, sort: true, text: (row) => row.dimension },
  {
    key: 'count',
    header: '件数',
    width: 64,
    align: 'right',
    text: (row) => thousands(row.filingCount),
    sort: (a, b) => a.filingCount - b.filingCount,
  },
  { key: 'why', header: '线索内容', width: 224, grow: true, text: (row) => row.why },
  { key: 'to', header: '最近日期', width: 104, sort: true, text: (row) => row.to ?? row.createdAt.slice(0, 10) },
  { key: 'officer', header: '承办人', width: 76, sort: true, text: (row) => row.officerName ?? '' },
  { key: 'no', header: '线索号', width: 96, sort: true, text: (row) => row.no, hidden: true },
  { key: 'span', header: '起止日期', width: 196, text: spanOf, hidden: true },
  { key: 'rule', header: '规则', width: 180, sort: true, text: (row) => row.ruleName, hidden: true },
  { key: 'source', header: '来源', width: 200, sort: true, text: (row) => row.sourceName, hidden: true },
  { key: 'code', header: '主体代码', width: 176, text: (row) => row.partyCode ?? '', hidden: true },
  {
    key: 'subject',
    header: '监管对象',
    width: 96,
    sort: true,
    text: (row) => (row.subjectId ? '已登记' : '未登记'),
    hidden: true,
  },
];
