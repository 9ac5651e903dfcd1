import type { Calendar } from '#shared/domain/calendar/calendar';
import { type CalendarYear, calendarYear } from '#shared/domain/calendar/calendar-pack';
import type { Store } from '../db/open-store';
import type { Packs } from './packs';

const built = new WeakMap<Packs, { readonly key: string; readonly calendar: Calendar }>();

/**
 * The rules of the program with the calendar of this office: years imported into the store win over shipped ones. Read
 * when a handler asks for it, so that an import counts from the next request on in every process.
 */
export function withOfficeCalendar(packs: Packs, store: Store): Packs {
  return { ...packs, calendar: () => officeCalendar(packs, store) };
}

function officeCalendar(packs: Packs, store: Store): Calendar {
  const rows = store.reader
    .prepare("select id, content from calendar_year where state = 'active' order by year")
    .all() as { readonly id: string; readonly content: string }[];
  if (rows.length === 0) return packs.calendar();
  const key = `${store.file} ${rows.map(({ id }) => id).join(' ')}`;
  const known = built.get(packs);
  if (known?.key === key) return known.calendar;
  const years: CalendarYear[] = rows.map(({ content }) => calendarYear.parse(JSON.parse(content)));
  const calendar = packs.calendarWith(years);
  built.set(packs, { key, calendar });
  return calendar;
}
