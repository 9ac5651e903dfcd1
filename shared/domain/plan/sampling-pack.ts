import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { subjectDraft } from '../subject/subject';
import { inspectionKinds } from './inspection-kinds';
import { planFlags } from './plan-subject';

/** In `grades`: subjects that were never rated. */
export const UNRATED = 'unrated';

const flags = z.array(z.enum(planFlags)).min(1);
const kinds = z.array(subjectDraft.shape.kind).min(1);

/** All members that are present must hold; `default` takes whatever is left. */
const condition = z.union([
  z.strictObject({ default: z.literal(true) }),
  z
    .strictObject({
      kinds: kinds.optional(),
      grades: z.array(z.string().min(1).max(20)).min(1).optional(),
      flagsAny: flags.optional(),
      flagsAll: flags.optional(),
      flagsNone: flags.optional(),
    })
    .refine((when) => Object.keys(when).length > 0, '条件为空；适用于其余全部对象的，请写 "default": true'),
]);

const ratio = z
  .strictObject({ numerator: z.int().min(0).max(1_000_000), denominator: z.int().min(1).max(1_000_000) })
  .refine((value) => value.numerator <= value.denominator, '抽查比例超过 100%');

const ruleHead = {
  /** Part of the frozen list and of every key, so it may hold neither `|` nor spaces. */
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, '代码只能用小写字母、数字和下划线，并以字母开头'),
  label: z.string().min(1).max(100),
  when: condition,
  basis,
  verified: z.boolean(),
};

const stratumRule = z.strictObject({
  ...ruleHead,
  ratio,
  frequency: z.enum(['once_a_year']),
  inspectionKind: z.enum(inspectionKinds),
  /** What both officers must have among their skills (专长); left out when anybody may go. */
  skill: z.string().min(1).max(30).optional(),
});

/** How an office samples: who is left out, which strata at which ratio, in how many batches. */
export const samplingPackSchema = packHead
  .extend({
    kind: z.literal('sampling'),
    place: z.string().min(1).max(60),
    issuer: z.string().min(1).max(100),
    status: z.enum(['official', 'sample', 'office']),
    /** Subjects of other kinds are outside the plan and not listed. */
    subjectKinds: kinds,
    /** How far back a penalty sets the flag `recent_penalty`; null when the pack does not ask. */
    recentPenaltyMonths: z.int().min(1).max(240).nullable(),
    batches: z.int().min(1).max(53),
    /** Most visits a batch may hold; more is reported, not cut. */
    perBatch: z.int().min(1).nullable(),
    /** Visits a pair of officers makes on one day. */
    visitsPerDay: z.int().min(1).max(20),
    rounding: z.enum(['at_least', 'largest_remainder', 'floor', 'round']),
    /** Asked in order, before the strata. */
    exclusions: z.array(z.strictObject(ruleHead)).max(40),
    /** The first that fits takes the subject. */
    strata: z.array(stratumRule).min(1).max(60),
  })
  .check((context) => {
    const { strata, exclusions } = context.value;
    const refuse = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path, message });
    for (const [list, rules] of [
      ['strata', strata],
      ['exclusions', exclusions],
    ] as const) {
      rules.forEach((rule, index) => {
        if (rules.findIndex((other) => other.id === rule.id) !== index) refuse([list, index, 'id'], '编号重复');
      });
    }
    strata.forEach((rule, index) => {
      if ('default' in rule.when && index < strata.length - 1)
        refuse(['strata', index, 'when'], '适用于其余全部对象的层应当排在最后');
    });
    exclusions.forEach((rule, index) => {
      if ('default' in rule.when) refuse(['exclusions', index, 'when'], '排除规则不得适用于全部对象');
    });
  });

export type SamplingPack = Readonly<z.output<typeof samplingPackSchema>>;
export type StratumRule = SamplingPack['strata'][number];
export type PlanCondition = StratumRule['when'];
export type Ratio = StratumRule['ratio'];
export type Rounding = SamplingPack['rounding'];
export type Frequency = StratumRule['frequency'];

export const roundingLabels: Record<Rounding, string> = {
  at_least: '不足一个的按一个计',
  largest_remainder: '最大余数法',
  floor: '只取整数部分',
  round: '四舍五入',
};

export const frequencyLabels: Record<Frequency, string> = { once_a_year: '每户每年一次' };
