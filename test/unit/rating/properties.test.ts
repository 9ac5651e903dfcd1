import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingFact } from '#shared/domain/rating/fact';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { factRemovals, rate } from '#shared/domain/rating/rate';
import { type TraceNode, traceLines } from '#shared/domain/rating/trace';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { addDays } from '#shared/kernel/dates';
import { each, fact, firm, group, node, type RawPack, rawPack } from './build-pack';

const ASOF = '2026-06-30';
const ROUNDS = 150;

/** Small seeded generator, so that a failing round can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomFacts(random: (below: number) => number, items: readonly string[]): RatingFact[] {
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

const ITEMS = ['i0', 'i1', 'i2', 'i3'];
const WINDOWS = [{ type: 'none' }, { type: 'validity' }, { type: 'rolling', years: 2 }, { type: 'until_repaired' }];

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

function randomPack(random: (below: number) => number, bounded: boolean) {
  const nodes = [randomTree(random, 3, 'T', bounded), randomTree(random, 2, 'U', bounded)];
  const bonus = { id: 'X', name: '附加', basis: ['B'], verified: true, cap: 5, children: [each('X1', ['good'], 2)] };
  return parseRatingPack(rawPack({ nodes, bonus: bounded ? bonus : null }));
}

function groupsAddUp(nodes: readonly TraceNode[]): boolean {
  return nodes.every(
    (one) =>
      one.kind !== 'group' ||
      (one.points === one.children.reduce((sum, child) => sum + child.points, 0) && groupsAddUp(one.children)),
  );
}

describe('properties of any pack', () => {
  it('adds the lines of the trace up to the score, and children up to their group', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seeded(seed);
      const result = rate(randomPack(random, true), {
        subject: firm,
        facts: randomFacts(random, [...ITEMS, 'good']),
        asOf: ASOF,
      });
      const sum = traceLines(result.trace.nodes).reduce((total, line) => total + line.points, 0);
      expect(sum, `seed ${seed}`).toBe(result.scoreThousandths);
      expect(groupsAddUp(result.trace.nodes), `seed ${seed}`).toBe(true);
    }
  });

  it('does not depend on the order of facts', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seeded(seed);
      const pack = randomPack(random, true);
      const facts = randomFacts(random, ITEMS);
      const shuffled = facts.map((one) => ({ one, key: random(1000) })).sort((a, b) => a.key - b.key);
      const other = rate(pack, { subject: firm, facts: shuffled.map(({ one }) => one), asOf: ASOF });
      expect(canonicalJson(other), `seed ${seed}`).toBe(
        canonicalJson(rate(pack, { subject: firm, facts, asOf: ASOF })),
      );
    }
  });

  it('takes back by removing a fact what the trace said of it, where nothing is bounded or weighted', () => {
    let seen = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seeded(seed);
      const nodes = ITEMS.flatMap((item, i) => [
        each(`A${i}`, [item, ITEMS[(i + 1) % 4] ?? ''], -random(9999) / 1000, WINDOWS[i]),
      ]);
      const compiled = compilePack(parseRatingPack(rawPack({ nodes })));
      const input = { subject: firm, facts: randomFacts(random, ITEMS), asOf: ASOF };
      const lines = traceLines(rate(compiled, input).trace.nodes);
      for (const { factId, changeThousandths } of factRemovals(compiled, input)) {
        const said = lines.flatMap((line) => line.facts).filter((one) => one.id === factId);
        expect(changeThousandths, `seed ${seed} ${factId}`).toBe(0 - said.reduce((sum, one) => sum + one.points, 0));
        seen += said.length;
      }
    }
    expect(seen).toBeGreaterThan(ROUNDS);
  });

  it('keeps an exact sum: reference arithmetic with big integers agrees with every weighted score', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seeded(seed);
      const pack = randomPack(random, false);
      const facts = randomFacts(random, ITEMS);
      const own = (tree: readonly TraceNode[]): bigint => tree.reduce((sum, one) => sum + BigInt(one.points), 0n);
      const result = rate(pack, { subject: firm, facts, asOf: ASOF });
      const leafValues = new Map(
        pack.nodes.flatMap(leafIds).map((id) => {
          const alone = rate(parseRatingPack(rawPack({ nodes: [plain(findNode(pack.nodes, id))] })), {
            subject: firm,
            facts,
            asOf: ASOF,
          });
          return [id, BigInt(alone.scoreThousandths - 100_000)];
        }),
      );
      const scale = 10n ** 20n;
      const value = (one: AnyNode): bigint =>
        one.children === undefined
          ? (leafValues.get(one.id) ?? 0n) * scale
          : one.children.reduce(
              (sum, child) =>
                sum +
                (one.combine === 'weighted'
                  ? (value(child) * BigInt(Math.round((child.weight ?? 0) * 100))) / 10_000n
                  : value(child)),
              0n,
            );
      const exact = pack.nodes.reduce((sum, one) => sum + value(one), 100_000n * scale);
      const difference = exact - own(result.trace.nodes) * scale;
      expect(difference < scale / 2n + 1n && difference >= -scale / 2n - 1n, `seed ${seed}`).toBe(true);
    }
  });
});

type AnyNode = ReturnType<typeof parseRatingPack>['nodes'][number];

function leafIds(one: AnyNode): string[] {
  return one.children === undefined ? [one.id] : one.children.flatMap(leafIds);
}

function findNode(nodes: readonly AnyNode[], id: string): AnyNode {
  for (const one of nodes) {
    if (one.id === id) return one;
    const below = one.children?.some((child) => leafIds(child).includes(id) || child.id === id);
    if (below && one.children) return findNode(one.children, id);
  }
  throw new Error(id);
}

function plain(one: AnyNode): RawPack {
  const { weight: _weight, ...rest } = one;
  return { ...rest };
}

describe('the patent-agency pack', () => {
  const file = join(import.meta.dirname, '../../../resources/packs/rating/patent-agency-credit.v1.json');
  const compiled = compilePack(parseRatingPack(JSON.parse(readFileSync(file, 'utf8'))));
  const negative = [
    'abnormal_filing_agency',
    'workload_abnormal',
    'annual_report_late',
    'suspension_new_business',
    'licence_revoked',
    'criminal_record',
  ];
  const positive = ['honour', 'government_commendation', 'report_of_violation'];
  const agency = { ...firm, kind: 'patent_agency' };

  it('never raises the score by one more negative fact, nor lowers it by a positive one', () => {
    const rater = compiled.at(ASOF);
    for (let seed = 1; seed <= 400; seed++) {
      const random = seeded(seed);
      const facts = randomFacts(random, [...negative, ...positive]).map((one) => ({
        ...one,
        fields: {
          deduction: random(2) === 0 ? random(400) / 10 : null,
          points: random(2) === 0 ? random(9) : null,
          field: 'patent',
        },
      }));
      const before = rater.score(agency, facts).scoreThousandths;
      const extra = { occurredOn: '2026-01-05', fields: { field: 'patent', deduction: -5 } };
      const bad = fact({ id: 'new', itemCode: negative[random(negative.length)] ?? '', ...extra });
      const good = fact({ id: 'new', itemCode: positive[random(positive.length)] ?? '', ...extra });
      expect(rater.score(agency, [...facts, bad]).scoreThousandths, `seed ${seed}`).toBeLessThanOrEqual(before);
      expect(rater.score(agency, [...facts, good]).scoreThousandths, `seed ${seed}`).toBeGreaterThanOrEqual(before);
    }
  });

  it('never adds more than ten points', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      fact({ id: `h${i}`, itemCode: 'honour', fields: { points: 9.5 } }),
    );
    expect(compiled.at(ASOF).score(agency, many)).toEqual({ scoreThousandths: 110_000, gradeCode: 'A+' });
  });
});
