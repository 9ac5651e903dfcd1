import * as z from 'zod';
import { weekday } from '../../kernel/dates';
import { basis, packDate, packHead } from '../basis/basis';

const offRange = z
  .strictObject({ from: packDate, to: packDate, name: z.string().min(1).max(20) })
  .refine((range) => range.from <= range.to, { path: ['to'], error: '放假结束日早于开始日' });

export const calendarYear = z
  .strictObject({
    year: z.int().min(1990).max(2100),
    off: z.array(offRange).max(20),
    /** Weekend days on which work is made up. */
    work: z.array(packDate).max(30),
    notice: z.strictObject({ document: z.string().min(1).max(200), url: z.string().max(300).optional() }),
    verified: z.boolean(),
  })
  .check((context) => {
    const { year, off, work } = context.value;
    const refuse = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path, message });
    off.forEach((range, index) => {
      if (!belongs(year, range.from) || !belongs(year, range.to)) refuse(['off', index], `日期不属于 ${year} 年的安排`);
      if (off.some((other, at) => at < index && other.from <= range.to && range.from <= other.to))
        refuse(['off', index], '与前面的放假日期重叠');
    });
    work.forEach((day, index) => {
      if (!belongs(year, day)) refuse(['work', index], `日期不属于 ${year} 年的安排`);
      if (weekday(day) < 6) refuse(['work', index], '调休上班日应当是周六或周日');
      if (off.some((range) => range.from <= day && day <= range.to)) refuse(['work', index], '同一天既放假又上班');
    });
  });

/** Which counts of days in a statute mean working days, e.g. 行政处罚法 art. 85. */
const countingRule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]{1,40}$/),
  label: z.string().min(1).max(60),
  workingDayCounts: z.array(z.int().min(1).max(365)).min(1),
  basis,
  verified: z.boolean(),
});

/** A dated calendar file: the State Council's yearly notices, and how statutes count days. */
export const calendarPackSchema = packHead
  .extend({
    kind: z.literal('calendar'),
    status: z.enum(['official', 'office']),
    years: z.array(calendarYear).max(100),
    countingRules: z.array(countingRule).max(20),
  })
  .refine((pack) => new Set(pack.years.map((entry) => entry.year)).size === pack.years.length, {
    path: ['years'],
    error: '同一年份出现两次',
  });

export type CalendarPack = Readonly<z.output<typeof calendarPackSchema>>;
export type CalendarYear = CalendarPack['years'][number];
export type CountingRule = CalendarPack['countingRules'][number];

// The notice of a year may give days off or make-up days at the end of the year before (2012's did).
function belongs(year: number, date: string): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);
}
