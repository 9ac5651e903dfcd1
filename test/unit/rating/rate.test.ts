import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingSubject } from '#shared/domain/rating/condition';
import type { RatingFact } from '#shared/domain/rating/fact';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { factRemovals, rate, ratingAt } from '#shared/domain/rating/rate';
import { traceLines } from '#shared/domain/rating/trace';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { AppError } from '#shared/kernel/errors';
import { each, fact, firm, grade, group, node, type RawPack, rawPack } from './build-pack';

function rated(pack: RawPack, facts: RatingFact[], asOf = '2026-01-01', subject: RatingSubject = firm) {
  return rate(parseRatingPack(rawPack(pack)), { subject, facts, asOf });
}

function score(pack: RawPack, facts: RatingFact[], asOf?: string, subject?: RatingSubject): number {
  return rated(pack, facts, asOf, subject).scoreThousandths;
}

describe('which facts count', () => {
  it('does not count a fact dated after the reference date', () => {
    const facts = [fact({ occurredOn: '2026-01-02' })];
    expect(score({}, facts, '2026-01-01')).toBe(100_000);
    expect(score({}, facts, '2026-01-02')).toBe(90_000);
  });

  it.each(['repaired', 'withdrawn'] as const)('lets a %s fact leave on its date, not a day earlier', (state) => {
    const facts = [fact({ state, repairedOn: '2025-12-01' })];
    expect(score({}, facts, '2025-11-30')).toBe(90_000);
    expect(score({}, facts, '2025-12-01')).toBe(100_000);
  });

  it('never counts a withdrawn fact that has no date', () => {
    expect(score({}, [fact({ state: 'withdrawn' })])).toBe(100_000);
  });

  it('refuses the same record passed twice instead of deducting twice', () => {
    expect(() => rated({}, [fact(), fact()])).toThrow(AppError);
  });

  it('refuses a subject of another kind', () => {
    expect(() => rated({}, [], '2026-01-01', { ...firm, kind: 'market' })).toThrow('不适用于这类主体');
  });
});

describe('windows', () => {
  const rolling = { nodes: [each('N1', ['penalty'], -10, { type: 'rolling', years: 3 })] };

  it.each([
    ['2023-05-10', '2026-05-10', true],
    ['2023-05-10', '2026-05-11', false],
    ['2024-02-29', '2027-02-28', true],
    ['2024-02-29', '2027-03-01', false],
    ['2021-02-28', '2024-02-28', true],
    ['2021-02-28', '2024-02-29', false],
    ['2021-03-01', '2024-02-29', true],
  ])('three years from %s on %s: counts %s', (occurredOn, asOf, counts) => {
    expect(score(rolling, [fact({ occurredOn })], asOf)).toBe(counts ? 90_000 : 100_000);
  });

  it('clamps a rolling month at month ends', () => {
    const month = { nodes: [each('N1', ['penalty'], -10, { type: 'rolling', months: 1 })] };
    const facts = [fact({ occurredOn: '2026-01-31' })];
    expect(score(month, facts, '2026-02-28')).toBe(90_000);
    expect(score(month, facts, '2026-03-01')).toBe(100_000);
  });

  it('counts the first and the last day of a validity', () => {
    const pack = { nodes: [each('N1', ['penalty'], -10, { type: 'validity' })] };
    const facts = [fact({ occurredOn: '2025-01-01', validFrom: '2025-02-01', validTo: '2025-03-01' })];
    const days = ['2025-01-31', '2025-02-01', '2025-03-01', '2025-03-02'];
    expect(days.map((day) => score(pack, facts, day))).toEqual([100_000, 90_000, 90_000, 100_000]);
  });

  it('ignores valid-to until repaired, but not the longest time', () => {
    const pack = { nodes: [each('N1', ['penalty'], -10, { type: 'until_repaired', maxMonths: 12 })] };
    const facts = [fact({ occurredOn: '2025-01-10', validTo: '2025-02-01' })];
    expect(score(pack, facts, '2026-01-10')).toBe(90_000);
    expect(score(pack, facts, '2026-01-11')).toBe(100_000);
  });
});

