import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { dispositionText, type ReviewRow, resultText, reviewState } from './review-words';

export function ReviewPill({ row }: { readonly row: Pick<ReviewRow, 'state' | 'overdue' | 'withdrawnOn'> }) {
  return <StatePill {...reviewState(row)} />;
}

export const reviewColumns: readonly Column<ReviewRow>[] = [
  { key: 'subject', header: '检查对象', width: 196, grow: true, sort: true, text: (row) => row.subjectName },
  {
    key: 'state',
    header: '状态',
    width: 148,
    text: (row) => reviewState(row).label,
    render: (row) => <ReviewPill row={row} />,
  },
  { key: 'result', header: '检查结果', width: 150, grow: true, sort: true, text: resultText },
  {
    key: 'due',
    header: '公示期限',
    width: 104,
    sort: true,
    text: (row) => (row.state === 'published' ? '' : row.dueOn),
  },
  { key: 'left', header: '剩余', width: 156, text: (row) => row.remaining },
  { key: 'published', header: '公示日期', width: 104, sort: true, text: (row) => row.publishedOn ?? '' },
  {
    key: 'closed',
    header: '是否完结',
    width: 84,
    text: (row) => (row.disposalClosedOn ? '已完结' : '未完结'),
  },
  { key: 'ended', header: '检查日期', width: 104, sort: true, text: (row) => row.endedOn },
  { key: 'no', header: '检查记录编号', width: 176, sort: true, text: (row) => row.no },
  { key: 'disposition', header: '后续处置措施', width: 240, text: dispositionText, hidden: true },
  { key: 'kind', header: '检查类型', width: 96, text: (row) => inspectionKindLabels[row.kind], hidden: true },
  {
    key: 'officers',
    header: '检查人员',
    width: 140,
    text: (row) => row.officers.map(({ name }) => name).join('、'),
    hidden: true,
  },
  { key: 'entered', header: '录入人员', width: 84, text: (row) => row.enteredBy?.name ?? '', hidden: true },
  { key: 'uscc', header: '统一社会信用代码', width: 176, text: (row) => row.subjectUscc ?? '', hidden: true },
];
