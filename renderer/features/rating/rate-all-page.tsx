import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { IsoDate } from '#shared/kernel/dates';
import { useExportDocument } from '../../api/export-document';
import { useJob } from '../../api/jobs';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { SubmitForm } from '../../components/form-drawer';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { Section } from '../../components/section';
import { useRemembered } from '../../components/view-memory';
import { useBands } from './grade-bands';
import { MoverTable } from './mover-table';
import css from './rating.module.css';
import { kindWords, type RunResult } from './rating-words';

type Run = { readonly asOf: IsoDate; readonly result: RunResult };

/** Rates everything at one day, then lists who moved. */
export function RateAllPage() {
  const bands = useBands();
  const today = useToday();
  const job = useJob('rating.rate-all');
  const [date, setDate] = useState<IsoDate | null>(null);
  const [blank, setBlank] = useState(false);
  // The movers are still here when an officer comes back from one of them.
  const [run, setRun] = useRemembered<Run | null>('rating:run', null);
  const { run: exportDocument, busy } = useExportDocument();
  const asOf = blank ? null : (date ?? today);

  const start = async () => {
    if (asOf === null) return;
    const result = await job.run({ asOf });
    if (result) setRun({ asOf, result });
  };
  const again = () => {
    job.reset();
    setRun(null);
  };

  const back = { to: '/ratings', label: '评价' };
  if (run)
    return (
      <Page kind="list">
        <PageHeader
          title="评价结果"
          purpose={resultWords(run)}
          back={back}
          actions={
            <>
              <Button variant="default" onClick={again}>
                再评价一次
              </Button>
              <Button
                loading={busy}
                leftSection={<IconTableExport size={16} stroke={1.5} />}
                onClick={() => void exportDocument('rating-list')}
              >
                导出评价结果表…
              </Button>
            </>
          }
        />
        <MoverTable moved={run.result.moved} asOf={run.asOf} bands={bands} />
      </Page>
    );
  const idle = job.state.phase === 'idle' || job.state.phase === 'done';
  return (
    <Page>
      <PageHeader
        title="评价全部主体"
        purpose="用截至基准日有效的记录，给每户重新评分定级；原来的评价保留，可以随时查阅。"
        back={back}
      />
      <JobProgress job={job} label="正在评价" kept="一户也没有改动，各户仍是原来的等级。" />
      {idle ? (
        <Section title="评价安排">
          <SubmitForm className={css.run} onSubmit={() => void start()}>
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
            <div>
              <h3 className={css.small}>使用的规则包</h3>
              <ul className={css.packs}>
                {bands.packs.map((pack) => (
                  <li key={`${pack.id} ${pack.version}`} className={css.pack}>
                    <span>
                      {pack.title} 第 {pack.version} 版
                    </span>
                    <span className={css.packDetail}>
                      用于{pack.subjectKinds.map(kindWords).join('、')}
                      {pack.unverified > 0 ? `　${pack.unverified} 项规则未经官方文本核实` : ''}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
            <div>
              <Button type="submit">评价全部主体</Button>
            </div>
          </SubmitForm>
        </Section>
      ) : null}
    </Page>
  );
}

function resultWords({ asOf, result }: Run): string {
  const first = result.moved.filter(({ from }) => from === null).length;
  return [
    `基准日 ${asOf}`,
    `评价 ${result.rated} 户`,
    `等级变动 ${result.moved.length - first} 户`,
    ...(first > 0 ? [`首次评价 ${first} 户`] : []),
    `未变 ${result.unchanged} 户`,
    ...(result.withoutPack > 0 ? [`没有适用规则包 ${result.withoutPack} 户`] : []),
  ].join('　');
}
