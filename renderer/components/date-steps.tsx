import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import css from './date-steps.module.css';

export type DateStep = { readonly date: string; readonly text: string };
type DateStepsProps = {
  readonly steps: readonly DateStep[];
  /** A day rests on a calendar that has not been published yet. */
  readonly estimated?: boolean;
};

/** How a date came about, one line a step. */
export function DateSteps({ steps, estimated = false }: DateStepsProps) {
  return (
    <>
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={`${step.date} ${step.text}`}>
            <time className={css.date} dateTime={step.date}>
              {step.date}
            </time>
            <span className={css.words}>{step.text}</span>
          </li>
        ))}
      </ol>
      {estimated ? <p className={css.estimated}>其中有日期为推算，节假日安排或者起算日登记后可能变动。</p> : null}
    </>
  );
}

/** The same, shown on demand. */
export function DateStepsToggle({ steps, estimated }: DateStepsProps) {
  const [open, setOpen] = useState(false);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <button type="button" className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Chevron size={14} stroke={1.5} aria-hidden />
        期限怎么算的
      </button>
      {open ? (
        <div className={css.open}>
          <DateSteps steps={steps} {...(estimated === undefined ? {} : { estimated })} />
        </div>
      ) : null}
    </div>
  );
}
