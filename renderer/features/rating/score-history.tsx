import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { useBands } from '../../components/grade-bands';
import { PictureToggle } from '../../components/picture-toggle';
import { RatingStatePill } from '../../components/rating-state-pill';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { DateText, PointsText } from '../../components/text';
import { GradeChange } from './grade-change';
import type { Why } from './rating-words';

import { ScoreCurve } from './score-curve-chart';
import css from './why.module.css';

/** The scores over time as a curve; every rating, newest first, is one key away. */
export function ScoreHistory({ why }: { readonly why: Why }) {
  const { rating } = why;
  const today = useToday();
  const bands = useBands();
  const history = useRoute('rating.history', { subjectId: rating.subjectId });
  const [asTable, setAsTable] = useState(false);
  const rows = history.data?.rows ?? [];
  // What was sent back or overtaken never held; under another pack the same score says something else.
  const held = rows.filter(
    ({ state, packId, id }) =>
      packId === rating.packId && (state === 'approved' || state === 'proposed' || id === rating.id),
  );
  return (
    <Section
      title="历次评价"
      count={rows.length}
      actions={<PictureToggle asTable={asTable} onChange={setAsTable} />}
      flush
    >
      {history.error ? <QueryError error={history.error} /> : null}
      {history.isPending ? <Loading /> : null}
      {history.data && !asTable ? (
        <ScoreCurve ratings={held} scale={why.scale} until={today} current={rating.id} />
      ) : null}
      {asTable ? (
        <ol className={css.history}>
          {rows.map((row) => (
            <li key={row.id} className={css.past} aria-current={row.id === rating.id ? 'true' : undefined}>
              {row.id === rating.id ? (
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
              {row.state === 'approved' ? null : (
                <span className={css.pastState}>
                  <RatingStatePill state={row.state} />
                </span>
              )}
            </li>
          ))}
        </ol>
      ) : null}
    </Section>
  );
}
