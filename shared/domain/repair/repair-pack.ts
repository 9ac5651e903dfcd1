import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { dishonestyClasses, regimes } from '../dishonesty/codes';
import { term } from '../rectification/term';

const sourced = { basis, verified: z.boolean() };
const months = z.number().int().min(1).max(120);

export const classRule = z.strictObject({
  /** First month after which an application may be made; null when nothing need be applied for. */
  earliestMonths: months.nullable(),
  /** Month after which it ends by itself. */
  endMonths: months,
  automatic: z.boolean(),
  text: z.string().min(1),
  ...sourced,
});
export type ClassRule = z.output<typeof classRule>;

export const refusalRules = ['repaired_recently', 'false_statement', 'new_act', 'not_repairable'] as const;

const procedureTerm = z.strictObject({
  from: z.enum(['applied', 'accepted', 'decided']),
  term,
  ...sourced,
});

/** One regime of credit repair for the days it was in force. */
export const repairPack = packHead
  .extend({
    kind: z.literal('repair'),
    regime: z.enum(regimes),
    basis: z.array(basis).min(1),
    /** The day that terms are counted from: of the determination or of its publication. */
    countFrom: z.strictObject({ day: z.enum(['decided', 'published']), ...sourced }),
    classes: z.partialRecord(z.enum(dishonestyClasses), classRule),
    /** A new act inside a running term: the new term follows the old one, up to this many months in all. */
    extension: z.strictObject({ maxMonths: months, ...sourced }).nullable(),
    conditions: z.array(
      z.strictObject({
        code: z.string().regex(/^[a-z_]+$/),
        text: z.string().min(1),
        evidenceHint: z.string().min(1),
        classes: z.array(z.enum(dishonestyClasses)).min(1),
        ...sourced,
      }),
    ),
    refusals: z.array(
      z.strictObject({ code: z.enum(refusalRules), text: z.string().min(1), months: months.nullable(), ...sourced }),
    ),
    procedure: z.strictObject({
      accept: procedureTerm.nullable(),
      decide: procedureTerm,
      unpublish: procedureTerm.nullable(),
    }),
  })
  .superRefine((pack, ctx) => {
    const rules = Object.entries(pack.classes);
    if (rules.length === 0) ctx.addIssue({ code: 'custom', path: ['classes'], message: '至少要有一个失信等级' });
    for (const [name, rule] of rules) {
      const path = ['classes', name];
      if (rule.automatic !== (rule.earliestMonths === null))
        ctx.addIssue({ code: 'custom', path, message: '自动停止的等级不设最早申请月数，其他等级必须设' });
      if (rule.earliestMonths !== null && rule.earliestMonths > rule.endMonths)
        ctx.addIssue({ code: 'custom', path, message: '最早申请月数大于期满月数' });
    }
    if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom)
      ctx.addIssue({ code: 'custom', path: ['effectiveTo'], message: '失效日期早于生效日期' });
    const codes = pack.conditions.map((entry) => entry.code);
    if (new Set(codes).size < codes.length)
      ctx.addIssue({ code: 'custom', path: ['conditions'], message: '条件代码重复' });
  });
export type RepairPack = z.output<typeof repairPack>;
