import { Link } from 'react-router-dom';
import { DateText, PointsText } from '../../components/text';
import { type FactRef, isSupposed, originWords, sourceWords } from './rating-words';
import css from './why.module.css';

/** The records behind a line; each leads to the subject's records. */
export function FactList({ facts, subjectId }: { readonly facts: readonly FactRef[]; readonly subjectId: string }) {
  if (facts.length === 0) return null;
  return (
    <ul className={css.facts}>
      {facts.map((fact) => (
        <li key={fact.factId} className={css.fact}>
          <DateText date={fact.occurredOn} />
          {isSupposed(fact) ? (
            <span className={css.source}>{sourceWords(fact)}</span>
          ) : (
            <Link to={`/subjects/${subjectId}?tab=facts`} className={css.source}>
              {sourceWords(fact)}
            </Link>
          )}
          <PointsText value={fact.pointsThousandths} signed />
          {originWords(fact) === '' ? null : <span className={css.origin}>{originWords(fact)}</span>}
        </li>
      ))}
    </ul>
  );
}
