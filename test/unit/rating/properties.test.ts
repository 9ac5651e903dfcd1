import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { factRemovals, rate } from '#shared/domain/rating/rate';
import { readTrace, traceWriter } from '#shared/domain/rating/stored-trace';
import { type TraceNode, traceLines } from '#shared/domain/rating/trace';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { each, fact, firm, type RawPack, rawPack } from './build-pack';
import { ITEMS, randomFacts, randomPack, seeded, WINDOWS } from './random-pack';

const ASOF = '2026-06-30';
const ROUNDS = 150;

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

describe('a stored trace', () => {
  it('reads back as it was for any pack: what is left out is what the pack and the records say anyway', () => {
    let [longer, shorter] = [0, 0];
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const compiled = compilePack(randomPack(seeded(seed), true));
      const facts = randomFacts(seeded(seed + 1000), [...ITEMS, 'good']);
      const { trace } = rate(compiled, { subject: firm, facts, asOf: ASOF });
      const stored = traceWriter(compiled)(trace);
      expect(readTrace(stored, compiled, facts), `seed ${seed}`).toEqual(trace);
      longer += canonicalJson(trace).length;
      shorter += stored.length;
    }
    expect(shorter).toBeLessThan(longer / 2);
  });
});
