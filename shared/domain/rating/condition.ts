import * as z from 'zod';
import { toThousandths } from '../catalogue/thousandths';

/** A decimal of at most three places, as a JSON number; the engine works in whole thousandths of it. */
export const decimal = z.number().refine((value) => toThousandths(value) !== null, '最多三位小数');

// Control characters make Excel files unreadable; marks that turn the direction of writing make a text say another thing.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Words of a pack that are shown and printed. */
export const packWords = z
  .string()
  .min(1)
  .max(2000)
  .refine((value) => !UNSEEN.test(value), '含有看不见的控制字符，请重新输入');

const scalar = z.union([z.string(), decimal]);
const comparison = z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'between', 'present', 'has']);
const operands = {
  value: scalar.optional(),
  values: z.array(scalar).min(1).optional(),
  from: scalar.optional(),
  to: scalar.optional(),
};

/** One comparison: `in` needs `values`, `between` needs `from` and `to` (both included), `present` nothing. */
export type Comparison = {
  readonly op: z.output<typeof comparison>;
  readonly value?: string | number | undefined;
  readonly values?: readonly (string | number)[] | undefined;
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
};

/**
 * The closed vocabulary of conditions. `field` reads the fact, `subject` the subject (`kind`, `status`,
 * `tags` with `has`, or an attribute), `age` the days from the fact's date to the reference date, `within`
 * asks whether a date field lies no later than some months or days after another date and has come by then.
 */
export type Condition =
  | { readonly if: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly if: 'not'; readonly of: Condition }
  | ({ readonly if: 'field'; readonly field: string } & Comparison)
  | ({ readonly if: 'subject'; readonly field: string } & Comparison)
  | ({ readonly if: 'age' } & Comparison)
  | {
      readonly if: 'within';
      readonly field: string;
      readonly since: string;
      readonly months?: number | undefined;
      readonly days?: number | undefined;
    };

const fieldName = z.string().min(1).max(64);
const span = z.int().nonnegative().max(1200);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('if', [
    z.strictObject({ if: z.enum(['all', 'any']), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ if: z.literal('not'), of: conditionSchema }),
    withOperands(z.strictObject({ if: z.literal('field'), field: fieldName, op: comparison, ...operands })),
    withOperands(z.strictObject({ if: z.literal('subject'), field: fieldName, op: comparison, ...operands })),
    withOperands(z.strictObject({ if: z.literal('age'), op: comparison, ...operands })),
    z
      .strictObject({
        if: z.literal('within'),
        field: fieldName,
        since: fieldName,
        months: span.optional(),
        days: span.optional(),
      })
      .refine((c) => (c.months === undefined) !== (c.days === undefined), 'months 与 days 应当恰填一项'),
  ]),
);

/** The subject as a rating sees it; `attributes` are further plain columns a pack may read. */
export type RatingSubject = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly attributes?: Readonly<Record<string, string | number | null>>;
};

/** Every field of facts that the condition reads. */
export function factFieldsOf(condition: Condition): string[] {
  switch (condition.if) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factFieldsOf);
    case 'not':
      return factFieldsOf(condition.of);
    case 'field':
      return [condition.field];
    case 'within':
      return [condition.field, condition.since].filter((field) => !isFactDate(field));
    default:
      return [];
  }
}

/** Does the condition look at a fact at all? A veto over the subject alone must not. */
export function readsFact(condition: Condition): boolean {
  switch (condition.if) {
    case 'all':
    case 'any':
      return condition.of.some(readsFact);
    case 'not':
      return readsFact(condition.of);
    default:
      return condition.if !== 'subject';
  }
}

/** Is this one of the fact's own dates rather than a field of its catalogue item? */
export function isFactDate(name: string): name is 'occurredOn' | 'validFrom' {
  return name === 'occurredOn' || name === 'validFrom';
}

function withOperands<S extends z.ZodType<Comparison & { readonly if: string }>>(schema: S): S {
  return schema.refine(
    (c) => {
      const given = [c.value !== undefined, c.values !== undefined, c.from !== undefined && c.to !== undefined];
      const wanted = { in: [false, true, false], between: [false, false, true], present: [false, false, false] };
      const expected = c.op === 'in' || c.op === 'between' || c.op === 'present' ? wanted[c.op] : [true, false, false];
      const half = (c.from === undefined) !== (c.to === undefined);
      return !half && given.every((is, index) => is === expected[index]);
    },
    {
      path: ['op'],
      error: '比较方式与所填的值不符：in 填 values，between 填 from 和 to，present 不填，其余填 value',
    },
  );
}
