import * as z from 'zod';
import type { IsoDate } from '../../kernel/dates';
import { type Calendar, deadline } from '../calendar/deadline';

export const termUnits = ['calendar_day', 'working_day', 'month', 'year'] as const;

/** How long the party has. A count of 0 means at once: due on the day of the order. */
export const term = z.strictObject({ count: z.number().int().min(0).max(3660), unit: z.enum(termUnits) });
export type Term = z.output<typeof term>;

/** A due date that can be explained step by step. */
export type Due = {
  readonly date: IsoDate;
  readonly steps: readonly { readonly date: IsoDate; readonly text: string }[];
  readonly estimated: boolean;
};

/** @example termText({ count: 15, unit: 'calendar_day' }) // '15日内' */
export function termText(value: Term): string {
  if (value.count === 0) return '立即';
  switch (value.unit) {
    case 'calendar_day':
      return `${value.count}日内`;
    case 'working_day':
      return `${value.count}个工作日内`;
    case 'month':
      return `${value.count}个月内`;
    case 'year':
      return `${value.count}年内`;
  }
}

/**
 * Due date of a term counted from a day; the day itself is not counted.
 *
 * @example dueOf('2026-09-24', { count: 5, unit: 'working_day' }, calendar).date // '2026-10-09'
 */
export function dueOf(from: IsoDate, value: Term, calendar: Calendar): Due {
  if (value.count === 0)
    return { date: from, steps: [{ date: from, text: '责令立即改正，当日到期' }], estimated: false };
  const due = deadline(from, value, calendar);
  return { date: due.date, steps: due.steps.map(({ date, text }) => ({ date, text })), estimated: due.estimated };
}
