import { Button, Progress } from '@mantine/core';
import type { RouteName } from '#shared/ipc/contract';
import type { Job } from '../api/jobs';
import css from './job-progress.module.css';
import { EmptyState, ErrorPanel } from './state-panels';
import { secondsWords, thousands } from './words';

type JobProgressProps<N extends RouteName> = {
  readonly job: Job<N>;
  /** What is being done, until the job says it itself. */
  readonly label: string;
  /** What was kept when it failed or was cancelled. */
  readonly kept?: string;
  /** What is counted. */
  readonly unit?: string;
};

/** Rows done of how many, time left and cancel; shows nothing before the start and after the end. */
export function JobProgress<N extends RouteName>({
  job,
  label,
  kept = '数据保持开始之前的样子。',
  unit = '行',
}: JobProgressProps<N>) {
  const { state } = job;
  if (state.phase === 'idle' || state.phase === 'done') return null;
  const again = (
    <Button variant="default" onClick={job.reset}>
      重新开始
    </Button>
  );
  if (state.phase === 'cancelled') return <EmptyState compact sentence={`已取消。${kept}`} action={again} />;
  if (state.phase === 'failed')
    return <ErrorPanel what={state.error.message} kept={kept} todo="按上面的提示处理后重新开始。" actions={again} />;

  const { progress, cancelling } = state;
  const total = progress?.total ?? null;
  const numbers = [
    progress
      ? total === null
        ? `已处理 ${thousands(progress.done)} ${unit}`
        : `${thousands(progress.done)} / ${thousands(total)} ${unit}`
      : '正在准备',
    progress?.secondsLeft != null ? secondsWords(progress.secondsLeft) : '',
  ];
  return (
    <div className={css.job} role="status" aria-live="polite">
      <div>
        <div className={css.label}>{progress?.label || label}</div>
        <div className={css.numbers}>{numbers.filter(Boolean).join(' · ')}</div>
      </div>
      <Button variant="default" onClick={job.cancel} loading={cancelling}>
        取消
      </Button>
      <Progress
        className={css.bar ?? ''}
        size={6}
        value={progress && total ? (progress.done / total) * 100 : 100}
        animated={!total}
        aria-label={progress?.label || label}
      />
    </div>
  );
}