describe('reads', () => {
  const facts = { items: ['filing'], window: { type: 'none' } };
  const percent = {
    by: 'bands',
    bands: [
      { to: 90, points: -5 },
      { above: 90, points: 0 },
    ],
    missing: -1,
  };
  const filing = (id: string, notified: number, withdrawn: number, occurredOn = '2025-01-01') =>
    fact({ id, itemCode: 'filing', occurredOn, fields: { notified, withdrawn } });
  const sum = (field: string) => ({ facts, field });

  it('takes a share of two sums exactly: 90 % is not above 90 %', () => {
    const pack = {
      nodes: [
        node('N1', {
          measure: 'value',
          read: { take: 'share', of: sum('withdrawn'), base: sum('notified') },
          scale: percent,
        }),
      ],
    };
    expect(score(pack, [filing('a', 600, 540), filing('b', 400, 360)])).toBe(95_000);
    expect(score(pack, [filing('a', 600, 540), filing('b', 400, 361)])).toBe(100_000);
    expect(score(pack, [])).toBe(99_000);
  });

  it('deducts for every full unit of a sum', () => {
    const scale = { by: 'linear', start: 0, per: 0.1, points: -0.001, missing: 0 };
    const pack = { nodes: [node('N1', { measure: 'value', read: { take: 'sum', facts, field: 'notified' }, scale })] };
    expect(score(pack, [filing('a', 0.1, 0), filing('b', 0.2, 0)])).toBe(99_997);
  });

  it('reads the field of the newest fact, whatever the order', () => {
    const scale = { by: 'map', values: { A: 0, D: -50 }, other: -9, missing: -1 };
    const pack = {
      nodes: [node('N1', { measure: 'value', read: { take: 'imported', facts, field: 'class' }, scale })],
    };
    const old = fact({ id: 'z', itemCode: 'filing', occurredOn: '2025-01-01', fields: { class: 'D' } });
    const recent = fact({ id: 'a', itemCode: 'filing', occurredOn: '2025-02-01', fields: { class: 'A' } });
    expect(score(pack, [recent, old])).toBe(100_000);
    expect(score(pack, [old, recent])).toBe(100_000);
    expect(score(pack, [old])).toBe(50_000);
    expect(score(pack, [fact({ itemCode: 'filing', fields: { class: 'X' } })])).toBe(91_000);
    expect(score(pack, [])).toBe(99_000);
  });

  it('counts days since the newest fact', () => {
    const scale = {
      by: 'bands',
      bands: [
        { to: 30, points: 0 },
        { above: 30, points: -7 },
      ],
      missing: -8,
    };
    const pack = { nodes: [node('N1', { measure: 'value', read: { take: 'days_since_latest', facts }, scale })] };
    const one = [filing('a', 1, 1, '2025-12-02')];
    expect(score(pack, one, '2026-01-01')).toBe(100_000);
    expect(score(pack, one, '2026-01-02')).toBe(93_000);
  });

  it('reads the subject itself', () => {
    const scale = { by: 'map', values: { suspended: -30 }, other: 0, missing: 0 };
    const pack = { nodes: [node('N1', { measure: 'value', read: { take: 'subject', field: 'status' }, scale })] };
    expect(score(pack, [])).toBe(100_000);
    expect(score(pack, [], '2026-01-01', { ...firm, status: 'suspended' })).toBe(70_000);
  });

  it('names the record whose number is no number instead of counting it as nothing', () => {
    const scale = { by: 'linear', start: 0, per: 1, points: -1, missing: 0 };
    const pack = { nodes: [node('N1', { measure: 'value', read: { take: 'sum', facts, field: 'notified' }, scale })] };
    expect(() => score(pack, [fact({ id: 'f9', itemCode: 'filing', fields: { notified: '十' } })])).toThrow('f9');
  });
});

