import type { CSSProperties } from 'react';
import { daysBetween, type IsoDate } from '#shared/kernel/dates';
import css from './repair.module.css';
import type { RepairTerms } from './repair-words';

type TermBarProps = { readonly terms: RepairTerms; readonly today: IsoDate };

/** From the first day to the automatic end, with the day from which repair may be asked for, and today. */
export function TermBar({ terms, today }: TermBarProps) {
  const { startsOn, earliestOn, endsOn } = terms;
  const whole = Math.max(1, daysBetween(startsOn, endsOn));
  const at = (day: IsoDate) => Math.max(0, Math.min(100, (daysBetween(startsOn, day) / whole) * 100));
  const opens = earliestOn === null ? 100 : at(earliestOn);
  return (
    <div
      className={css.term}
      role="img"
      aria-label={`自 ${startsOn} 起算${earliestOn ? `，${earliestOn} 起可以申请修复` : ''}，${endsOn} 自动停止`}
    >
      <span className={css.today} style={{ left: `${at(today)}%` }}>
        今天
      </span>
      <div className={css.track}>
        <span className={css.closed} style={{ width: `${opens}%` }} />
        <span className={css.open} style={{ width: `${100 - opens}%` }} />
      </div>
      {[...new Set([0, opens, 100])].map((place) => (
        <span key={place} className={css.tick} style={{ left: `${place}%` }} />
      ))}
      <span className={`${css.mark} ${css.first}`}>
        {startsOn}
        <span className={css.markWhat}>起算</span>
      </span>
      {earliestOn ? (
        <span className={css.mark} style={{ '--at': opens } as CSSProperties}>
          {earliestOn}
          <span className={css.markWhat}>可以申请</span>
        </span>
      ) : null}
      <span className={`${css.mark} ${css.last}`}>
        {endsOn}
        <span className={css.markWhat}>自动停止</span>
      </span>
    </div>
  );
}
