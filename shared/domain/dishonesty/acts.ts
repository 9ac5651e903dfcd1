import * as z from 'zod';
import { basis, inForce, packHead } from '../basis/basis';
import { dishonestyClasses, type Regime, regimes } from './codes';

const listed = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,3}(-\d{1,2}){1,2}$/),
  text: z.string().min(1),
  basis,
  verified: z.boolean(),
});

export const act = listed.extend({
  regimes: z.array(z.enum(regimes)).min(1),
  /** Classes an officer may choose for this act. */
  classes: z.array(z.enum(dishonestyClasses)).min(1),
});
export type Act = z.output<typeof act>;

/** The list of dishonest acts and what may follow them: chosen, never typed. */
export const measuresPack = packHead
  .extend({
    kind: z.literal('measures'),
    basis: z.array(basis).min(1),
    acts: z.array(act).min(1),
    measures: z.array(listed),
  })
  .superRefine((pack, ctx) => {
    const codes = [...pack.acts, ...pack.measures].map((entry) => entry.code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice) ctx.addIssue({ code: 'custom', path: ['acts'], message: `代码 ${twice} 重复` });
  });
export type MeasuresPack = z.output<typeof measuresPack>;

/** The act of that code on the list of a regime, or undefined. */
export function findAct(packs: readonly MeasuresPack[], regime: Regime, code: string): Act | undefined {
  return packs.flatMap((pack) => pack.acts).find((entry) => entry.code === code && entry.regimes.includes(regime));
}

/** Newest version of each list in force on a day. */
export function actsInForce(packs: readonly MeasuresPack[], onDate: string): readonly MeasuresPack[] {
  const newest = new Map<string, MeasuresPack>();
  for (const pack of packs) {
    const known = newest.get(pack.id);
    if (inForce(pack, onDate) && (!known || known.version < pack.version)) newest.set(pack.id, pack);
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
