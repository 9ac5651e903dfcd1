import { formatPoints } from '#shared/kernel/decimal';
import type { Column } from '../../components/data-table/table-types';
import type { Bands } from '../../components/grade-bands';
import { DateText, PointsText } from '../../components/text';
import { GradeChange } from './grade-change';
import { changeWords, kindWords, type RatingRow } from './rating-words';

export const ratingColumns = (bands: Bands): readonly Column<RatingRow>[] => [
  {
    key: 'subjectName',
    header: '主体',
    width: 280,
    grow: true,
    sort: true,
    text: ({ subjectName }) => subjectName,
  },
  { key: 'kind', header: '类型', width: 136, sort: true, text: ({ subjectKind }) => kindWords(subjectKind) },
  {
    key: 'grade',
    header: '信用等级',
    width: 180,
    sort: (a, b) => a.gradeCode.localeCompare(b.gradeCode),
    text: ({ previousGradeCode, gradeCode }) => changeWords(previousGradeCode, gradeCode),
    render: ({ previousGradeCode, gradeCode, packId }) => (
      <GradeChange from={previousGradeCode} to={gradeCode} packId={packId} bands={bands} />
    ),
  },
  {
    key: 'score',
    header: '得分',
    width: 88,
    align: 'right',
    sort: (a, b) => a.scoreThousandths - b.scoreThousandths,
    text: ({ scoreThousandths }) => formatPoints(scoreThousandths),
    render: ({ scoreThousandths }) => <PointsText value={scoreThousandths} />,
  },
  {
    key: 'asOf',
    header: '基准日',
    width: 112,
    sort: true,
    text: ({ asOf }) => asOf,
    render: ({ asOf }) => <DateText date={asOf} />,
  },
  {
    key: 'pack',
    header: '规则包',
    width: 220,
    hidden: true,
    sort: true,
    text: ({ packId, packVersion }) => `${bands.titleOf(packId)} 第 ${packVersion} 版`,
  },
];
