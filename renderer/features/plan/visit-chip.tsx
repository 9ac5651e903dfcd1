import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { formatZh } from '#shared/kernel/dates';
import css from './board.module.css';
import { type BoardView, type BoardVisit, conflictWords, pairWords } from './board-rows';
import { isLate } from './plan-words';

type VisitChipProps = {
  readonly visit: BoardVisit;
  readonly view: BoardView;
  readonly today: string;
  /** The one of the board that Tab comes to. */
  readonly current: boolean;
  readonly onOpen: (visit: BoardVisit) => void;
  readonly onFocus: (visit: BoardVisit) => void;
  readonly onDrag: (visit: BoardVisit | null) => void;
};

/** A visit on its day; what stands in its way is a symbol and words, never a colour alone. */
export function VisitChip({ visit, view, today, current, onOpen, onFocus, onDrag }: VisitChipProps) {
  const [conflict] = visit.conflicts;
  const done = visit.state === 'inspected';
  const origin = visit.planId === null ? '人工安排' : `第 ${visit.batchNo} 批`;
  const late = isLate(visit, today);
  const why = visit.conflicts.map(({ message }) => message).join('；');
  return (
    <button
      type="button"
      className={`${css.chip} ${done ? css.done : ''} ${conflict ? css.conflict : ''}`}
      data-visit={visit.id}
      draggable={!done}
      tabIndex={current ? 0 : -1}
      title={[visit.subjectName, visit.address, why].filter(Boolean).join('\n')}
      aria-label={[
        visit.subjectName,
        formatZh(visit.date).slice(5),
        pairWords(visit),
        origin,
        done ? '已检查' : late ? '过期未查' : '待检查',
        why,
      ]
        .filter(Boolean)
        .join('，')}
      onClick={() => onOpen(visit)}
      onFocus={() => onFocus(visit)}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', visit.subjectName);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(visit);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <span className={css.name}>
        {done ? <IconCheck size={14} stroke={2} aria-hidden /> : null}
        {visit.subjectName}
      </span>
      {view === 'week' ? <span className={css.small}>{pairWords(visit)}</span> : null}
      {view === 'batch' ? null : <span className={css.small}>{origin}</span>}
      {conflict || late ? (
        <span className={css.why}>
          <IconAlertTriangle size={13} stroke={1.8} aria-hidden />
          {conflict ? conflictWords[conflict.code] : '过期未查'}
          {visit.conflicts.length > 1 ? `等 ${visit.conflicts.length} 项` : ''}
        </span>
      ) : null}
    </button>
  );
}
