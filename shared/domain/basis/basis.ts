import * as z from 'zod';
import { isIsoDate } from '../../kernel/dates';

/** Where a rule stands: document, article and, where it was seen, the wording. */
export const basis = z.strictObject({
  document: z.string().min(1),
  article: z.string(),
  text: z.string().optional(),
});
export type Basis = z.output<typeof basis>;

export const packDate = z.string().refine(isIsoDate, '日期不存在');

/** Head that every rule pack shares. `effectiveTo` is the last day in force, null while it is open. */
export const packHead = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().min(1),
  title: z.string().min(1),
  status: z.enum(['official', 'sample', 'office']),
  effectiveFrom: packDate,
  effectiveTo: packDate.nullable(),
  note: z.string().optional(),
});

/** @example formatBasis({ document: '专利代理管理办法', article: '第四十一条' }) // '《专利代理管理办法》第四十一条' */
export function formatBasis(entry: Basis): string {
  return `${entry.document.startsWith('《') ? entry.document : `《${entry.document}》`}${entry.article}`;
}

/** Is the pack in force on that day? */
export function inForce(pack: { effectiveFrom: string; effectiveTo: string | null }, onDate: string): boolean {
  return pack.effectiveFrom <= onDate && (pack.effectiveTo === null || onDate <= pack.effectiveTo);
}
