import { subjectKindLabels, subjectStatusLabels } from '#shared/domain/subject/subject';
import { formatPoints } from '#shared/kernel/decimal';
import type { Column } from '../../components/data-table/table-types';
import { GradePill, StatePill } from '../../components/pill';
import { DateText, PointsText } from '../../components/text';
import css from './subject-columns.module.css';
import { codeOf, openWords, type SubjectRow, statusTone } from './subject-words';

const statusLabels: Readonly<Record<string, string>> = subjectStatusLabels;

/** Columns of the list; the keys of sortable ones are the route's. */
export const subjectColumns: readonly Column<SubjectRow>[] = [
  {
    key: 'name',
    header: '名称',
    width: 240,
    grow: true,
    sort: true,
    text: ({ name }) => name,
  },
  { key: 'code', header: '统一社会信用代码', width: 172, text: codeOf },
  { key: 'kind', header: '类型', width: 130, text: ({ kind }) => subjectKindLabels[kind] },
  {
    key: 'grade',
    header: '信用等级',
    width: 96,
    sort: true,
    text: ({ gradeCode }) => gradeCode ?? '未评价',
    render: ({ gradeCode }) => <GradePill code={gradeCode} />,
  },
  {
    key: 'score',
    header: '得分',
    width: 72,
    align: 'right',
    sort: true,
    hidden: true,
    text: ({ scoreThousandths }) => (scoreThousandths === null ? '' : formatPoints(scoreThousandths)),
    render: ({ scoreThousandths }) => <PointsText value={scoreThousandths} />,
  },
  {
    key: 'last_inspected',
    header: '最近检查',
    width: 100,
    sort: true,
    text: ({ lastInspectedOn }) => lastInspectedOn ?? '',
    render: ({ lastInspectedOn }) => <DateText date={lastInspectedOn} />,
  },
  {
    key: 'open',
    header: '未结事项',
    width: 112,
    text: openWords,
    render: (row) => <OpenItems row={row} />,
  },
  { key: 'tags', header: '标签', width: 100, text: ({ tags }) => tags.join('、') },
  { key: 'agencyCode', header: '机构代码', width: 96, hidden: true, text: ({ agencyCode }) => agencyCode ?? '' },
  { key: 'district', header: '所属区域', width: 110, hidden: true, text: ({ district }) => district ?? '' },
  {
    key: 'status',
    header: '登记状态',
    width: 100,
    hidden: true,
    text: ({ status }) => statusLabels[status] ?? status,
    render: ({ status }) => <StatePill label={statusLabels[status] ?? status} tone={statusTone(status)} />,
  },
];

/** Two words at most, in the colours of their weight. */
export function OpenItems({ row }: { readonly row: SubjectRow }) {
  return (
    <span className={css.open}>
      {row.openRectifications > 0 ? <span className={css.warn}>整改 {row.openRectifications}</span> : null}
      {row.activeDishonesty > 0 ? <span className={css.grave}>失信 {row.activeDishonesty}</span> : null}
    </span>
  );
}
