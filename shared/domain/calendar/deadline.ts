import { addDays, addMonths, formatZh, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { type Calendar, isWorkingDay, requireDate } from './calendar';
import { type DayRun, rangeZh, walkDays } from './day-runs';

export type { Calendar } from './calendar';

export type TermUnit = 'calendar_day' | 'working_day' | 'month' | 'year';

export type Term = {
  readonly count: number;
  readonly unit: TermUnit;
  /** A statutory term that ends on a day off ends on the next working day (民法典 art. 203). The caller chooses. */
  readonly rollToWorkingDay?: boolean;
};

export const termUnitLabels: Record<TermUnit, string> = {
  calendar_day: '日',
  working_day: '个工作日',
  month: '个月',
  year: '年',
};

export type DeadlineStep = { readonly date: IsoDate; readonly text: string };

export type Deadline = {
  /** The last day of the term. */
  readonly date: IsoDate;
  readonly steps: readonly DeadlineStep[];
  /** A year without an official notice was needed: the day may still move. */
  readonly estimated: boolean;
};

const MAX_COUNT = 3660;

/**
 * The last day of a term, explained day by day. The day of the event is not counted; months and years end on the same
 * day of the month, or on its last day where that day is missing (民法典 arts 201–203).
 *
 * @param from the day of the event, e.g. of service
 * @throws AppError `bad_input` for a day that does not exist or a count that is no whole number from 0 to 3660
 * @example deadline('2026-09-24', { count: 5, unit: 'working_day' }, calendar).date // '2026-10-09'
 */
export function deadline(from: IsoDate, term: Term, calendar: Calendar): Deadline {
  requireDate(from);
  if (!Number.isInteger(term.count) || term.count < 0 || term.count > MAX_COUNT)
    throw new AppError('bad_input', `期限“${term.count}”无效，请填写 0 至 ${MAX_COUNT} 之间的整数。`);
  const first = { date: from, text: `${formatZh(from)}为起算事由发生之日，当日不计` };
  const counted =
    term.count === 0
      ? {
          date: from,
          steps: [{ date: from, text: `${formatZh(from)}为起算事由发生之日，期限为当日` }],
          estimated: false,
        }
      : term.unit === 'working_day'
        ? countWorkingDays(from, term.count, first, calendar)
        : countCalendar(from, term, first);
  const rolled = term.rollToWorkingDay ? roll(counted, calendar) : counted;
  return { ...rolled, steps: [...rolled.steps, { date: rolled.date, text: `期满日为${formatZh(rolled.date)}` }] };
}

function countWorkingDays(from: IsoDate, count: number, first: DeadlineStep, calendar: Calendar): Deadline {
  let left = count;
  const runs = walkDays(calendar, addDays(from, 1), (info) => {
    if (info.working) left -= 1;
    return left > 0;
  });
  let done = 0;
  const steps = runs.map((run) => {
    const text = runText(run, from, done);
    if (run.info.working) done += run.days;
    return { date: run.from, text };
  });
  const date = runs.at(-1)?.to ?? from;
  return { date, steps: [first, ...withEstimates(runs, steps)], estimated: runs.some((run) => run.info.estimated) };
}

function runText(run: DayRun, near: IsoDate, done: number): string {
  const range = rangeZh(run.from, run.to, near);
  if (run.info.kind === 'holiday') return `${range} ${run.info.reason}，不计`;
  if (run.info.kind === 'weekend') return `${range} ${run.days > 1 ? '周六、周日' : run.info.reason}，不计`;
  const numbers = run.days === 1 ? `第 ${done + 1} 个` : `第 ${done + 1} 至第 ${done + run.days} 个`;
  return `${range} ${run.info.kind === 'makeup' ? '调休上班，' : ''}计${numbers}工作日`;
}

// Says once a year that only weekends are known, just before the first day of that year.
function withEstimates(runs: readonly DayRun[], steps: readonly DeadlineStep[]): DeadlineStep[] {
  const told = new Set<string>();
  return runs.flatMap((run, index) => {
    const step = steps[index];
    const notes: DeadlineStep[] = [];
    for (const date of run.info.estimated ? [run.from, run.to] : []) {
      const year = date.slice(0, 4);
      if (!told.has(year)) notes.push(estimateStep(date));
      told.add(year);
    }
    return step ? [...notes, step] : notes;
  });
}

function estimateStep(date: IsoDate): DeadlineStep {
  const text = `没有${date.slice(0, 4)}年经核实的放假安排，只按周六、周日休息推算，公布后请重新核对`;
  return { date, text };
}

function countCalendar(from: IsoDate, term: Term, first: DeadlineStep): Deadline {
  if (term.unit === 'calendar_day') {
    const date = addDays(from, term.count);
    const text = `自${formatZh(addDays(from, 1))}起连续计算 ${term.count} 日，至${formatZh(date)}`;
    return { date, steps: [first, { date, text }], estimated: false };
  }
  const date = addMonths(from, term.unit === 'year' ? term.count * 12 : term.count);
  const missing = date.slice(8) !== from.slice(8) ? '，该月没有对应日，以月末日为期满日' : '';
  const text = `计算 ${term.count} ${termUnitLabels[term.unit]}，至${formatZh(date)}${missing}`;
  return { date, steps: [first, { date, text }], estimated: false };
}

function roll(due: Deadline, calendar: Calendar): Deadline {
  const end = isWorkingDay(calendar, due.date);
  if (end.working) return { ...due, estimated: due.estimated || end.estimated };
  const runs = walkDays(calendar, due.date, (info) => !info.working);
  const off = runs.filter((run) => !run.info.working);
  const date = runs.at(-1)?.to ?? due.date;
  const steps = off.map((run) => {
    const what = run.info.kind === 'weekend' && run.days > 1 ? '周六、周日' : run.info.reason;
    return { date: run.from, text: `${rangeZh(run.from, run.to, due.date)} ${what}，期满日顺延` };
  });
  const estimated = runs.some((run) => run.info.estimated);
  return {
    date,
    steps: [...due.steps, ...(estimated && !due.estimated ? [estimateStep(due.date)] : []), ...steps],
    estimated: due.estimated || estimated,
  };
}
