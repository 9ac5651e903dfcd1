import { IconCheck } from '@tabler/icons-react';
import css from './step-bar.module.css';

export type Step = {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'todo' | 'blocked';
  /** A date, or why the step is blocked and what unblocks it. */
  readonly note?: string | undefined;
};

const SPOKEN = { done: '已完成', current: '进行中', todo: '未开始', blocked: '暂不能进行' } as const;

/** Where a piece of work stands, with its dates. */
export function StepBar({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className={css.bar}>
      {steps.map((step, at) => (
        <li
          key={step.key}
          className={`${css.step} ${css[step.state] ?? ''}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={css.badge} role="img" aria-label={SPOKEN[step.state]}>
            {step.state === 'done' ? <IconCheck size={13} stroke={2} /> : at + 1}
          </span>
          <span className={css.label}>{step.label}</span>
          {step.note ? <span className={css.note}>{step.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
