import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogueField, type CatalogueItem, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import type { RatingFact, Relation } from '#shared/domain/rating/fact';
import type { RatingPack } from '#shared/domain/rating/pack';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { type TraceNode, traceLines } from '#shared/domain/rating/trace';
import { addDays } from '#shared/kernel/dates';
import { fact, firm } from './build-pack';

const folder = join(import.meta.dirname, '../../../resources/packs');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

export const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));
export const loadPack = (name: string): RatingPack => parseRatingPack(read(`rating/${name}.json`), catalogue);

export const ASOF = '2026-11-25';
export const subjectOf = (pack: RatingPack) => ({ ...firm, kind: pack.subjectKinds[0] ?? '' });

export type Random = (below: number) => number;

/** Small seeded generator, so that a failing round can be run again. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomField(field: CatalogueField, random: Random): string | number | null {
  if (!field.required && random(2) === 0) return null;
  switch (field.type) {
    case 'choice':
      return field.choices?.[random(field.choices.length)]?.code ?? null;
    case 'date':
      return addDays('2025-01-01', random(700));
    case 'text':
      return '样例';
    case 'money':
      return random(10_000_000);
    default:
      return (field.min ?? 0) + random(Math.min(10, (field.max ?? 10) - (field.min ?? 0)));
  }
}

export function randomFact(item: CatalogueItem, random: Random, over: Partial<RatingFact> = {}): RatingFact {
  const occurredOn = addDays('2024-03-01', random(1000));
  const repaired = random(6) === 0;
  return fact({
    itemCode: item.code,
    occurredOn,
    validFrom: occurredOn,
    validTo: random(3) === 0 ? addDays(occurredOn, random(900)) : null,
    state: repaired ? 'repaired' : 'active',
    repairedOn: repaired ? addDays(occurredOn, random(600)) : null,
    fields: Object.fromEntries(item.fields.map((field) => [field.key, randomField(field, random)])),
    ...over,
  });
}

export const pick = (items: readonly CatalogueItem[], random: Random): CatalogueItem => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('no item');
  return item;
};

export const itemsFor = (kind: string) => catalogue.items.filter((item) => item.subjectKinds.includes(kind));
export const through = (relation: Relation) => ({
  via: { relation, subjectId: 's9', name: relation === 'agents' ? '样例代理师' : '样例分所' },
});

/** Every value of an item's choices once: which rule reads a fact may hang on any of them. */
export function variants(item: CatalogueItem): Record<string, string | number | null>[] {
  const plain = Object.fromEntries(item.fields.map((field) => [field.key, field.type === 'text' ? '样例' : null]));
  return item.fields.reduce<Record<string, string | number | null>[]>(
    (all, field) =>
      field.type !== 'choice'
        ? all
        : all.flatMap((one) => (field.choices ?? []).map((choice) => ({ ...one, [field.key]: choice.code }))),
    [plain],
  );
}

/** The lines of the trace that read this one fact. */
export function linesOf(pack: RatingPack, one: RatingFact): TraceNode[] {
  const { trace } = rate(pack, { subject: subjectOf(pack), facts: [one], asOf: ASOF });
  return traceLines(trace.nodes).filter((line) => line.kind === 'leaf' && line.facts.length > 0);
}
