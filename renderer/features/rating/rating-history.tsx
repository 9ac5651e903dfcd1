import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { DateText, PointsText } from '../../components/text';
import { useBands } from './grade-bands';
import { GradeChange } from './grade-change';
import css from './why.module.css';

type RatingHistoryProps = { readonly subjectId: string; readonly current: string };

/** Every rating of the subject, newest first. */
export function RatingHistory({ subjectId, current }: RatingHistoryProps) {
  const bands = useBands();
  const history = useRoute('rating.history', { subjectId });
  const rows = history.data?.rows ?? [];
  return (
    <Section title="历次评价" count={rows.length} flush>
      {history.error ? <QueryError error={history.error} /> : null}
      {history.isPending ? <Loading /> : null}
      <ol className={css.history}>
        {rows.map((row) => (
          <li key={row.id} className={css.past} aria-current={row.id === current ? 'true' : undefined}>
            {row.id === current ? (
              <DateText date={row.asOf} />
            ) : (
              <Link to={`/ratings/${row.id}`}>
                <DateText date={row.asOf} />
              </Link>
            )}
            <GradeChange from={row.previousGradeCode} to={row.gradeCode} packId={row.packId} bands={bands} />
            <span className={css.number}>
              <PointsText value={row.scoreThousandths} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
