import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useExportDocument } from '../../api/export-document';
import { useJob } from '../../api/jobs';
import { JobProgress } from '../../components/job-progress';
import { Section } from '../../components/section';
import { DryRunMatrix } from './dry-run-matrix';
import { DryRunMovers } from './dry-run-movers';
import { useGradeLooks } from './grade-look';
import css from './pack.module.css';
import { countsOf, type DryRun, dryRunWords, type PackFile, packOf } from './pack-words';
import type { ActivationWork } from './use-activation';

type DryRunStepProps = { readonly file: PackFile; readonly work: ActivationWork };

/** Step 2: everybody rated with the new rules, and nothing stored. */
export function DryRunStep({ file, work }: DryRunStepProps) {
  const job = useJob('pack.dry-run');
  const { packId, version } = file;
  const start = async () => {
    const result = await job.run({ packId, version, subjectKinds: work.subjectKinds });
    if (result) work.change({ result });
  };
  if (work.result && job.state.phase !== 'running')
    return <Result file={file} work={work} result={work.result} onAgain={() => void start()} />;
  const idle = job.state.phase === 'idle' || job.state.phase === 'done';
  return (
    <>
      <JobProgress job={job} label="正在试运行" kept="试运行只计算，各户的等级没有改动。" />
      {idle ? (
        <Section title="试运行">
          <div className={css.form}>
            <p>
              用这一版规则给{work.kindWords}全部重新算一遍，与现在的等级比较。只计算，不保存，也不改动任何一户的等级。
            </p>
            <div className={css.buttons}>
              <Button onClick={() => void start()}>开始试运行</Button>
              <Button variant="default" onClick={() => work.go('kinds')}>
                改选适用主体
              </Button>
            </div>
          </div>
        </Section>
      ) : null}
    </>
  );
}

type ResultProps = DryRunStepProps & { readonly result: DryRun; readonly onAgain: () => void };

function Result({ file, work, result, onAgain }: ResultProps) {
  const pack = packOf(file.content);
  const lookOf = useGradeLooks(pack);
  const { run, busy } = useExportDocument();
  const kinds = work.kinds.join(',');
  return (
    <>
      <Section
        title="试运行结果"
        hint={`基准日 ${result.asOf}，${work.kindWords}`}
        actions={
          <>
            <Button size="xs" variant="default" onClick={onAgain}>
              重新试运行
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={busy}
              leftSection={<IconTableExport size={14} stroke={1.5} />}
              onClick={() => void run('pack-dry-run', { packId: file.packId, version: String(file.version), kinds })}
            >
              导出变动名单…
            </Button>
          </>
        }
      >
        <div className={css.result}>
          <div>
            <p className={css.headline}>{dryRunWords(countsOf(result))}</p>
            <p className={css.quiet}>
              {result.rated === 0 ? '没有登记这些类型的主体。' : moveWords(result, pack.grades)}
            </p>
            <div className={css.buttons}>
              <Button onClick={() => work.go('date')}>下一步：填写日期与说明</Button>
            </div>
          </div>
          <DryRunMatrix result={result} pack={pack} lookOf={lookOf} />
        </div>
      </Section>
      <DryRunMovers result={result} lookOf={lookOf} />
    </>
  );
}

/** How many go up and how many down, by the order of the pack's own grades. */
function moveWords({ moved }: DryRun, grades: readonly { readonly code: string }[]): string {
  const rank = (code: string) => grades.findIndex((grade) => grade.code === code);
  const known = moved.filter(({ from, to }) => from !== null && rank(from) >= 0 && rank(to) >= 0);
  const up = known.filter(({ from, to }) => rank(to) > rank(from ?? '')).length;
  const down = known.length - up;
  return moved.length === 0 ? '各户的等级都不变。' : `其中上升 ${up} 户，下降 ${down} 户。`;
}
