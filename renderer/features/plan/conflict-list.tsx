import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConflictCode } from '#shared/domain/plan/visit-conflicts';
import { Section } from '../../components/section';
import { monthDay } from '../../components/words';
import css from './board.module.css';
import { type BoardVisit, conflictWords } from './board-rows';
import { ExchangeForm, type Gap } from './exchange-form';
import { MergeForm } from './merge-form';

type Conflict = BoardVisit['conflicts'][number];
type ConflictListProps = {
  readonly visits: readonly BoardVisit[];
  readonly onOpen: (visit: BoardVisit) => void;
  readonly onMove: (visit: BoardVisit) => void;
};

const stepWords: Record<Conflict['step'], string> = { exchange: '更换人员', move: '改期', merge: '同月合并' };

/** What stands in the way of the visits shown, each with the one step that settles it. */
export function ConflictList({ visits, onOpen, onMove }: ConflictListProps) {
  const [gap, setGap] = useState<Gap | null>(null);
  const [merging, setMerging] = useState(false);
  const lines = visits.flatMap((visit) => visit.conflicts.map((conflict) => ({ visit, conflict })));
  const take = (visit: BoardVisit, conflict: Conflict) => {
    if (conflict.step === 'move') onMove(visit);
    else if (conflict.step === 'merge') setMerging(true);
    else setGap(gapOf(visit, conflict));
  };
  return (
    <>
      {lines.length > 0 ? (
        <Section title="需要处理" count={lines.length} flush>
          <ul className={css.lines}>
            {lines.map(({ visit, conflict }) => (
              <li key={`${visit.id} ${conflict.code} ${conflict.officerId}`} className={css.line}>
                <span className={css.why}>
                  <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
                  {conflictWords[conflict.code]}
                </span>
                <span>{monthDay(visit.date)}</span>
                <span>
                  <button type="button" className={css.open} onClick={() => onOpen(visit)}>
                    {visit.subjectName}
                  </button>
                  {'　'}
                  {conflict.message}。
                </span>
                <Button size="xs" variant="default" onClick={() => take(visit, conflict)}>
                  {stepWords[conflict.step]}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {gap ? <ExchangeForm gap={gap} onClose={() => setGap(null)} /> : null}
      {merging ? <MergeForm onClose={() => setMerging(false)} /> : null}
    </>
  );
}

const causes: Partial<Record<ConflictCode, Gap['cause']>> = {
  no_pair: 'short_handed',
  inactive: 'inactive',
  avoidance: 'avoidance',
  certificate: 'certificate',
  leave: 'leave',
};

const gapOf = ({ id, subjectName, date, officers }: BoardVisit, { code, officerId, message }: Conflict): Gap => ({
  officerId,
  officerName: officers.find((officer) => officer.id === officerId)?.name ?? '',
  cause: causes[code] ?? 'other',
  sentence: `${message}。`,
  visits: [{ id, subjectName, date }],
});
