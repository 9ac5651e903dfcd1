import type { ReactNode } from 'react';
import css from './timeline.module.css';

export type TimelineItem = {
  readonly id: string;
  readonly on: string;
  readonly title: string;
  readonly detail?: ReactNode;
  readonly tone?: 'neutral' | 'good' | 'warn' | 'bad';
  /** The part of supervision: 事前, 事中, 事后. */
  readonly lane?: string;
  /** Pills, after the title. */
  readonly badges?: ReactNode;
  readonly onOpen?: (() => void) | undefined;
};

/** One story, newest first as the caller orders it. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={css.timeline}>
      {items.map((item) => (
        <li key={item.id} className={css.item}>
          <time className={css.date} dateTime={item.on}>
            {item.on}
          </time>
          <span className={css.rule}>
            <span className={`${css.dot} ${item.tone && item.tone !== 'neutral' ? css[item.tone] : ''}`} />
          </span>
          <div className={css.body}>
            <div className={css.title}>
              {item.onOpen ? (
                <button type="button" className={css.open} onClick={item.onOpen}>
                  {item.title}
                </button>
              ) : (
                item.title
              )}
              {item.lane ? <span className={css.lane}>{item.lane}</span> : null} {item.badges}
            </div>
            {item.detail ? <div className={css.detail}>{item.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
