import type { RatingSubject } from '#shared/domain/rating/condition';
import type { RatingFact } from '#shared/domain/rating/fact';
import type { Leaf } from '#shared/domain/rating/leaf';

/** A pack as it would stand in a file, so that tests can spoil any part of it. */
// biome-ignore lint/suspicious/noExplicitAny: raw JSON on purpose
export type RawPack = Record<string, any>;

const grounded = { basis: ['B'], verified: true };

export function rawPack(over: RawPack = {}): RawPack {
  return {
    format: 1,
    id: 'test-pack',
    version: 1,
    title: '测试规则',
    place: '样例市',
    issuer: '样例局',
    status: 'office',
    notice: null,
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    subjectKinds: ['enterprise'],
    catalogue: 'test-catalogue',
    bases: [{ id: 'B', document: '《测试办法》', number: null, article: '第一条', from: '2020-01-01', to: null }],
    model: 'points',
    base: { points: 100, name: '基础分', ...grounded },
    nodes: [each('N1', ['penalty'], -10)],
    bonus: null,
    vetoes: [],
    grades: [grade('D', { below: 60 }), grade('C', { from: 60, below: 90 }), grade('A', { from: 90 })],
    dataAgeLimits: [],
    cases: [
      {
        name: '空',
        asOf: '2026-01-01',
        subject: { kind: 'enterprise' },
        facts: [],
        expect: { score: 100, grade: 'A' },
      },
    ],
    ...over,
  };
}

export function grade(code: string, interval: RawPack): RawPack {
  const sampling = { ratioPercent: 10, visitsPerYear: 1, text: '按计划', ...grounded };
  return {
    code,
    name: `${code} 级`,
    ...interval,
    colour: 'grey',
    symbol: '○',
    meaning: '测试',
    ...grounded,
    entails: { sampling, inspectionKinds: [], measures: [], incentives: [], warningLetter: null },
  };
}

export function each(id: string, items: string[], points: number, window: RawPack = { type: 'none' }): RawPack {
  return node(id, { measure: 'each', facts: { items, window }, rules: [{ points }] } as unknown as Leaf);
}

export function node(id: string, leaf: unknown, over: RawPack = {}): RawPack {
  return { id, name: `指标${id}`, ...grounded, leaf, ...over };
}

export function group(id: string, children: RawPack[], over: RawPack = {}): RawPack {
  return { id, name: `组${id}`, ...grounded, children, ...over };
}

export const firm: RatingSubject = { id: 's1', kind: 'enterprise', status: 'active', tags: [] };

export function fact(over: Partial<RatingFact> = {}): RatingFact {
  const occurredOn = over.occurredOn ?? '2025-06-01';
  return {
    id: 'f1',
    itemCode: 'penalty',
    occurredOn,
    validFrom: occurredOn,
    validTo: null,
    state: 'active',
    repairedOn: null,
    fields: {},
    sourceOrg: '样例局',
    sourceNo: '样例罚〔2025〕1号',
    ...over,
  };
}
