import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router-dom';
import { ratingRunStateLabels } from '#shared/domain/rating/run-state';
import type { RouteOutput } from '#shared/ipc/contract';
import { formatPoints } from '#shared/kernel/decimal';
import { useAction, useRoute } from '../../api/queries';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { useBands } from '../../components/grade-bands';
import { GradePill } from '../../components/pill';
import { RatingStatePill } from '../../components/rating-state-pill';
import { Section } from '../../components/section';
import { EmptyState, QueryError } from '../../components/state-panels';
import { MomentText, PointsText } from '../../components/text';
import { moment } from '../../components/words';

type Rating = RouteOutput<'rating.history'>['rows'][number];
type Packs = RouteOutput<'rating.list-packs'>['packs'];

const columnsOf = (packs: Packs): readonly Column<Rating>[] => [
  { key: 'asOf', header: '评价基准日', width: 130, sort: true, text: ({ asOf }) => asOf },
  {
    key: 'grade',
    header: '信用等级',
    width: 110,
    text: ({ gradeCode }) => gradeCode,
    render: ({ gradeCode }) => <GradePill code={gradeCode} />,
  },
  {
    key: 'score',
    header: '得分',
    width: 90,
    align: 'right',
    text: ({ scoreThousandths }) => formatPoints(scoreThousandths),
    render: ({ scoreThousandths }) => <PointsText value={scoreThousandths} />,
  },
  {
    key: 'moved',
    header: '等级变化',
    width: 130,
    text: ({ previousGradeCode, gradeCode }) =>
      previousGradeCode === null
        ? '首次评价'
        : previousGradeCode === gradeCode
          ? '未变'
          : `${previousGradeCode} → ${gradeCode}`,
  },
  {
    key: 'state',
    header: '状态',
    width: 128,
    text: ({ state }) => ratingRunStateLabels[state],
    render: ({ state }) => <RatingStatePill state={state} />,
  },
  {
    key: 'pack',
    header: '规则包',
    width: 200,
    grow: true,
    text: ({ packId, packVersion }) => `${packs.find(({ id }) => id === packId)?.title ?? packId} 第 ${packVersion} 版`,
  },
  {
    key: 'createdAt',
    header: '评价时间',
    width: 150,
    text: ({ createdAt }) => moment(createdAt),
    render: ({ createdAt }) => <MomentText at={createdAt} />,
  },
];

/** Every rating that was made, newest first; each opens the page that explains it. */
export function RatingPanel({ subjectId }: { readonly subjectId: string }) {
  const navigate = useNavigate();
  const history = useRoute('rating.history', { subjectId });
  const packs = useRoute('rating.list-packs', {}).data?.packs ?? [];
  const { nameOf } = useBands();
  const rate = useAction('rating.rate-subject', {
    done: ({ gradeCode }) => `已评为 ${nameOf(gradeCode)}，等待第二人审定`,
    onDone: ({ ratingId }) => navigate(`/ratings/${ratingId}`),
  });
  const again = (words: string) => (
    <Button size="xs" variant="default" loading={rate.busy} onClick={() => void rate.run({ subjectId })}>
      {words}
    </Button>
  );
  if (history.error) return <QueryError error={history.error} />;
  const rows = history.data?.rows;
  return (
    <Section
      title="评价"
      count={rows?.length ?? 0}
      actions={
        rows?.length ? (
          <>
            <Button component={Link} to={`/ratings/simulate/${subjectId}`} size="xs" variant="default">
              模拟评价
            </Button>
            {again('重新评价')}
          </>
        ) : null
      }
      flush
    >
      <DataTable
        name="subject-ratings"
        label="评价"
        columns={columnsOf(packs)}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/ratings/${id}`)}
        maxHeight={480}
        empty={
          <EmptyState compact icon={IconChartBar} sentence="还没有评价过这个主体。" action={again('评价信用等级')} />
        }
      />
    </Section>
  );
}
