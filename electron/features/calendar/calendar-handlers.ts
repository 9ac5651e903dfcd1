import type { calendarRoutes } from '#shared/ipc/calendar';
import type { Handlers } from '../../ipc/context';
import { checkYearFile, importYear, viewYears } from './calendar-service';
import { readSource } from './read-year-file';

export const calendarHandlers: Handlers<typeof calendarRoutes> = {
  'calendar.list-years': async (_input, { db, packs }) => ({ rows: await viewYears(db, packs.calendar()) }),
  'calendar.check-file': async (input, { files }) => checkYearFile(await readSource(files.read(input.file)), input),
  'calendar.import': async (input, { files, write }) => {
    const file = await readSource(files.read(input.file));
    return write({ object: 'calendar_year:', summary: `导入 ${input.year} 年节假日安排` }, async (tx, sharpen) => {
      const { id, summary } = await importYear(tx, input, file);
      sharpen({ object: `calendar_year:${id}`, summary });
      return { id };
    });
  },
};