describe('conditions', () => {
  const rules = (when: RawPack) => ({
    nodes: [
      node('N1', {
        measure: 'each',
        facts: { items: ['penalty'], window: { type: 'none' } },
        rules: [{ when, points: -1 }],
      }),
    ],
  });
  const held = (when: RawPack, fields: RatingFact['fields'], asOf = '2026-01-01') =>
    score(rules(when), [fact({ fields })], asOf) === 99_000;

  it.each([
    [{ op: 'eq', value: 0.3 }, '0.3', true],
    [{ op: 'gte', value: 10 }, 9.999, false],
    [{ op: 'gt', value: 10 }, 10, false],
    [{ op: 'lt', value: 10 }, 9.999, true],
    [{ op: 'lte', value: 10 }, 10, true],
    [{ op: 'ne', value: 'a' }, 'b', true],
    [{ op: 'ne', value: 'a' }, null, false],
    [{ op: 'in', values: ['a', 'b'] }, 'b', true],
    [{ op: 'between', from: '2025-01-01', to: '2025-12-31' }, '2025-12-31', true],
    [{ op: 'between', from: 1, to: 2 }, 2.001, false],
    [{ op: 'present' }, '', false],
  ])('%j of %j is %s', (comparison, value, expected) => {
    expect(held({ if: 'field', field: 'x', ...comparison }, { x: value })).toBe(expected);
  });

  it('combines all, any and not', () => {
    const x = { if: 'field', field: 'x', op: 'eq', value: 1 };
    const y = { if: 'field', field: 'y', op: 'eq', value: 1 };
    expect(held({ if: 'all', of: [x, y] }, { x: 1, y: 2 })).toBe(false);
    expect(held({ if: 'any', of: [x, y] }, { x: 1, y: 2 })).toBe(true);
    expect(held({ if: 'not', of: x }, { x: 1 })).toBe(false);
  });

  it('reads the age of the fact and the tags of the subject', () => {
    expect(held({ if: 'age', op: 'lte', value: 214 }, {}, '2026-01-01')).toBe(true);
    expect(held({ if: 'age', op: 'lte', value: 213 }, {}, '2026-01-01')).toBe(false);
    const tagged = { ...firm, tags: ['demo'] };
    const when = { if: 'subject', field: 'tags', op: 'has', value: 'demo' };
    expect(score(rules(when), [fact()], '2026-01-01', tagged)).toBe(99_000);
    expect(score(rules(when), [fact()])).toBe(100_000);
  });

  it('takes a cure as done only once its day has come', () => {
    const when = { if: 'within', field: 'curedOn', since: 'occurredOn', months: 1 };
    expect(held(when, { curedOn: '2025-07-01' }, '2025-06-30')).toBe(false);
    expect(held(when, { curedOn: '2025-07-01' }, '2025-07-01')).toBe(true);
    expect(held(when, { curedOn: '2025-07-02' }, '2025-12-31')).toBe(false);
  });
});

