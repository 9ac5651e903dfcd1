import { rectificationStateLabels } from '#shared/domain/rectification/rectification';
import type { IsoDate } from '#shared/kernel/dates';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { DueText } from '../../components/text';
import { dueOf, type RectificationRow, stateTones } from './rectification-words';

const dueWords = (row: RectificationRow, today: IsoDate): string =>
  row.state === 'ordered' ? dueOf(row, row.nextDueOn, today).words : (row.stateOn ?? '');

export const rectificationColumns = (today: IsoDate): readonly Column<RectificationRow>[] => [
  { key: 'subject', header: '当事人', width: 252, grow: true, text: (row) => row.subjectName, sort: true },
  {
    key: 'state',
    header: '状态',
    width: 96,
    text: (row) => stateText(row),
    render: (row) => <RectificationPill row={row} />,
    sort: true,
  },
  {
    key: 'due',
    header: '期限',
    width: 232,
    text: (row) => dueWords(row, today),
    render: (row) =>
      row.state === 'ordered' ? <DueText {...dueOf(row, row.nextDueOn, today)} /> : `${row.stateOn ?? ''} 结束`,
    sort: (a, b) => (a.nextDueOn ?? '9999').localeCompare(b.nextDueOn ?? '9999'),
  },
  {
    key: 'items',
    header: '已整改',
    width: 80,
    align: 'right',
    text: (row) => `${row.correctedCount} / ${row.itemCount}`,
    sort: (a, b) => a.correctedCount / a.itemCount - b.correctedCount / b.itemCount,
  },
  { key: 'orderedOn', header: '责令日期', width: 104, text: (row) => row.orderedOn, sort: true },
  {
    key: 'deliveredOn',
    header: '送达日期',
    width: 104,
    text: (row) => row.deliveredOn ?? '未送达',
    sort: true,
    hidden: true,
  },
  { key: 'no', header: '文号', width: 204, text: (row) => row.no, sort: true },
  { key: 'behaviour', header: '违法行为', width: 240, text: (row) => row.behaviour, hidden: true },
  {
    key: 'uscc',
    header: '统一社会信用代码',
    width: 176,
    text: (row) => row.subjectUscc ?? '',
    sort: true,
    hidden: true,
  },
];

export const stateText = (row: Pick<RectificationRow, 'state' | 'overdue'>): string =>
  row.overdue ? '已逾期' : rectificationStateLabels[row.state];

/** One pill for the order everywhere: late weighs more than running. */
export function RectificationPill({ row }: { readonly row: Pick<RectificationRow, 'state' | 'overdue'> }) {
  return <StatePill label={stateText(row)} tone={row.overdue ? 'grave' : stateTones[row.state]} />;
}
