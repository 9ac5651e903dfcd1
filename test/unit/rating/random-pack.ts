import type { RatingFact } from '#shared/domain/rating/fact';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { addDays } from '#shared/kernel/dates';
import { each, fact, group, node, type RawPack, rawPack } from './build-pack';

/** Small seeded generator, so that a failing round can be run again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function randomFacts(random: (below: number) => number, items: readonly string[]): RatingFact[] {
  return Array.from({ length: random(9) }, (_, i) => {
    const occurredOn = addDays('2022-01-01', random(1800));
    const repaired = random(5) === 0;
    return fact({
      id: `f${i}`,
      itemCode: items[random(items.length)] ?? '',
      occurredOn,
      validFrom: occurredOn,
      validTo: random(3) === 0 ? addDays(occurredOn, random(1500)) : null,
      state: repaired ? 'repaired' : 'active',
      repairedOn: repaired ? addDays(occurredOn, random(900)) : null,
      fields: { n: random(40) / 8 },
    });
  });
}

export const ITEMS = ['i0', 'i1', 'i2', 'i3'];
export const WINDOWS = [
  { type: 'none' },
  { type: 'validity' },
  { type: 'rolling', years: 2 },
  { type: 'until_repaired' },
];

/** Weights of two decimals that add up to 100. */
function weights(random: (below: number) => number, count: number): number[] {
  const parts = Array.from({ length: count - 1 }, () => 1 + random(Math.floor(9000 / count)));
  return [...parts, 10_000 - parts.reduce((sum, part) => sum + part, 0)].map((part) => part / 100);
}

function randomTree(random: (below: number) => number, depth: number, path: string, bounded: boolean): RawPack {
  if (depth === 0 || random(3) === 0) {
    const facts = { items: [ITEMS[random(4)]], window: WINDOWS[random(4)] };
    const bounds = bounded && random(3) === 0 ? { floor: -3.5 } : {};
    if (random(2) === 0) {
      const rules = [
        { when: { if: 'field', field: 'n', op: 'gte', value: 2.5 }, points: -random(9000) / 1000 },
        { points: -random(5000) / 1000 },
      ];
      return node(path, { measure: 'each', facts, rules }, bounds);
    }
    const scale = { by: 'linear', start: random(50), per: 0.5, points: -random(2000) / 1000, missing: 0 };
    return node(path, { measure: 'value', read: { take: 'sum', facts, field: 'n' }, scale }, bounds);
  }
  const count = 1 + random(3);
  const combine = random(2) === 0 ? 'weighted' : 'points';
  const shares = weights(random, count);
  const children = shares.map((weight, i) => ({
    ...randomTree(random, depth - 1, `${path}.${i}`, bounded),
    ...(combine === 'weighted' ? { weight } : {}),
  }));
  return group(path, children, { combine, ...(bounded && random(3) === 0 ? { cap: 40, floor: -20 } : {}) });
}

export function randomPack(random: (below: number) => number, bounded: boolean) {
  const nodes = [randomTree(random, 3, 'T', bounded), randomTree(random, 2, 'U', bounded)];
  const bonus = { id: 'X', name: '附加', basis: ['B'], verified: true, cap: 5, children: [each('X1', ['good'], 2)] };
  return parseRatingPack(rawPack({ nodes, bonus: bounded ? bonus : null }));
}
