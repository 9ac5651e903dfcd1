import { type LetterState, letterKindLabels, letterStateLabels } from '#shared/domain/letter/letter';
import type { RouteOutput } from '#shared/ipc/contract';
import type { Column } from '../../components/data-table/table-types';
import { StatePill, type StateTone } from '../../components/pill';

export type LetterRow = RouteOutput<'letter.list'>['rows'][number];
export type LetterFile = RouteOutput<'letter.get'>;

const tones: Record<LetterState, StateTone> = {
  draft: 'waiting',
  sent: 'going',
  replied: 'done',
  closed: 'off',
  cancelled: 'off',
};

const stateText = ({ state, overdue }: Pick<LetterRow, 'state' | 'overdue'>): string =>
  overdue ? '逾期未回复' : letterStateLabels[state];

export function LetterPill({ row }: { readonly row: Pick<LetterRow, 'state' | 'overdue'> }) {
  return <StatePill label={stateText(row)} tone={row.overdue ? 'grave' : tones[row.state]} />;
}

export const letterColumns: readonly Column<LetterRow>[] = [
  { key: 'title', header: '标题', width: 260, grow: true, sort: true, text: (row) => row.title },
  {
    key: 'state',
    header: '状态',
    width: 116,
    text: stateText,
    render: (row) => <LetterPill row={row} />,
  },
  { key: 'kind', header: '种类', width: 120, sort: true, text: (row) => letterKindLabels[row.kind] },
  { key: 'to', header: '致', width: 200, grow: true, sort: true, text: (row) => row.toUnit },
  { key: 'sent', header: '发出日期', width: 104, sort: true, text: (row) => row.sentOn ?? '' },
  { key: 'due', header: '回复期限', width: 104, sort: true, text: (row) => row.replyDueOn ?? '' },
  { key: 'left', header: '剩余', width: 160, text: (row) => row.remaining },
  { key: 'no', header: '文号', width: 196, sort: true, text: (row) => row.no },
  { key: 'subject', header: '当事人', width: 200, sort: true, text: (row) => row.subjectName, hidden: true },
  { key: 'inspection', header: '检查记录编号', width: 176, text: (row) => row.inspectionNo ?? '', hidden: true },
];
