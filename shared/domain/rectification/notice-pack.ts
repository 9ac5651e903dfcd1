import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { term } from './term';

/** What an office may need to change in its 责令改正通知书 without a new program. */
export const noticePack = packHead.extend({
  kind: z.literal('rectification'),
  /** 责令依据 offered first. */
  defaultBasis: z.strictObject({ text: z.string().min(1), basis, verified: z.boolean() }),
  remedy: z.strictObject({
    text: z.string().min(1),
    reviewDays: z.number().int().min(1),
    suitMonths: z.number().int().min(1),
    basis,
    verified: z.boolean(),
  }),
  /** Terms offered in the form; others may be typed. */
  terms: z.array(z.strictObject({ term, basis, verified: z.boolean() })).min(1),
});
export type NoticePack = z.output<typeof noticePack>;
