import { decisionKindLabels, type FilingKind, handlingLabels } from '#shared/domain/filing/codes';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { type FilingRow, handlingTones } from './lead-words';

const number: Column<FilingRow> = {
  key: 'number',
  header: '申请号',
  width: 148,
  sort: true,
  text: (row) => row.number,
};
const agency: Column<FilingRow> = {
  key: 'agency',
  header: '代理机构',
  width: 170,
  sort: true,
  text: (row) => row.agency ?? '',
};
const filedOn: Column<FilingRow> = {
  key: 'filedOn',
  header: '申请日期',
  width: 104,
  sort: true,
  text: (row) => row.filedOn ?? '',
};
const applicant: Column<FilingRow> = {
  key: 'applicant',
  header: '申请人',
  width: 200,
  sort: true,
  text: (row) => row.applicantName,
};

const patent: readonly Column<FilingRow>[] = [
  number,
  { key: 'title', header: '发明名称', width: 190, grow: true, sort: true, text: (row) => row.title },
  {
    key: 'handling',
    header: '处理情况',
    width: 92,
    sort: true,
    text: (row) => (row.handling ? handlingLabels[row.handling] : ''),
    render: (row) =>
      row.handling ? <StatePill label={handlingLabels[row.handling]} tone={handlingTones[row.handling]} /> : null,
  },
  { key: 'notifiedOn', header: '通报日期', width: 104, sort: true, text: (row) => row.notifiedOn ?? '' },
  { key: 'handledOn', header: '处理日期', width: 104, sort: true, text: (row) => row.handledOn ?? '' },
  filedOn,
  agency,
];

const trademark: readonly Column<FilingRow>[] = [
  { ...number, width: 110 },
  { key: 'title', header: '商标', width: 150, grow: true, sort: true, text: (row) => row.title },
  { key: 'classes', header: '类别', width: 90, text: (row) => row.classes.join('、') },
  filedOn,
  { key: 'assignee', header: '受让人', width: 170, sort: true, text: (row) => row.assignee ?? '' },
  { key: 'assignedOn', header: '转让日期', width: 104, sort: true, text: (row) => row.assignedOn ?? '' },
  {
    key: 'decision',
    header: '生效决定',
    width: 200,
    sort: true,
    text: (row) =>
      row.decisionKind
        ? [row.decidedOn, decisionKindLabels[row.decisionKind], row.decisionNo].filter(Boolean).join(' ')
        : '',
  },
  agency,
];

type Listed = Exclude<FilingKind, 'third_party'>;
const KINDS: Record<Listed, readonly Column<FilingRow>[]> = { abnormal_patent: patent, trademark };

/** The columns of one kind of list; the applicant where rows are of several, and only those columns that say something. */
export function filingColumns(
  kind: Listed,
  rows: readonly FilingRow[],
  { applicants = false }: { readonly applicants?: boolean } = {},
): readonly Column<FilingRow>[] {
  const [first, ...rest] = KINDS[kind];
  const all = first ? [first, ...(applicants ? [applicant] : []), ...rest] : [];
  return all.filter(({ text }) => rows.length === 0 || rows.some((row) => text(row) !== ''));
}
