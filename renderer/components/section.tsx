import { type ReactNode, useId } from 'react';
import css from './section.module.css';

type SectionProps = {
  readonly title: string;
  readonly count?: number;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** The content touches the edges: tables and lists. */
  readonly flush?: boolean;
  /** The title stays in sight while a long content is scrolled. */
  readonly fixedHead?: boolean;
  readonly children: ReactNode;
};

/** A white card with a hairline and a title. Sections are not nested. */
export function Section({ title, count, hint, actions, flush = false, fixedHead = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={`${css.head} ${fixedHead ? css.fixed : ''}`}>
        <h2 id={id} className={css.title}>
          {title}
        </h2>
        {count === undefined ? null : <span className={css.count}>{count}</span>}
        {hint ? (
          <span className={css.hint} data-print="hide">
            {hint}
          </span>
        ) : null}
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </div>
      <div className={flush ? css.flush : css.body}>{children}</div>
    </section>
  );
}
