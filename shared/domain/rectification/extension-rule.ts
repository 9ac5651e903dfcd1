import * as z from 'zod';
import type { IsoDate } from '../../kernel/dates';
import { basis } from '../basis/basis';

export const extensionDays = ['before_due_day', 'on_due_day'] as const;

/** Until when and how often a term may be extended; offices differ, so the pack says it. */
export const extensionRule = z.strictObject({
  /** An item keeps one extended day, so no more than once can be written down. */
  times: z.number().int().min(0).max(1),
  latest: z.enum(extensionDays),
  basis,
  verified: z.boolean(),
});
export type ExtensionRule = z.output<typeof extensionRule>;

/**
 * Whether an extension may still be decided on a day.
 *
 * @example extensionInTime({ latest: 'on_due_day' }, '2026-10-09', '2026-10-09') // true
 */
export function extensionInTime({ latest }: Pick<ExtensionRule, 'latest'>, dueOn: IsoDate, on: IsoDate): boolean {
  return latest === 'on_due_day' ? on <= dueOn : on < dueOn;
}

/**
 * The rule in words for the form and the refusal.
 *
 * @example extensionRuleText({ latest: 'on_due_day' }, '2026-10-09') // '期限届满当日（2026-10-09）或者之前'
 */
export const extensionRuleText = ({ latest }: Pick<ExtensionRule, 'latest'>, dueOn: IsoDate): string =>
  latest === 'on_due_day' ? `期限届满当日（${dueOn}）或者之前` : `期限届满（${dueOn}）之前`;
