import * as z from 'zod';
import { code } from '../catalogue/catalogue';
import { conditionSchema, decimal, packWords } from './condition';
import { relations } from './fact';
import { intervalSchema } from './interval';
import { windowSchema } from './window';

const text = packWords;
const field = z.string().min(1).max(64);

/**
 * Which facts are read: their catalogue items, whose facts (left out: the subject's own), a condition on each,
 * and a window at the reference date.
 */
export const selectionSchema = z.strictObject({
  items: z.array(code).min(1),
  from: z
    .array(z.enum(['self', ...relations]))
    .min(1)
    .optional(),
  where: conditionSchema.optional(),
  window: windowSchema,
});
export type Selection = Readonly<z.output<typeof selectionSchema>>;

/** A count of facts or, with `field`, the sum of that numeric field. */
const quantitySchema = z.strictObject({ facts: selectionSchema, field: field.optional() });
export type Quantity = Readonly<z.output<typeof quantitySchema>>;

/** What one number or word a leaf reads out of the facts. */
const readSchema = z.discriminatedUnion('take', [
  z.strictObject({ take: z.literal('count'), facts: selectionSchema }),
  z.strictObject({ take: z.literal('sum'), facts: selectionSchema, field }),
  z.strictObject({ take: z.literal('exists'), facts: selectionSchema }),
  /** The field of the newest fact; `imported` says that another authority computed it. */
  z.strictObject({ take: z.enum(['latest', 'imported']), facts: selectionSchema, field }),
  z.strictObject({ take: z.literal('days_since_latest'), facts: selectionSchema }),
  /** `of` over `base` in per cent, cut after three decimals; no value when the base is zero. */
  z.strictObject({ take: z.literal('share'), of: quantitySchema, base: quantitySchema }),
  z.strictObject({ take: z.literal('subject'), field }),
]);
export type Read = Readonly<z.output<typeof readSchema>>;

/** How the value that was read turns into points. */
const scaleSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('bands'),
    bands: z.array(z.strictObject({ ...intervalSchema.shape, points: decimal, note: text.optional() })).min(1),
    missing: decimal,
  }),
  z.strictObject({
    by: z.literal('map'),
    values: z.record(z.string(), decimal),
    other: decimal,
    missing: decimal,
  }),
  /** `start` plus `points` for every full `per`. */
  z.strictObject({
    by: z.literal('linear'),
    start: decimal,
    per: decimal.refine((value) => value > 0, '应当大于 0'),
    points: decimal,
    missing: decimal,
  }),
]);
export type Scale = Readonly<z.output<typeof scaleSchema>>;

/** Points for each single fact: the first rule whose `when` holds; none holds, no points. */
const factRuleSchema = z
  .strictObject({
    when: conditionSchema.optional(),
    points: decimal.optional(),
    /** The number stands in the fact itself, e.g. points set by a decision; below zero it counts as zero. */
    pointsFrom: z.strictObject({ field, factor: z.int().min(-1000).max(1000) }).optional(),
    note: text.optional(),
  })
  .refine((rule) => (rule.points === undefined) !== (rule.pointsFrom === undefined), {
    path: ['points'],
    error: 'points 与 pointsFrom 应当恰填一项',
  });

/** Thresholds of an observation point: the first that holds the value gives its warning colour. */
const monitorSchema = z.strictObject({
  unit: z.string().max(20).optional(),
  thresholds: z
    .array(
      z.strictObject({
        ...intervalSchema.shape,
        values: z.array(z.string().min(1)).min(1).optional(),
        colour: z.enum(['red', 'orange', 'yellow', 'blue']),
        text,
      }),
    )
    .min(1),
});
export type Monitor = Readonly<z.output<typeof monitorSchema>>;

export const leafSchema = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('each'), facts: selectionSchema, rules: z.array(factRuleSchema).min(1) }),
  z.strictObject({
    measure: z.literal('value'),
    read: readSchema,
    scale: scaleSchema,
    monitor: monitorSchema.optional(),
  }),
]);
export type Leaf = Readonly<z.output<typeof leafSchema>>;

/** The selections a leaf reads, with their place inside the leaf. */
export function selectionsOf(
  leaf: Leaf,
): { readonly path: string; readonly facts: Selection; readonly field?: string }[] {
  if (leaf.measure === 'each') return [{ path: 'facts', facts: leaf.facts }];
  const { read } = leaf;
  if (read.take === 'subject') return [];
  if (read.take === 'share') {
    return (['of', 'base'] as const).map((side) => {
      const { facts, field: summed } = read[side];
      return { path: `read.${side}.facts`, facts, ...(summed === undefined ? {} : { field: summed }) };
    });
  }
  return [{ path: 'read.facts', facts: read.facts, ...('field' in read ? { field: read.field } : {}) }];
}
