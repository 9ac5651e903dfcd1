import * as z from 'zod';
import type { IsoDate } from '../../kernel/dates';
import { code, isoDate, packId, packStatus } from '../catalogue/catalogue';
import { conditionSchema, decimal, packWords, type RatingSubject } from './condition';
import { type RatingFact, relations } from './fact';
import { intervalSchema } from './interval';
import { type Leaf, leafSchema, selectionSchema } from './leaf';

const text = packWords;
const nodeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, '编号只能用字母、数字、点、下划线和连字符');

/** Every rule says on what it rests and whether that wording was checked against the official text. */
const grounded = { basis: z.array(nodeId).min(1), verified: z.boolean(), note: text.optional() };

/** One document and article that rules cite by `id`; `to` null is still in force. */
const basisEntrySchema = z.strictObject({
  id: nodeId,
  document: text,
  number: z.string().max(200).nullable(),
  article: z.string().max(200),
  text: text.optional(),
  from: isoDate,
  to: isoDate.nullable(),
});
export type BasisEntry = Readonly<z.output<typeof basisEntrySchema>>;

const combineSchema = z.enum(['points', 'weighted']);
export type Combine = z.output<typeof combineSchema>;

/**
 * A node of the indicator tree: either `children` or a `leaf`. `weight` (per cent, siblings add up to 100)
 * stands where the parent is weighted; `floor` and `cap` bound the node's own value.
 */
export type PackNode = {
  readonly id: string;
  readonly name: string;
  readonly basis: readonly string[];
  readonly verified: boolean;
  readonly note?: string | undefined;
  readonly weight?: number | undefined;
  readonly floor?: number | undefined;
  readonly cap?: number | undefined;
  readonly combine?: Combine | undefined;
  /** Where the data of this indicator come from, in words. */
  readonly provider?: string | undefined;
  /** Why one more negative fact may raise this node's value; left out, it must not. */
  readonly mayImprove?: string | undefined;
  readonly children?: readonly PackNode[] | undefined;
  readonly leaf?: Leaf | undefined;
};

export const nodeSchema: z.ZodType<PackNode> = z.lazy(() =>
  z
    .strictObject({
      id: nodeId,
      name: text,
      ...grounded,
      weight: decimal.optional(),
      floor: decimal.optional(),
      cap: decimal.optional(),
      combine: combineSchema.optional(),
      provider: text.optional(),
      mayImprove: text.optional(),
      children: z.array(nodeSchema).min(1).optional(),
      leaf: leafSchema.optional(),
    })
    .refine((node) => (node.children === undefined) !== (node.leaf === undefined), {
      error: '指标应当恰有 children（下级指标）或 leaf（计分方法）之一',
    }),
);

const measureSchema = z.strictObject({ text, ...grounded });

/** What a grade brings with it; planning and documents read it, the score does not. */
const entailsSchema = z.strictObject({
  sampling: z.strictObject({
    ratioPercent: decimal.nullable(),
    visitsPerYear: z.int().nonnegative().nullable(),
    text,
    ...grounded,
  }),
  inspectionKinds: z.array(text),
  measures: z.array(measureSchema),
  incentives: z.array(measureSchema),
  /** Body of the letter that goes out with this grade; null where none does. */
  warningLetter: text.nullable(),
  /** What the grade opens up, e.g. a credit line in 万元; `amount` null where only words say it. */
  entitlements: z
    .array(
      z.strictObject({
        name: text,
        amount: decimal.nullable(),
        unit: z.string().max(20).nullable(),
        text,
        ...grounded,
      }),
    )
    .optional(),
});

/** One grade; `pack.grades` rise by score and cover every score once. Colour is never shown alone. */
const gradeSchema = z.strictObject({
  code: z.string().min(1).max(20),
  name: text,
  ...intervalSchema.shape,
  colour: z.enum(['green', 'blue', 'amber', 'orange', 'red', 'grey']),
  symbol: z.string().min(1).max(4),
  meaning: text,
  ...grounded,
  entails: entailsSchema,
});
export type Grade = Readonly<z.output<typeof gradeSchema>>;

/** While it holds, the grade is no better than `ceiling`; the score stays as it is. */
const vetoSchema = z
  .strictObject({
    id: nodeId,
    name: text,
    ...grounded,
    subject: conditionSchema.optional(),
    facts: selectionSchema.optional(),
    atLeast: z.int().positive().default(1),
    ceiling: z.string().min(1),
  })
  .refine((veto) => veto.subject !== undefined || veto.facts !== undefined, '应当至少填写 subject 或 facts');
export type Veto = Readonly<z.output<typeof vetoSchema>>;

/** An item older than this puts a bar over the rating; `required`: so does its absence. */
const dataAgeLimitSchema = z.strictObject({
  item: code,
  maxDays: z.int().positive(),
  required: z.boolean(),
  note: text.optional(),
});

const fieldsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** A worked example the pack must reproduce. Fields left out: valid from the day it occurred, active. */
const caseSchema = z.strictObject({
  name: text,
  asOf: isoDate,
  subject: z.strictObject({
    kind: code,
    status: z.string().min(1).default('active'),
    tags: z.array(z.string()).default([]),
    attributes: fieldsSchema.optional(),
  }),
  facts: z.array(
    z.strictObject({
      item: code,
      occurredOn: isoDate,
      validFrom: isoDate.optional(),
      validTo: isoDate.nullable().default(null),
      state: z.enum(['active', 'withdrawn', 'repaired']).default('active'),
      repairedOn: isoDate.nullable().default(null),
      via: z.enum(relations).optional(),
      fields: fieldsSchema.default({}),
    }),
  ),
  expect: z.strictObject({ score: decimal, grade: z.string().min(1), vetoes: z.array(nodeId).default([]) }),
});
export type PackCase = Readonly<z.output<typeof caseSchema>>;

export const ratingPackSchema = z.strictObject({
  format: z.literal(1),
  id: packId,
  version: z.int().positive(),
  title: text,
  place: text,
  issuer: text,
  status: packStatus,
  /** Stands on screen, in print and in the file, e.g. that the weights are samples. */
  notice: text.nullable(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  /** The base this one was made from. The pack is complete in itself all the same, so it recomputes alone. */
  extends: z.strictObject({ id: packId, version: z.int().positive(), changes: z.array(text).min(1) }).optional(),
  subjectKinds: z.array(code).min(1),
  catalogue: packId,
  bases: z.array(basisEntrySchema).min(1),
  model: combineSchema,
  /** Points everyone starts with. */
  base: z.strictObject({ points: decimal, name: text, ...grounded }),
  floor: decimal.optional(),
  cap: decimal.optional(),
  nodes: z.array(nodeSchema).min(1),
  /** Points on top, never weighted; `cap` bounds their sum. */
  bonus: z
    .strictObject({ id: nodeId, name: text, ...grounded, cap: decimal, children: z.array(nodeSchema).min(1) })
    .nullable(),
  vetoes: z.array(vetoSchema),
  /** Is a higher score the better one (credit), or the worse one (risk)? */
  better: z.enum(['higher', 'lower']).default('higher'),
  grades: z.array(gradeSchema).min(2),
  dataAgeLimits: z.array(dataAgeLimitSchema),
  cases: z.array(caseSchema).min(1, '没有验证用例，规则包应当至少带一个'),
});

/** A versioned set of rules that turns facts into a score and a grade; a file, never code. */
export type RatingPack = Readonly<z.output<typeof ratingPackSchema>>;

export type RatingInput = {
  readonly subject: RatingSubject;
  readonly facts: readonly RatingFact[];
  readonly asOf: IsoDate;
};
