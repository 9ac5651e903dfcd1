import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { buildCalendar } from '#shared/domain/calendar/calendar';
import { calendarPackSchema } from '#shared/domain/calendar/calendar-pack';

const dir = resolve(import.meta.dirname, '../../../resources/packs/calendar');

/** The shipped calendar: 2024 to 2026 are official, later years are estimates. */
export const calendar = buildCalendar(
  readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parsePack(calendarPackSchema, JSON.parse(readFileSync(resolve(dir, name), 'utf8')), name)),
);
