import * as z from 'zod';
import { assertNever } from '../../kernel/assert';
import { addDays, addMonths, type IsoDate } from '../../kernel/dates';
import type { RatingFact } from './fact';

const since = z.enum(['occurredOn', 'validFrom']).default('occurredOn');

export const windowSchema = z.discriminatedUnion('type', [
  /** Everything up to the reference date. */
  z.strictObject({ type: z.literal('none') }),
  /** From the fact's valid-from to its valid-to, both days included; open when it has no end. */
  z.strictObject({ type: z.literal('validity') }),
  /** Facts of the last n years or months: the last day that counts is the same day n years later. */
  z
    .strictObject({
      type: z.literal('rolling'),
      years: z.int().positive().max(100).optional(),
      months: z.int().positive().max(1200).optional(),
      since,
    })
    .refine((w) => (w.years === undefined) !== (w.months === undefined), 'years 与 months 应当恰填一项'),
  /** Until repaired or withdrawn, whatever its valid-to says; at the longest `maxMonths`. */
  z.strictObject({ type: z.literal('until_repaired'), maxMonths: z.int().positive().max(1200).optional(), since }),
]);

type Window = Readonly<z.output<typeof windowSchema>>;

/**
 * The test whether a standing fact lies in the window on that day.
 *
 * @example inWindow({ type: 'rolling', years: 3, since: 'occurredOn' }, '2026-05-10') // true for 2023-05-10
 */
export function inWindow(window: Window, asOf: IsoDate): (fact: RatingFact) => boolean {
  switch (window.type) {
    case 'none':
      return () => true;
    case 'validity':
      return (fact) => fact.validFrom <= asOf && (fact.validTo === null || asOf <= fact.validTo);
    case 'rolling': {
      const earliest = earliestDay(asOf, window.months ?? (window.years ?? 0) * 12);
      return fromDay(window.since, earliest, asOf);
    }
    case 'until_repaired':
      return window.maxMonths === undefined
        ? fromDay(window.since, '', asOf)
        : fromDay(window.since, earliestDay(asOf, window.maxMonths), asOf);
    default:
      return assertNever(window);
  }
}

function fromDay(from: 'occurredOn' | 'validFrom', earliest: IsoDate, asOf: IsoDate): (fact: RatingFact) => boolean {
  return (fact) => fact[from] >= earliest && fact[from] <= asOf;
}

/** The first day from which `months` later is not yet past: month ends are clamped, so a step back can fall short. */
function earliestDay(asOf: IsoDate, months: number): IsoDate {
  let day = addMonths(asOf, -months);
  while (addMonths(day, months) < asOf) day = addDays(day, 1);
  return day;
}