describe('bounds, bonus and vetoes', () => {
  const bonus = {
    id: 'X',
    name: '附加分',
    basis: ['B'],
    verified: true,
    cap: 10,
    children: [each('X1', ['honour'], 6)],
  };
  const honours = [fact({ id: 'h1', itemCode: 'honour' }), fact({ id: 'h2', itemCode: 'honour' })];

  it('shows the cap of the bonus as a line of its own', () => {
    const result = rated({ bonus }, honours);
    expect(result.scoreThousandths).toBe(110_000);
    expect(traceLines(result.trace.nodes).map((line) => [line.nodeId, line.points])).toEqual([
      ['base', 100_000],
      ['N1', 0],
      ['X1', 12_000],
      ['X/limit', -2000],
    ]);
  });

  it('holds a leaf at its floor and the total at its own', () => {
    const pack = { floor: 0, nodes: [{ ...each('N1', ['penalty'], -10), floor: -15 }, each('N2', ['crime'], -90)] };
    const two = [fact(), fact({ id: 'f2' })];
    expect(score(pack, two)).toBe(85_000);
    const result = rated(pack, [...two, fact({ id: 'f3', itemCode: 'crime' })]);
    expect(result.scoreThousandths).toBe(0);
    expect(traceLines(result.trace.nodes).map((line) => [line.nodeId, line.points])).toEqual([
      ['base', 100_000],
      ['N1', -20_000],
      ['N1/limit', 5000],
      ['N2', -90_000],
      ['limit', 5000],
    ]);
  });

  const veto = {
    id: 'V',
    name: '严重失信',
    basis: ['B'],
    verified: true,
    facts: { items: ['serious'], window: { type: 'validity' } },
  };

  it('lowers the grade by a veto and keeps the score', () => {
    const result = rated({ vetoes: [{ ...veto, ceiling: 'D' }] }, [fact({ itemCode: 'serious' })]);
    expect(result).toMatchObject({ scoreThousandths: 100_000, gradeCode: 'D', trace: { bandGradeCode: 'A' } });
    expect(result.trace.vetoes[0]?.facts[0]?.sourceNo).toBe('样例罚〔2025〕1号');
  });

  it('never improves a grade by a veto', () => {
    const pack = {
      vetoes: [{ ...veto, ceiling: 'C' }],
      base: { points: 10, name: '基础分', basis: ['B'], verified: true },
    };
    expect(rated(pack, [fact({ itemCode: 'serious' })]).gradeCode).toBe('D');
  });

  it('needs as many facts, and the kind of subject, as the veto says', () => {
    const subject = { if: 'subject', field: 'status', op: 'eq', value: 'active' };
    const pack = { vetoes: [{ ...veto, atLeast: 2, subject, ceiling: 'D' }] };
    const two = [fact({ itemCode: 'serious' }), fact({ id: 'f2', itemCode: 'serious' })];
    expect(rated(pack, two.slice(0, 1)).gradeCode).toBe('A');
    expect(rated(pack, two).gradeCode).toBe('D');
    expect(rated(pack, two, '2026-01-01', { ...firm, status: 'suspended' }).gradeCode).toBe('A');
  });

  it('turns round for risk scores: a veto lifts the risk, edges belong to one grade only', () => {
    const grades = [grade('low', { to: 30 }), grade('mid', { above: 30, to: 60 }), grade('high', { above: 60 })];
    const risk = { better: 'lower', grades, base: { points: 30, name: '基础分', basis: ['B'], verified: true } };
    const cases = [
      {
        name: '空',
        asOf: '2026-01-01',
        subject: { kind: 'enterprise' },
        facts: [],
        expect: { score: 30, grade: 'low' },
      },
    ];
    expect(rated({ ...risk, cases }, []).gradeCode).toBe('low');
    expect(rated({ ...risk, cases, nodes: [each('N1', ['penalty'], 0.001)] }, [fact()]).gradeCode).toBe('mid');
    expect(
      rated({ ...risk, cases, vetoes: [{ ...veto, ceiling: 'high' }] }, [fact({ itemCode: 'serious' })]).gradeCode,
    ).toBe('high');
  });
});

describe('weights', () => {
  const leaf = (id: string, weight: number, points: number) =>
    node(
      id,
      {
        measure: 'value',
        read: { take: 'count', facts: { items: [id.toLowerCase()], window: { type: 'none' } } },
        scale: { by: 'linear', start: points, per: 1, points: -points, missing: 0 },
      },
      { weight },
    );
  const thirds = [leaf('Aa', 33.34, 100), leaf('Bb', 33.33, 100), leaf('Cc', 33.33, 100)];
  const pack = {
    model: 'weighted',
    base: { points: 0, name: '基础分', basis: ['B'], verified: true },
    nodes: [
      group('G1', thirds, { weight: 33.33, combine: 'weighted' }),
      group('G2', [leaf('Dd', 100, 100)], { weight: 66.67, combine: 'weighted' }),
    ],
  };

  it('gives the full score exactly, although no single line is a whole thousandth', () => {
    const result = rated(pack, []);
    expect(result.scoreThousandths).toBe(100_000);
    expect(traceLines(result.trace.nodes).map((line) => line.points)).toEqual([11_112, 11_109, 11_109, 66_670]);
  });

  it('caps a weighted group on its own scale', () => {
    const [first, second] = pack.nodes;
    expect(score({ ...pack, nodes: [{ ...first, cap: 50 }, second] }, [])).toBe(83_335);
  });
});

