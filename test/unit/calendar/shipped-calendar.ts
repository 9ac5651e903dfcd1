import { readFileSync } from 'node:fs';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { buildCalendar } from '#shared/domain/calendar/calendar';
import { type CalendarPack, calendarPackSchema } from '#shared/domain/calendar/calendar-pack';

export function readCalendarPack(file: string): CalendarPack {
  const text = readFileSync(new URL(`../../../resources/packs/calendar/${file}`, import.meta.url), 'utf8');
  return parsePack(calendarPackSchema, JSON.parse(text), file);
}

export const holidays = readCalendarPack('cn-holidays.v1.json');
export const countingRules = readCalendarPack('cn-counting-rules.v1.json');
export const calendar = buildCalendar([holidays, countingRules]);
