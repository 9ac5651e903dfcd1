import { useState } from 'react';
import { StatePill } from '../../components/pill';
import { EmptyState } from '../../components/state-panels';
import css from './calendar.module.css';
import { officerWords, type Stratum, type Visit, visitPill } from './plan-words';
import { VisitPeek } from './visit-peek';

type DayVisitsProps = {
  readonly visits: readonly Visit[];
  readonly strata: readonly Stratum[];
  readonly today: string;
};

export function DayVisits({ visits, strata, today }: DayVisitsProps) {
  const [peekedId, setPeekedId] = useState<string | null>(null);
  if (visits.length === 0) return <EmptyState compact sentence="这一天没有检查安排。" />;
  return (
    <>
      <ul className={css.visits}>
        {visits.map((visit) => (
          <li key={visit.id} className={css.visit}>
            <button type="button" className={css.open} onClick={() => setPeekedId(visit.id)}>
              {visit.subjectName}
            </button>
            <StatePill {...visitPill(visit, today)} />
            <span className={css.detail}>
              {officerWords(visit)}　第 {visit.batchNo} 批
            </span>
          </li>
        ))}
      </ul>
      <VisitPeek
        visit={visits.find(({ id }) => id === peekedId) ?? null}
        stratum={(id) => strata.find((stratum) => stratum.id === id)?.label ?? id}
        onClose={() => setPeekedId(null)}
      />
    </>
  );
}
