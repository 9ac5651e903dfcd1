import { Button } from '@mantine/core';
import type { RouteOutput } from '#shared/ipc/contract';
import { JobProgress } from '../../components/job-progress';
import css from './desk.module.css';
import type { Desk } from './evidence-words';
import type { Intake } from './use-intake';

type BarsProps = {
  readonly desk: Desk;
  readonly intake: Intake;
  readonly verified: RouteOutput<'evidence.verify'> | null;
  readonly onForgetVerified: () => void;
};

/** What the page has to say before the pictures: what runs, what was refused, what is still wanting. */
export function DeskBars({ desk, intake, verified, onForgetVerified }: BarsProps) {
  const { unregistered, missing } = desk;
  return (
    <>
      <JobProgress job={intake.job} label="存入证据" unit="份" kept="已经存入的证据都保留。" />
      <JobProgress job={intake.register} label="登记证据" unit="份" kept="已经登记的证据都保留。" />
      {intake.refused.length > 0 ? (
        <div className={css.bar} data-tone="grave" role="alert">
          <div className={css.barWords}>
            有 {intake.refused.length} 个文件没有存入：
            <ul>
              {intake.refused.map(({ fileName, message }) => (
                <li key={`${fileName} ${message}`}>{message}</li>
              ))}
            </ul>
          </div>
          <Button variant="default" onClick={intake.forget}>
            知道了
          </Button>
        </div>
      ) : null}
      {verified ? (
        <div className={css.bar} data-tone={verified.problems.length > 0 ? 'grave' : undefined} role="status">
          <div className={css.barWords}>
            {verified.problems.length === 0
              ? `已核对 ${verified.checked} 个文件（含副本），SHA-256 和 SM3 都与存入时一致。`
              : `核对了 ${verified.checked} 个文件，有 ${verified.problems.length} 个与存入时不符：`}
            {verified.problems.length > 0 ? (
              <ul>
                {verified.problems.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            ) : null}
          </div>
          <Button variant="default" onClick={onForgetVerified}>
            知道了
          </Button>
        </div>
      ) : null}
      {unregistered.length > 0 && intake.register.state.phase !== 'running' ? (
        <div className={css.bar} role="status">
          <p className={css.barWords}>
            这份档案有 {unregistered.length} 个附件还没有登记为证据：
            {unregistered
              .slice(0, 3)
              .map(({ fileName }) => fileName)
              .join('、')}
            {unregistered.length > 3 ? ' 等' : ''}。
          </p>
          <Button variant="default" onClick={() => void intake.registerAll()}>
            登记为证据
          </Button>
        </div>
      ) : null}
      {missing.length > 0 ? (
        <div className={css.bar} data-tone="warn" role="status">
          <p className={css.barWords}>
            ▲ 还没有对应证据：{missing.map(({ label }) => label).join('、')}
            。选中照片后，在右侧选“对应的检查项目或问题”。
          </p>
        </div>
      ) : null}
    </>
  );
}
