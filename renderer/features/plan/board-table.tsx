import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { IsoDate } from '#shared/kernel/dates';
import { monthDay } from '../../components/words';
import css from './board.module.css';
import {
  arrange,
  type BoardDay,
  type BoardRow,
  type BoardView,
  type BoardVisit,
  type Place,
  refusalOf,
} from './board-rows';
import { VisitChip } from './visit-chip';

/** More do not fit into a day of a month; the week shows them all. */
const MOST_CHIPS = 4;

type BoardTableProps = {
  readonly view: BoardView;
  readonly date: IsoDate;
  readonly today: IsoDate;
  readonly days: readonly BoardDay[];
  readonly visits: readonly BoardVisit[];
  readonly onOpen: (visit: BoardVisit) => void;
  readonly onMove: (visit: BoardVisit, to: IsoDate) => void;
  readonly onRefuse: (why: string | null) => void;
  /** Alt and an arrow on a visit: the working day before or after. */
  readonly onStep: (visit: BoardVisit, by: -1 | 1) => void;
  readonly onTurn: (by: -1 | 1) => void;
  readonly onWeek: (date: IsoDate) => void;
};

/** Seven columns of days; a visit is dragged to another day, or moved with Alt and the arrows. */
export function BoardTable(props: BoardTableProps) {
  const { view, date, today, days, visits, onMove, onRefuse, onStep, onTurn } = props;
  const box = useRef<HTMLTableElement>(null);
  const [dragged, setDragged] = useState<BoardVisit | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const rows = arrange(view, date, { days, visits });
  const shown = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.visits ?? []));
  const current = shown.find(({ id }) => id === focused)?.id ?? shown[0]?.id;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      box.current?.focus();
      return onTurn(event.key === 'PageUp' ? -1 : 1);
    }
    const by = STEPS[event.key];
    const visit = shown.find(({ id }) => id === (event.target as HTMLElement).dataset['visit']);
    if (!by || !visit) return;
    event.preventDefault();
    if (event.altKey) {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') onStep(visit, by);
      return;
    }
    const chips = [...(box.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])];
    chips[chips.findIndex((chip) => chip.dataset['visit'] === visit.id) + by]?.focus();
  };
  const drop = (event: DragEvent, place: Place) => {
    event.preventDefault();
    setOver(null);
    setDragged(null);
    if (!dragged || (dragged.date === place.day.date && (view !== 'pair' || place.row === dragRow(dragged, rows))))
      return;
    const why = refusalOf(dragged, place, view, today);
    onRefuse(why);
    if (why === null) onMove(dragged, place.day.date);
  };
  const landing = (place: Place): string => {
    if (!dragged || over !== `${place.row} ${place.day.date}`) return '';
    return refusalOf(dragged, place, view, today) === null ? (css.accept ?? '') : (css.refuse ?? '');
  };
  const head = view === 'batch' ? null : rows[0]?.cells;
  // -1: takes the focus when the page is turned under a visit
  return (
    <table ref={box} className={`${css.board} ${css[view]}`} aria-label="检查日历" tabIndex={-1} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {view === 'pair' ? <th scope="col">检查组</th> : null}
          {[...'一二三四五六日'].map((name, at) => {
            const day = head?.[at]?.day;
            return (
              <th key={name} scope="col" className={at > 4 ? css.weekend : ''}>
                {day ? <DayHead day={day} today={today} words={`${monthDay(day.date)} 周${name}`} /> : `周${name}`}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.label === null ? null : <th scope="row">{row.label}</th>}
            {row.cells.map((cell, at) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of the week
              if (cell === null) return <td key={at} className={css.outside} />;
              const place = { row: row.key, day: cell.day };
              return (
                <td
                  key={cell.day.date}
                  data-day={cell.day.date}
                  className={`${cell.day.working ? '' : css.free} ${landing(place)}`}
                  onDragOver={(event) => {
                    if (!dragged) return;
                    event.preventDefault();
                    setOver(`${row.key} ${cell.day.date}`);
                  }}
                  onDrop={(event) => drop(event, place)}
                >
                  {view === 'batch' ? (
                    <DayHead day={cell.day} today={today} words={String(Number(cell.day.date.slice(8)))} />
                  ) : null}
                  <Chips
                    {...props}
                    visits={cell.visits}
                    day={cell.day}
                    current={current}
                    onFocus={setFocused}
                    onDrag={setDragged}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

const dragRow = (visit: BoardVisit, rows: readonly BoardRow[]): string | undefined =>
  rows.find(({ cells }) => cells.some((cell) => cell?.visits.some(({ id }) => id === visit.id)))?.key;

/** The date; a day off says which one it is. */
function DayHead({ day, today, words }: { readonly day: BoardDay; readonly today: IsoDate; readonly words: string }) {
  return (
    <span className={css.dayHead}>
      <span className={day.date === today ? css.today : css.number}>{words}</span>
      {day.working ? null : <span className={css.off}>休 {day.reason}</span>}
    </span>
  );
}

type ChipsProps = Pick<BoardTableProps, 'view' | 'today' | 'visits' | 'onOpen' | 'onWeek'> & {
  readonly day: BoardDay;
  readonly current: string | undefined;
  readonly onFocus: (id: string) => void;
  readonly onDrag: (visit: BoardVisit | null) => void;
};

function Chips({ view, today, visits, day, current, onOpen, onWeek, onFocus, onDrag }: ChipsProps) {
  const most = view === 'batch' && visits.length > MOST_CHIPS ? MOST_CHIPS - 1 : visits.length;
  return (
    <div className={css.chips}>
      {visits.slice(0, most).map((visit) => (
        <VisitChip
          key={visit.id}
          visit={visit}
          view={view}
          today={today}
          current={visit.id === current}
          onOpen={onOpen}
          onFocus={({ id }) => onFocus(id)}
          onDrag={onDrag}
        />
      ))}
      {most < visits.length ? (
        <button type="button" className={css.more} onClick={() => onWeek(day.date)}>
          还有 {visits.length - most} 户
        </button>
      ) : null}
    </div>
  );
}
