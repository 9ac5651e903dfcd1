import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addMonths, formatZh, type IsoDate } from '#shared/kernel/dates';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { KeyHint } from '../../components/text';
import { weekdayZh } from '../../components/words';
import css from './calendar.module.css';
import { DayVisits } from './day-visits';
import { monthOf, monthWeeks, stepOf } from './month-grid';
import type { Stratum, Visit } from './plan-words';
import type { Visits } from './use-visits';

type VisitCalendarProps = {
  readonly visits: Visits;
  readonly strata: readonly Stratum[];
  readonly year: number;
  readonly today: IsoDate;
};

/** The visits of a month, day by day; arrows move, Page Up and Page Down turn the month. */
export function VisitCalendar({ visits: { rows, error }, strata, year, today }: VisitCalendarProps) {
  const [chosen, setDay] = useState<IsoDate | null>(null);
  if (error) return <QueryError error={error} />;
  if (!rows) return <Loading label="正在读取检查安排" />;
  const day = chosen ?? nextDay(rows, today) ?? (today.startsWith(String(year)) ? today : `${year}-01-01`);
  const byDay = Map.groupBy(rows, ({ date }) => date);
  const month = monthOf(day);
  const inMonth = rows.filter(({ date }) => date.startsWith(month.slice(0, 7)));
  const batches = [...new Set(inMonth.map(({ batchNo }) => batchNo))].sort((a, b) => a - b);
  return (
    <Columns
      main={
        <Section
          title={formatZh(month).replace(/\d+日$/, '')}
          count={inMonth.length}
          hint={batches.length > 0 ? `第 ${batches.join('、')} 批` : '这个月没有检查安排'}
          actions={
            <span className={css.turn}>
              <ActionIcon aria-label="上一月" onClick={() => setDay(addMonths(day, -1))}>
                <IconChevronLeft size={18} stroke={1.5} />
              </ActionIcon>
              <Button variant="subtle" size="xs" onClick={() => setDay(today)}>
                今天
              </Button>
              <ActionIcon aria-label="下一月" onClick={() => setDay(addMonths(day, 1))}>
                <IconChevronRight size={18} stroke={1.5} />
              </ActionIcon>
            </span>
          }
        >
          <Month day={day} today={today} byDay={byDay} onDay={setDay} />
          <p className={css.keys}>
            <KeyHint keys="←" /> <KeyHint keys="→" /> <KeyHint keys="↑" /> <KeyHint keys="↓" /> 移动一天或一周
            {'　'}
            <KeyHint keys="PageUp" /> <KeyHint keys="PageDown" /> 翻月
          </p>
        </Section>
      }
      side={
        <Section title={`${formatZh(day).slice(5)} ${weekdayZh(day)}`} count={byDay.get(day)?.length ?? 0} flush>
          <DayVisits key={day} visits={byDay.get(day) ?? []} strata={strata} today={today} />
        </Section>
      }
    />
  );
}

type MonthProps = {
  readonly day: IsoDate;
  readonly today: IsoDate;
  readonly byDay: ReadonlyMap<string, readonly Visit[]>;
  readonly onDay: (day: IsoDate) => void;
};

function Month({ day, today, byDay, onDay }: MonthProps) {
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  // The focus follows the keys, into the next month as well; a click has it already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the day has moved
  useEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    byKey.current = false;
  }, [day]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOf(event.key, day);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    byKey.current = true;
    onDay(next);
  };
  return (
    <table ref={grid} className={css.month} aria-label="检查日历" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {[...'一二三四五六日'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(day).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of the week
              <td key={at}>
                {date === null ? null : (
                  <button
                    type="button"
                    className={`${css.day} ${date === today ? css.today : ''}`}
                    aria-pressed={date === day}
                    aria-label={spoken(date, byDay.get(date) ?? [])}
                    tabIndex={date === day ? 0 : -1}
                    onClick={() => onDay(date)}
                  >
                    <span className={css.number}>{Number(date.slice(8))}</span>
                    <DayMark visits={byDay.get(date) ?? []} />
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayMark({ visits }: { readonly visits: readonly Visit[] }) {
  if (visits.length === 0) return null;
  const done = visits.filter(({ state }) => state === 'inspected').length;
  return (
    <span className={css.mark}>
      <strong>{visits.length} 户</strong>
      {done > 0 ? <span className={css.done}>已检查 {done}</span> : null}
    </span>
  );
}

/** The calendar opens where work is: at the next day with a visit. */
const nextDay = (rows: readonly Visit[], today: IsoDate): IsoDate | undefined =>
  rows.find(({ state, date }) => state === 'planned' && date >= today)?.date;

const spoken = (date: IsoDate, visits: readonly Visit[]): string =>
  `${formatZh(date).slice(5)}，${visits.length === 0 ? '没有安排' : `${visits.length} 户`}`;
