import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { term } from '../rectification/term';

const dated = z.strictObject({ term, basis, verified: z.boolean() });

/** Terms of making results public and of letters, as the office's rules have them. */
export const reviewPack = packHead.extend({
  kind: z.literal('review'),
  /** From the end of the inspection to the day on which its result is public. */
  publish: dated,
  /** From the decision to take a result back until it is gone everywhere. */
  withdraw: dated,
  /** Proposed in letters; the officer may ask for another day. */
  reply: z.strictObject({ transfer: dated, copy: dated, assist: dated }),
  /** Where results are made public, the usual one first. */
  places: z.array(z.string().min(1)).min(1),
});
export type ReviewPack = z.output<typeof reviewPack>;
