import { IconCheck } from '@tabler/icons-react';
import css from './step-bar.module.css';
import { KeyHint } from './text';

export type Step = {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'todo' | 'blocked';
  /** A date, or why the step is blocked and what unblocks it. */
  readonly note?: string | undefined;
  /** Goes to the step; its label is then a button. */
  readonly onOpen?: (() => void) | undefined;
  /** The key that goes there, e.g. `F8`. */
  readonly keys?: string | undefined;
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
          <span className={css.label}>
            {step.onOpen ? (
              <button type="button" className={css.open} onClick={step.onOpen}>
                {step.label}
              </button>
            ) : (
              step.label
            )}
            {step.keys ? (
              <span className={css.keys}>
                <KeyHint keys={step.keys} />
              </span>
            ) : null}
          </span>
          {step.note ? <span className={css.note}>{step.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
