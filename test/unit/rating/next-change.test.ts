import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingFact } from '#shared/domain/rating/fact';
import { leavesOn, nextChangeDay } from '#shared/domain/rating/next-change';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { lookAhead, turnsBetween } from '#shared/domain/rating/suppose';
import { addDays } from '#shared/kernel/dates';
import { each, fact, firm, grade, node, type RawPack, rawPack } from './build-pack';
import { ITEMS, randomFacts, seeded } from './random-pack';

const ASOF = '2026-06-30';

const pick = <T>(random: (below: number) => number, list: readonly T[]): T => list[random(list.length)] as T;

const WINDOWS: readonly RawPack[] = [
  { type: 'none' },
  { type: 'validity' },
  { type: 'rolling', months: 1 },
  { type: 'rolling', years: 1, since: 'validFrom' },
  { type: 'until_repaired' },
  { type: 'until_repaired', maxMonths: 3 },
];

/** Leaves of every kind whose result can change by time alone. */
function timedLeaf(random: (below: number) => number, path: string): RawPack {
  const facts = { items: [pick(random, ITEMS), pick(random, ITEMS)], window: pick(random, WINDOWS) };
  const kind = random(5);
  if (kind === 0) {
    const when = { if: 'age', op: pick(random, ['gt', 'gte', 'lt', 'lte']), value: random(900) / 4 };
    return node(path, { measure: 'each', facts, rules: [{ when, points: -4 }, { points: -1 }] });
  }
  if (kind === 1) {
    const when = { if: 'within', field: 'doneOn', since: 'occurredOn', months: 1 + random(4) };
    return node(path, {
      measure: 'each',
      facts,
      rules: [{ when: { if: 'not', of: when }, points: -3 }, { points: -2 }],
    });
  }
  const take = kind === 2 ? 'days_since_latest' : 'count';
  const edge = random(400);
  const scale =
    random(2) === 0
      ? {
          by: 'bands',
          bands: [
            { to: edge, points: 0 },
            { above: edge, points: -5 },
          ],
          missing: 1,
        }
      : { by: 'linear', start: 0, per: 7.5 + random(30), points: -0.5, missing: 0 };
  return node(path, { measure: 'value', read: { take, facts }, scale });
}

function timedPack(random: (below: number) => number) {
  const nodes = [0, 1, 2, 3].map((i) => timedLeaf(random, `N${i}`));
  const veto = {
    id: 'V',
    name: '否决',
    basis: ['B'],
    verified: true,
    facts: { items: [pick(random, ITEMS)], window: pick(random, WINDOWS) },
    ceiling: 'D',
  };
  return compilePack(parseRatingPack(rawPack({ nodes, vetoes: [veto] })));
}

const timedFacts = (random: (below: number) => number): RatingFact[] =>
  randomFacts(random, ITEMS).map((one) => ({
    ...one,
    occurredOn: addDays(ASOF, -random(700)),
    validFrom: addDays(ASOF, random(120) - 100),
    fields: { ...one.fields, doneOn: addDays(ASOF, random(200) - 150) },
    ...(random(4) === 0
      ? { origin: { office: '邻州', adoptedOn: random(2) === 0 ? null : addDays(ASOF, random(60) - 20) } }
      : {}),
  }));

