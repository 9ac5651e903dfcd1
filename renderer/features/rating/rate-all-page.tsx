import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { ratingRunModeLabels } from '#shared/domain/rating/run-state';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { useJob } from '../../api/jobs';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { SubmitForm } from '../../components/form-drawer';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { thousands } from '../../components/words';
import { PackList } from './pack-list';
import css from './rating.module.css';
import run from './run.module.css';

import { WaitingBar } from './waiting-bar';

type Mode = 'full' | 'incremental';

/** Makes a run; what came out of it is shown on the run's own page, where another officer approves it. */
export function RateAllPage() {
  const navigate = useNavigate();
  const today = useToday();
  const job = useJob('rating.rate-all');
  const approved = useRoute('rating.list-batches', { states: ['approved'], limit: 1 }).data;
  const [date, setDate] = useState<IsoDate | null>(null);
  const [blank, setBlank] = useState(false);
  const [chosen, setChosen] = useState<Mode | null>(null);
  const before = (approved?.total ?? 0) > 0;
  const mode: Mode = chosen ?? (before ? 'incremental' : 'full');
  const asOf = blank ? null : (date ?? today);

  const start = async () => {
    if (asOf === null) return;
    const result = await job.run({ asOf, mode });
    if (result?.batchId && result.rated > 0) navigate(`/ratings/runs/${result.batchId}`, { replace: true });
  };

  const { state } = job;
  const nothing = state.phase === 'done' && state.output.rated === 0 ? state.output : null;
  const idle = state.phase === 'idle' || state.phase === 'done';
  return (
    <Page>
      <PageHeader
        title="开展评价"
        purpose="用截至基准日有效的记录给每户评分定级；由另一名人员审定后，新的等级才生效。"
        back={{ to: '/ratings', label: '评价' }}
        actions={
          <Button component={Link} to="/ratings/runs" variant="default">
            查看历次评价
          </Button>
        }
      />
      {idle ? <WaitingBar note="再次提交会替代其中尚未审定的。" /> : null}
      <JobProgress job={job} label="正在评价" kept="没有提交审定，各户仍是原来的等级。" />
      {nothing ? (
        <Section title="评价结果">
          <EmptyState
            compact
            sentence={nothingWords(nothing)}
            action={
              <Button variant="default" onClick={job.reset}>
                换一个基准日或方式
              </Button>
            }
          />
        </Section>
      ) : null}
      {idle && !nothing ? (
        <Section title="评价安排">
          <SubmitForm className={css.run} onSubmit={() => void start()}>
            <Radio.Group label="评价范围" required value={mode} onChange={(value) => setChosen(value as Mode)}>
              <div className={run.modes}>
                <Radio
                  value="incremental"
                  label={ratingRunModeLabels.incremental}
                  description={
                    before
                      ? '上一次审定以后记录、主体信息、规则有变，或者因日期推移结果会变的主体。'
                      : '还没有审定过的评价，先评价全部主体。'
                  }
                  disabled={!before}
                />
                <Radio value="full" label={ratingRunModeLabels.full} description="不论有没有变化，逐户重新计算。" />
              </div>
            </Radio.Group>
            <DateField
              label="基准日"
              required
              description="这一天以前发生、这一天仍然有效的记录计入评价。"
              value={asOf}
              max={today}
              error={blank ? '请填写基准日' : undefined}
              onChange={(next) => {
                setDate(next);
                setBlank(next === null);
              }}
            />
            <PackList />
            <div>
              <Button type="submit">开始评价</Button>
            </div>
          </SubmitForm>
        </Section>
      ) : null}
    </Page>
  );
}

function nothingWords({ checked, withoutPack }: RouteOutput<'rating.rate-all'>): string {
  const without = withoutPack > 0 ? `；其中 ${thousands(withoutPack)} 户没有适用的规则包` : '';
  return `核对了 ${thousands(checked)} 户，结果都没有变化，没有需要审定的评价${without}。`;
}