describe('trees of any depth', () => {
  it('rates a chain of thirty groups', () => {
    let chain = each('L', ['penalty'], -10);
    for (let i = 0; i < 30; i++) chain = group(`G${i}`, [chain]);
    const result = rated({ nodes: [chain] }, [fact()]);
    expect(result.scoreThousandths).toBe(90_000);
    expect(traceLines(result.trace.nodes).map((line) => line.nodeId)).toEqual(['base', 'L']);
  });
});

describe('results', () => {
  it('warns of a source that is too old, on the first day that it is', () => {
    const pack = { dataAgeLimits: [{ item: 'class', maxDays: 31, required: true }] };
    const facts = [fact({ itemCode: 'class', occurredOn: '2026-01-01' })];
    expect(rated(pack, facts, '2026-02-01').trace.stale).toEqual([]);
    expect(rated(pack, facts, '2026-02-02').trace.stale).toEqual([
      { itemCode: 'class', latestOn: '2026-01-01', ageDays: 32, maxDays: 31 },
    ]);
    expect(rated(pack, [], '2026-02-02').trace.stale).toMatchObject([{ latestOn: null }]);
  });

  it('gives equal bytes for equal inputs, with a compiled pack too', () => {
    const pack = parseRatingPack(rawPack());
    const input = { subject: firm, facts: [fact({ id: 'b' }), fact({ id: 'a' })], asOf: '2026-01-01' };
    const again = { ...input, facts: [...input.facts].reverse() };
    expect(canonicalJson(rate(compilePack(pack), again))).toBe(canonicalJson(rate(pack, input)));
    const rateOne = ratingAt(compilePack(pack), input.asOf);
    rateOne(firm, []);
    expect(canonicalJson(rateOne(again.subject, again.facts))).toBe(canonicalJson(rate(pack, input)));
  });

  it('announces the true change of a removal, bounds and vetoes included', () => {
    const nodes = [{ ...each('N1', ['penalty'], -10), floor: -15 }];
    const compiled = compilePack(parseRatingPack(rawPack({ nodes })));
    const removals = factRemovals(compiled, {
      subject: firm,
      facts: [fact({ id: 'a' }), fact({ id: 'b' })],
      asOf: '2026-01-01',
    });
    expect(removals.map((one) => [one.factId, one.changeThousandths, one.gradeCode])).toEqual([
      ['a', 5000, 'A'],
      ['b', 5000, 'A'],
    ]);
  });
});

it('reads each of thousands of records a few times, not once for every other one', () => {
  let reads = 0;
  const rules = [{ when: { if: 'field', field: 'kind', op: 'eq', value: 'x' }, points: -1 }, { points: -2 }];
  const leaf = { measure: 'each', facts: { items: ['penalty'], window: { type: 'none' } }, rules };
  const facts = Array.from({ length: 300 }, (_, i) => {
    const one = fact({ id: `f${i}` });
    const fields = { kind: i % 2 ? 'x' : 'y' };
    return Object.defineProperty({ ...one }, 'fields', {
      enumerable: true,
      get: () => {
        reads += 1;
        return fields;
      },
    });
  });
  const { scoreThousandths, trace } = rated({ nodes: [node('N1', leaf)] }, facts);
  expect(scoreThousandths).toBe(100_000 - 450_000);
  expect(traceLines(trace.nodes).flatMap((line) => line.facts.map(({ points }) => points))).toHaveLength(300);
  expect(reads).toBeLessThan(300 * 20);
});
