import { ratingRunModeLabels, ratingRunStateLabels } from '#shared/domain/rating/run-state';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { RatingStatePill } from '../../components/rating-state-pill';
import { DateText, MomentText } from '../../components/text';
import { moment, thousands } from '../../components/words';
import { publicationOf, type Run } from './run-words';

const count = (key: 'checked' | 'rated' | 'moved' | 'firstRated', header: string): Column<Run> => ({
  key,
  header,
  width: 74,
  align: 'right',
  sort: (a, b) => a[key] - b[key],
  text: (run) => thousands(run[key]),
});

export const runColumns: readonly Column<Run>[] = [
  {
    key: 'asOf',
    header: '基准日',
    width: 100,
    sort: true,
    text: ({ asOf }) => asOf,
    render: ({ asOf }) => <DateText date={asOf} />,
  },
  {
    key: 'mode',
    header: '范围',
    width: 120,
    grow: true,
    sort: true,
    text: ({ mode, subjectName }) => (mode === 'single' && subjectName ? subjectName : ratingRunModeLabels[mode]),
  },
  {
    key: 'state',
    header: '状态',
    width: 122,
    sort: true,
    text: ({ state }) => ratingRunStateLabels[state],
    render: ({ state }) => <RatingStatePill state={state} />,
  },
  count('rated', '重新评价'),
  count('moved', '等级变动'),
  count('firstRated', '首次评价'),
  { ...count('checked', '检查'), hidden: true },
  {
    key: 'publication',
    header: '公示',
    width: 104,
    sort: true,
    text: (run) => publicationOf(run)?.label ?? '',
    render: (run) => {
      const publication = publicationOf(run);
      return publication ? <StatePill label={publication.label} tone={publication.tone} /> : null;
    },
  },
  {
    key: 'proposedAt',
    header: '提交时间',
    width: 136,
    sort: true,
    text: ({ proposedAt }) => moment(proposedAt),
    render: ({ proposedAt }) => <MomentText at={proposedAt} />,
  },
  { key: 'proposedBy', header: '提交人', width: 72, sort: true, text: ({ proposedBy }) => proposedBy },
  { key: 'decidedBy', header: '审定人', width: 72, sort: true, text: ({ decidedBy }) => decidedBy ?? '' },
  { key: 'decidedOn', header: '审定日期', width: 104, hidden: true, text: ({ decidedOn }) => decidedOn ?? '' },
];
