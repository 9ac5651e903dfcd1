import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { resultCodes } from '../inspection/result-codes';

/** What the store counts: each record bears the names of the counts it belongs to. */
export const countedFigures = [
  'planned',
  'inspected',
  'problem',
  'above_cap',
  'entered',
  'returned',
  'published',
  'closed',
  'ordered',
  'order_closed',
  'item_due',
  'item_on_time',
  'item_overdue',
] as const;
export type CountedFigure = (typeof countedFigures)[number];

export const isCounted = (figure: string): figure is CountedFigure =>
  (countedFigures as readonly string[]).includes(figure);

const figureHead = {
  label: z.string().min(1).max(20),
  section: z.enum(['inspection', 'publication', 'rectification']),
  /** The official wording of how it is worked out; it is printed under the figures. */
  formula: z.string().min(4).max(300),
  basis: z.array(basis),
  /** Read in the text of a norm; false: the office's own definition. */
  verified: z.boolean(),
};

const figure = z.discriminatedUnion('unit', [
  z.strictObject({ id: z.enum(countedFigures), unit: z.literal('count'), ...figureHead }),
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z_]{0,39}$/),
    unit: z.literal('ratio'),
    numerator: z.enum(countedFigures),
    denominator: z.enum(countedFigures),
    ...figureHead,
  }),
]);

/** How an office counts its months; kept whole with every month that is frozen by it. */
export const definitionPack = packHead
  .extend({
    kind: z.literal('statistics'),
    /** Codes of 检查结果 that count as a problem found. */
    problemResults: z.array(z.enum(resultCodes)).min(1),
    figures: z.array(figure).min(1),
  })
  .superRefine((pack, ctx) => {
    const seen = new Set<string>();
    pack.figures.forEach((one, index) => {
      if (seen.has(one.id))
        ctx.addIssue({ code: 'custom', path: ['figures', index, 'id'], message: `指标“${one.id}”重复` });
      seen.add(one.id);
    });
    pack.figures.forEach((one, index) => {
      if (one.unit === 'count') return;
      for (const part of [one.numerator, one.denominator])
        if (!seen.has(part))
          ctx.addIssue({ code: 'custom', path: ['figures', index], message: `比率所用的指标“${part}”不在本表中` });
    });
  });
export type DefinitionPack = z.output<typeof definitionPack>;
export type FigureDefinition = DefinitionPack['figures'][number];

export type Counts = Readonly<Partial<Record<CountedFigure, number>>>;

/** A figure as it stands: a count, or a quotient with both its parts. */
export type FigureValue =
  | { readonly unit: 'count'; readonly value: number }
  | { readonly unit: 'ratio'; readonly numerator: number; readonly denominator: number };

/**
 * One figure out of the counts of a month; a count that nothing was found for is 0.
 *
 * @example figureValue(completion, { published: 7, planned: 12 }) // { unit: 'ratio', numerator: 7, denominator: 12 }
 */
export function figureValue(definition: FigureDefinition, counts: Counts): FigureValue {
  if (definition.unit === 'count') return { unit: 'count', value: counts[definition.id] ?? 0 };
  const { numerator, denominator } = definition;
  return { unit: 'ratio', numerator: counts[numerator] ?? 0, denominator: counts[denominator] ?? 0 };
}
