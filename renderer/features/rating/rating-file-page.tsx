import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { formatZh } from '#shared/kernel/dates';
import { useExportDocument } from '../../api/export-document';
import { useAction, useRoute } from '../../api/queries';
import { Columns, Page, PageHeader } from '../../components/page';
import { GradePill } from '../../components/pill';
import { Loading, QueryError } from '../../components/state-panels';
import { toBand } from './grade-bands';
import { kindWords } from './rating-words';
import { WhyHeadline } from './why-headline';
import { WhyLines } from './why-lines';
import { WhySide } from './why-side';
import { WhyVetoes } from './why-vetoes';
import { WhyWaterfall } from './why-waterfall';

const back = { to: '/ratings', label: '评价' };

/** Why a subject has its grade: the lines that add up, each with its basis and its source records. */
export function RatingFilePage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const why = useRoute('rating.explain', { ratingId: id });
  const { run, busy } = useExportDocument();
  const rate = useAction('rating.rate-subject', {
    done: ({ gradeCode }) => `已按今天的记录重新评价，为 ${gradeCode} 级`,
    onDone: ({ ratingId }) => navigate(`/ratings/${ratingId}`),
  });
  if (why.error)
    return (
      <Page>
        <PageHeader title="评价理由" back={back} />
        <QueryError error={why.error} />
      </Page>
    );
  if (!why.data) return <Loading label="正在读取评价" />;

  const { rating, grade } = why.data;
  return (
    <Page>
      <PageHeader
        title={rating.subjectName}
        badges={<GradePill code={grade.code} band={toBand(grade)} size="large" />}
        purpose={`${kindWords(rating.subjectKind)}　基准日 ${formatZh(rating.asOf)}　${why.data.packTitle} 第 ${rating.packVersion} 版`}
        back={back}
        actions={
          <>
            <Button component={Link} to={`/subjects/${rating.subjectId}`} variant="default">
              打开主体档案
            </Button>
            <Button
              variant="default"
              loading={rate.busy}
              onClick={() => void rate.run({ subjectId: rating.subjectId })}
            >
              重新评价
            </Button>
            <Button
              loading={busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void run('rating-why', { id })}
            >
              导出信用评价说明…
            </Button>
          </>
        }
      />
      <Columns
        main={
          <>
            <WhyHeadline why={why.data} />
            <WhyVetoes why={why.data} />
            <WhyWaterfall why={why.data} />
            <WhyLines why={why.data} />
          </>
        }
        side={<WhySide why={why.data} />}
      />
    </Page>
  );
}
