import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { Link, useParams } from 'react-router-dom';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { useBands } from '../../components/grade-bands';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { RatingStatePill } from '../../components/rating-state-pill';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { moment } from '../../components/words';
import { DecideRunForm } from './decide-run-form';
import { MoverTable } from './mover-table';
import { PublishButton } from './publish-button';
import { RunFigures } from './run-figures';
import { RunRecord } from './run-record';
import { RunSpread } from './run-spread';
import { publicationOf, type RunFile, runTitle } from './run-words';

const back = { to: '/ratings/runs', label: '历次评价' };

/** One run: what moved and why, the decision on it, its publication. */
export function RunFilePage() {
  const { id = '' } = useParams();
  const run = useRoute('rating.get-batch', { id });
  if (run.data) return <File key={id} run={run.data} />;
  if (!run.error) return <Loading label="正在读取评价批次" />;
  return (
    <Page>
      <PageHeader title="评价批次" back={back} />
      <QueryError
        error={run.error}
        actions={
          <Button component={Link} to="/ratings/runs" variant="default">
            返回历次评价
          </Button>
        }
      />
    </Page>
  );
}

function File({ run }: { readonly run: RunFile }) {
  const bands = useBands();
  const { run: exportDocument, busy } = useExportDocument();
  const publication = publicationOf(run);
  const waiting = run.state === 'proposed';
  const single = run.mode === 'single';
  return (
    <Page>
      <PageHeader
        title={runTitle(run)}
        badges={
          <>
            <RatingStatePill state={run.state} />
            {publication ? <StatePill label={publication.label} tone={publication.tone} /> : null}
          </>
        }
        purpose={`${run.proposedBy} ${moment(run.proposedAt)} 提交`}
        back={back}
        actions={
          <>
            {run.ratingId ? (
              <Button component={Link} to={`/ratings/${run.ratingId}`} variant="default">
                查看评价理由
              </Button>
            ) : null}
            {single ? null : (
              <Button
                variant="default"
                loading={busy}
                leftSection={<IconTableExport size={16} stroke={1.5} />}
                onClick={() => void exportDocument('rating-movers', { id: run.id })}
              >
                导出变动表…
              </Button>
            )}
            <PublishButton run={run} />
          </>
        }
      />
      {single ? null : <RunFigures run={run} />}
      {waiting ? <DecideRunForm run={run} /> : null}
      {waiting && !single ? <RunSpread run={run} bands={bands} /> : null}
      {single && run.moves.length === 0 ? null : (
        <Section title="等级变动" count={run.moves.length} hint="选中一户看全部原因，双击打开评价理由" flush>
          <MoverTable run={run} bands={bands} />
        </Section>
      )}
      <RunRecord run={run} />
    </Page>
  );
}
