import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { extensionRule } from './extension-rule';
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
  /** Version 1 came before the rule was written into the pack; it stands here as the program had it then. */
  extension: extensionRule.default({
    times: 1,
    latest: 'before_due_day',
    basis: { document: '责令改正通知书（通用）第1版', article: '延期' },
    verified: false,
  }),
  /** Terms offered in the form; others may be typed. */
  terms: z.array(z.strictObject({ term, basis, verified: z.boolean() })).min(1),
});
export type NoticePack = z.output<typeof noticePack>;
