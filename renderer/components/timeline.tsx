import type { CSSProperties, ReactNode } from 'react';
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

type TimelineProps = {
  readonly items: readonly TimelineItem[];
  /** One line for each of these lanes, named above; without it one line for all. */
  readonly lanes?: readonly string[];
};

/** One story, newest first as the caller orders it. */
export function Timeline({ items, lanes }: TimelineProps) {
  const dot = ({ tone }: TimelineItem) => (
    <span className={`${css.dot} ${tone && tone !== 'neutral' ? css[tone] : ''}`} />
  );
  return (
    <ol className={css.timeline} style={{ '--lanes': lanes?.length ?? 1 } as CSSProperties}>
      {lanes ? (
        <li className={`${css.item} ${css.laned} ${css.names}`} aria-hidden>
          <span />
          {lanes.map((lane) => (
            <span key={lane}>{lane}</span>
          ))}
        </li>
      ) : null}
      {items.map((item) => (
        <li key={item.id} className={`${css.item} ${lanes ? css.laned : ''}`}>
          <time className={css.date} dateTime={item.on}>
            {item.on}
          </time>
          {(lanes ?? [item.lane]).map((lane) => (
            <span key={lane ?? ''} className={css.rule}>
              {lane === item.lane ? dot(item) : null}
            </span>
          ))}
          <div className={css.body}>
            <div className={css.title}>
              {item.onOpen ? (
                <button type="button" className={css.open} onClick={item.onOpen}>
                  {item.title}
                </button>
              ) : (
                item.title
              )}
              {item.lane ? <span className={lanes ? css.spoken : css.lane}>{item.lane}</span> : null}
              {item.badges ? <span className={css.badges}>{item.badges}</span> : null}
            </div>
            {item.detail ? <div className={css.detail}>{item.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
