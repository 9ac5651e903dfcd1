import * as z from 'zod';
import { basis, packHead } from '../basis/basis';

/** 抽查事项清单: what may be checked at random, on whom, how and by which law. */
export const itemsPack = packHead.extend({
  kind: z.literal('inspection-items'),
  place: z.string().min(1).max(60),
  issuer: z.string().min(1).max(100),
  items: z
    .array(
      z.strictObject({
        category: z.string().min(1),
        item: z.string().min(1),
        target: z.string().min(1),
        level: z.enum(['key', 'general']),
        method: z.string().min(1),
        basis,
        /** Category and item stand in a published list. */
        itemVerified: z.boolean(),
        /** So do target, method and basis. */
        verified: z.boolean(),
      }),
    )
    .min(1),
});
export type ItemsPack = Readonly<z.output<typeof itemsPack>>;

export const itemLevelLabels: Record<ItemsPack['items'][number]['level'], string> = {
  key: '重点检查事项',
  general: '一般检查事项',
};