describe('the day on which time alone may change a rating', () => {
  it('is never later than the first day on which score, grade or vetoes really differ', () => {
    let [changed, exact] = [0, 0];
    for (let seed = 1; seed <= 250; seed++) {
      const random = seeded(seed);
      const compiled = timedPack(random);
      const facts = timedFacts(random);
      const next = nextChangeDay(compiled)(facts, ASOF);
      const figures = (day: string) => {
        const found = compiled.at(day).evaluate(firm, facts);
        return [found.scoreThousandths, found.gradeCode, found.vetoes.map((veto) => veto.facts.map((f) => f.id))];
      };
      const today = figures(ASOF);
      let first: string | null = null;
      for (let n = 1; n <= 420 && first === null; n++)
        if (JSON.stringify(figures(addDays(ASOF, n))) !== JSON.stringify(today)) first = addDays(ASOF, n);
      if (first === null) continue;
      changed += 1;
      if (first === next) exact += 1;
      expect(next !== null && next <= first, `seed ${seed}: said ${next}, changed on ${first}`).toBe(true);
    }
    expect(changed).toBeGreaterThan(100);
    // a bound that says “tomorrow” every time would be right and useless
    expect(exact).toBeGreaterThan(changed / 4);
  });

  it('is null when nothing in the pack looks at the calendar', () => {
    const compiled = compilePack(parseRatingPack(rawPack({ nodes: [each('N1', ['penalty'], -10)] })));
    expect(nextChangeDay(compiled)([fact({ occurredOn: '2025-01-01' })], ASOF)).toBeNull();
  });

  it('is the day on which a condition over the validity of the record comes true', () => {
    const when = { if: 'within', field: 'validFrom', since: 'occurredOn', months: 6 };
    const leaf = {
      measure: 'each',
      facts: { items: ['penalty'], window: { type: 'none' } },
      rules: [{ when, points: -5 }],
    };
    const compiled = compilePack(
      parseRatingPack(rawPack({ nodes: [node('N1', { ...leaf, rules: [...leaf.rules, { points: 0 }] })] })),
    );
    const facts = [fact({ occurredOn: '2026-06-01', validFrom: '2026-07-15' })];
    expect(compiled.at('2026-07-14').score(firm, facts)).not.toEqual(compiled.at('2026-07-15').score(firm, facts));
    expect(nextChangeDay(compiled)(facts, ASOF)).toBe('2026-07-15');
  });

  it('does not break on days and ages beyond the calendar', () => {
    const far = 900_000_000_000;
    const read = { take: 'days_since_latest', facts: { items: ['penalty'], window: { type: 'none' } } };
    const bands = [
      { to: far, points: 0 },
      { above: far, points: -5 },
    ];
    const nodes = [
      each('N1', ['penalty'], -10, { type: 'rolling', years: 3, since: 'validFrom' }),
      each('N2', ['penalty'], -10, { type: 'validity' }),
      node('N3', { measure: 'value', read, scale: { by: 'bands', bands, missing: 0 } }),
    ];
    const dataAgeLimits = [{ item: 'penalty', maxDays: far, required: false }];
    const compiled = compilePack(parseRatingPack(rawPack({ nodes, dataAgeLimits })));
    const endless = fact({ occurredOn: '2026-01-01', validTo: '9999-12-31' });
    expect(nextChangeDay(compiled)([endless], '2029-06-30')).toBe('9999-12-31');
    expect(nextChangeDay(compiled)([{ ...endless, validFrom: '9999-01-01' }], ASOF)).toBe('9999-01-01');
    expect(turnsBetween(compiled, firm, [endless], '9999-12-31', lookAhead('9999-12-31'))).toEqual([]);
  });

  it('names the day after the last one that counts, at month ends too', () => {
    const nodes = [each('N1', ['penalty'], -10, { type: 'rolling', years: 3 })];
    const compiled = compilePack(parseRatingPack(rawPack({ nodes })));
    const leaves = (occurredOn: string) => leavesOn(compiled, firm, fact({ occurredOn }), ASOF);
    expect(leaves('2024-02-29')).toBe('2027-03-01');
    expect(leaves('2023-07-01')).toBe('2026-07-02');
    expect(leaves('2023-06-30')).toBe('2026-07-01');
    expect(leaves('2023-06-29')).toBeNull();
  });
});

describe('the turns that lie ahead', () => {
  it('lists each day on which the result changes, and none on which it does not', () => {
    const nodes = [each('N1', ['penalty'], -15, { type: 'rolling', years: 1 })];
    const grades = [grade('D', { below: 60 }), grade('C', { from: 60, below: 90 }), grade('A', { from: 90 })];
    const compiled = compilePack(parseRatingPack(rawPack({ nodes, grades })));
    const facts = [
      fact({ id: 'a', occurredOn: '2025-09-01' }),
      fact({ id: 'b', occurredOn: '2026-02-10' }),
      fact({ id: 'c', occurredOn: '2020-01-01' }),
    ];
    expect(turnsBetween(compiled, firm, facts, ASOF, lookAhead(ASOF))).toEqual([
      { on: '2026-09-02', gradeCode: 'C', scoreThousandths: 85_000 },
      { on: '2027-02-11', gradeCode: 'A', scoreThousandths: 100_000 },
    ]);
  });
});
