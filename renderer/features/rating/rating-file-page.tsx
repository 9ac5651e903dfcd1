import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { DRAFT_MARK, STALE_MARK } from '#shared/domain/rating/paper-marks';
import { formatZh } from '#shared/kernel/dates';
import { useExportDocument } from '../../api/export-document';
import { useAction, useRoute } from '../../api/queries';
import { toBand, useBands } from '../../components/grade-bands';
import { Columns, Page, PageHeader } from '../../components/page';
import { GradePill, StatePill } from '../../components/pill';
import { PrintActions, useRatingCopy } from '../../components/print-actions';
import { RatingStatePill } from '../../components/rating-state-pill';
import { Loading, QueryError } from '../../components/state-panels';
import { DecideRunForm } from './decide-run-form';
import { IndicatorTree } from './indicator-tree';
import { kindWords, type Why } from './rating-words';

import css from './why.module.css';
import { WhyCauses } from './why-causes';
import { WhyHeadline } from './why-headline';
import { WhyLines } from './why-lines';
import { WhySide } from './why-side';
import { WhyStanding } from './why-standing';
import { WhyVetoes } from './why-vetoes';
import { WhyWaterfall } from './why-waterfall';

const back = { to: '/ratings', label: '评价' };

/** Why a subject has its grade: the lines that add up, each with its basis and its source records. */
export function RatingFilePage() {
  const { id = '' } = useParams();
  const why = useRoute('rating.explain', { ratingId: id, copy: useRatingCopy() });
  if (why.error)
    return (
      <Page>
        <PageHeader title="评价理由" back={back} />
        <QueryError error={why.error} />
      </Page>
    );
  if (!why.data) return <Loading label="正在读取评价" />;

  return <File key={id} why={why.data} />;
}

function File({ why }: { readonly why: Why }) {
  const { nameOf } = useBands();
  const navigate = useNavigate();
  const { run, busy } = useExportDocument();
  const rate = useAction('rating.rate-subject', {
    done: ({ gradeCode }) => `已按今天的记录评为 ${nameOf(gradeCode)}，等待第二人审定`,
    onDone: ({ ratingId }) => navigate(`/ratings/${ratingId}`),
  });
  const { rating, grade, batch } = why;
  const view = { ...why, scoreThousandths: rating.scoreThousandths };
  const deciding = batch?.mode === 'single' && batch.state === 'proposed' ? batch : null;
  const before = rating.previousGradeCode;
  const approved = rating.state === 'approved';
  return (
    <Page>
      <PageHeader
        title={rating.subjectName}
        badges={
          <>
            <GradePill code={grade.code} band={toBand(grade)} size="large" />
            {approved ? null : <RatingStatePill state={rating.state} />}
          </>
        }
        purpose={`${kindWords(rating.subjectKind)}　基准日 ${formatZh(rating.asOf)}　${why.packTitle} 第 ${rating.packVersion} 版`}
        back={back}
        actions={
          <>
            <Button component={Link} to={`/subjects/${rating.subjectId}`} variant="default">
              打开主体档案
            </Button>
            <Button component={Link} to={`/ratings/simulate/${rating.subjectId}`} variant="default">
              模拟
            </Button>
            <Button
              variant="default"
              loading={rate.busy}
              onClick={() => void rate.run({ subjectId: rating.subjectId })}
            >
              重新评价
            </Button>
            <Menu>
              <Menu.Target>
                <Button
                  variant={deciding ? 'default' : 'filled'}
                  loading={busy}
                  leftSection={<IconFileExport size={16} stroke={1.5} />}
                  rightSection={<IconChevronDown size={14} stroke={1.5} />}
                >
                  导出…
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void run('rating-why', { id: rating.id })}>信用评价说明</Menu.Item>
                {approved ? (
                  <Menu.Item onClick={() => void run('rating-why', { id: rating.id, copy: 'subject' })}>
                    信用评价说明（送达主体联）
                  </Menu.Item>
                ) : null}
                {approved && why.entails.warningLetter !== null ? (
                  <Menu.Item onClick={() => void run('rating-warning-letter', { id: rating.id })}>
                    预警函（提示函）
                  </Menu.Item>
                ) : null}
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <PrintActions
        report="rating-why"
        ownerId={rating.id}
        title="信用评价说明"
        fileName={`信用评价说明_${rating.subjectName}_${rating.asOf}`}
        marks={[...(approved ? [] : [DRAFT_MARK]), ...(why.barred ? [STALE_MARK] : [])]}
        copies={approved}
      />
      <WhyStanding why={why} />
      <Columns
        better={why.better}
        main={
          <>
            {deciding ? (
              <div data-print="hide">
                <DecideRunForm run={deciding} />
              </div>
            ) : null}
            <WhyHeadline
              why={why}
              before={before !== null && before !== grade.code ? `，上次为 ${nameOf(before)}` : undefined}
              badge={
                why.recomputes ? (
                  <StatePill label="复算一致" tone="done" />
                ) : (
                  <StatePill label="复算不一致，请核验存储" tone="grave" />
                )
              }
            />
            <WhyVetoes why={view} subjectId={rating.subjectId} />
            <WhyCauses why={why} />
            <div className={css.pictures}>
              <WhyWaterfall why={view} />
              <div data-print="hide">
                <IndicatorTree why={why} />
              </div>
            </div>
            <WhyLines why={view} subjectId={rating.subjectId} />
          </>
        }
        side={<WhySide why={why} />}
      />
    </Page>
  );
}
