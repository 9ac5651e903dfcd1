import * as z from 'zod';
import { done, fileToken, id, text } from './fields';
import { route } from './route';

const year = z.number().int('请填写四位年份').min(1990, '请填写四位年份').max(2100, '请填写四位年份');
const yearFile = z.object({
  file: fileToken,
  year,
  /** Title and number of the official notice. */
  source: text(200).default(''),
});
const counts = { workdays: z.number(), offDays: z.number(), makeupDays: z.number() };

export const calendarRoutes = {
  /** The years in force, shipped and imported. */
  'calendar.list-years': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          year: z.number(),
          origin: z.enum(['shipped', 'imported']),
          source: z.string(),
          ...counts,
          fileName: z.string().nullable(),
          importedOn: z.string().nullable(),
          officer: z.string().nullable(),
          confirmedBy: z.string().nullable(),
        }),
      ),
    }),
  }),
  'calendar.check-file': route({
    kind: 'read',
    input: yearFile,
    output: z.object({
      problems: z.array(z.object({ row: z.number().nullable(), column: z.string().nullable(), message: z.string() })),
      found: z
        .object({
          ...counts,
          source: z.string(),
          off: z.array(z.object({ from: z.string(), to: z.string(), name: z.string() })),
          work: z.array(z.string()),
        })
        .nullable(),
    }),
  }),
  /** A second officer has held the days against the paper. */
  'calendar.import': route({
    kind: 'write',
    input: yearFile.extend({ confirmedBy: id }),
    output: done,
    changes: ['calendar', 'today', 'rectification', 'repair', 'letter', 'review', 'plan'],
  }),
};
