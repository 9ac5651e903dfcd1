import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import { PointsText } from '../../components/text';
import type { WhyView } from './rating-words';
import css from './why.module.css';

type WhyReliefsProps = { readonly reliefs: WhyView['reliefs']; readonly subjectId: string; readonly today: string };

/** What can be done about each record that costs points, and the way to try it out. */
export function WhyReliefs({ reliefs, subjectId, today }: WhyReliefsProps) {
  if (reliefs.length === 0) return null;
  return (
    <Section title="不利记录怎样补救" count={reliefs.length} flush>
      <ul className={css.lines}>
        {reliefs.map((relief) => {
          const on = [relief.repairFrom, relief.leavesOn].filter((day) => day !== null).sort()[0];
          const day = on !== undefined && on > today ? on : today;
          const repaired = relief.repairFrom === null ? '' : `&repaired=${encodeURIComponent(relief.factId)}`;
          return (
            <li key={relief.factId} className={`${css.line} ${css.relief}`}>
              <span className={css.costlyLabel}>{relief.label}</span>
              <span className={css.number}>
                <PointsText value={relief.pointsThousandths} signed />
              </span>
              <span className={css.basis}>{relief.sentence}</span>
              {on === undefined ? null : (
                <Link className={css.try} to={`/ratings/simulate/${subjectId}?on=${day}${repaired}`}>
                  模拟
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
