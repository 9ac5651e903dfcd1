import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { WhyView } from './rating-words';
import css from './why.module.css';

type WhyHeadlineProps = {
  readonly why: Pick<WhyView, 'headline' | 'grade' | 'warnings' | 'barred'>;
  /** After the meaning of the grade: what it was before. */
  readonly before?: string | undefined;
  readonly badge?: ReactNode;
};

/** The result in one sentence, under everything that limits its worth. */
export function WhyHeadline({ why, before, badge }: WhyHeadlineProps) {
  return (
    <>
      {why.barred ? (
        <p className={css.barred} role="status">
          <IconClockExclamation size={18} stroke={1.5} aria-hidden />
          <span>来源缺失或者已过期，这次评价不能单独作为依据；请先更新下面列出的来源，再重新评价。</span>
        </p>
      ) : null}
      {why.warnings.length > 0 ? (
        <section className={css.warnings} aria-label="使用前须知">
          <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
          <ul>
            {why.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={css.head} aria-label="评价结果">
        <p className={css.headline}>{why.headline}</p>
        <p className={css.meaning}>
          {why.grade.meaning}
          {before}
        </p>
        {badge ? <span className={css.again}>{badge}</span> : null}
      </section>
    </>
  );
}
