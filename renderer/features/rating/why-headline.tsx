import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { StatePill } from '../../components/pill';
import { DateText } from '../../components/text';
import type { Why } from './rating-words';
import css from './why.module.css';

/** The result in one sentence, under everything that limits its worth. */
export function WhyHeadline({ why }: { readonly why: Why }) {
  const { rating } = why;
  const newest = useRoute('rating.history', { subjectId: rating.subjectId }).data?.rows[0];
  const outdated = newest !== undefined && newest.id !== rating.id ? newest : null;
  return (
    <>
      {outdated ? (
        <p className={css.bar} role="status">
          <span>
            这是以前的一次评价；最近一次的基准日是
            <DateText date={outdated.asOf} long />
            ，评为 {outdated.gradeCode} 级。
          </span>
          <Link to={`/ratings/${outdated.id}`}>查看最近一次评价</Link>
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
          {rating.previousGradeCode !== null && rating.previousGradeCode !== rating.gradeCode
            ? `，上次为 ${rating.previousGradeCode} 级`
            : ''}
        </p>
        <span className={css.again}>
          {why.recomputes ? (
            <StatePill label="复算一致" tone="done" />
          ) : (
            <StatePill label="复算不一致，请核验存储" tone="grave" />
          )}
        </span>
      </section>
    </>
  );
}
