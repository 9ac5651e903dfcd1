import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import { type RatingFact, relations } from '#shared/domain/rating/fact';
import { rate } from '#shared/domain/rating/rate';
import { fact } from './build-pack';
import {
  ASOF,
  catalogue,
  itemsFor,
  linesOf,
  loadPack,
  pick,
  randomFact,
  seeded,
  subjectOf,
  through,
  variants,
} from './shipped-packs';

const agencyV1 = loadPack('patent-agency-credit.v1');
const agencyV2 = loadPack('patent-agency-credit.v2');
const trademark = loadPack('trademark-agency-credit-pilot.v1');
const agency = subjectOf(agencyV2);

describe('patent-agency credit, second version', () => {
  it('rates an agency without agents and branches as the first version did', () => {
    const [before, after] = [compilePack(agencyV1).at(ASOF), compilePack(agencyV2).at(ASOF)];
    const items = itemsFor('patent_agency');
    const seen = new Set<string>();
    for (let seed = 1; seed <= 600; seed++) {
      const random = seeded(seed);
      const facts = Array.from({ length: random(7) }, (_, i) =>
        randomFact(pick(items, random), random, { id: `f${i}` }),
      );
      const expected = before.score(agency, facts);
      expect(after.score(agency, facts), `seed ${seed}`).toEqual(expected);
      seen.add(expected.gradeCode);
    }
    expect([...seen].sort()).toEqual(['A', 'A+', 'B', 'C', 'D']);
  });

  it('keeps the bands, the bonus cap and the formula of the first version', () => {
    const bands = (pack: typeof agencyV1) =>
      pack.grades.map(({ code, from, above, to, below }) => ({ code, from, above, to, below }));
    expect(bands(agencyV2)).toEqual(bands(agencyV1));
    expect([agencyV2.base.points, agencyV2.bonus?.cap]).toEqual([100, 10]);
  });

  it('takes a late annual report as 20 points, and as 10 when cured within a month, at a branch too', () => {
    const late = (curedOn: string | null, over: Partial<RatingFact> = {}) =>
      fact({
        itemCode: 'annual_report_late',
        occurredOn: '2026-07-06',
        fields: { reportYear: 2025, curedOn },
        ...over,
      });
    const points = (one: RatingFact) => linesOf(agencyV2, one).map((line) => line.points);
    expect(points(late(null))).toEqual([-20_000]);
    expect(points(late('2026-08-06'))).toEqual([-10_000]);
    expect(points(late('2026-08-07'))).toEqual([-20_000]);
    expect(points(late('2026-08-06', through('branches')))).toEqual([-10_000]);
  });

  it('takes no points off the agency for a penalty on its agent, but shows it', () => {
    const penalty = fact({
      itemCode: 'penalty_patent_agency',
      fields: { violationType: '样例' },
      ...through('agents'),
    });
    const lines = linesOf(agencyV2, penalty);
    expect(lines.map((line) => [line.nodeId, line.points])).toEqual([['PA-08', 0]]);
    expect(lines[0]?.facts[0]?.via).toBe('样例代理师');
  });
});

describe.each([
  ['patent-agency-credit', agencyV2],
  ['trademark-agency-credit-pilot', trademark],
] as const)('relations in %s', (_name, pack) => {
  it('counts a fact once at most, whoever it belongs to', () => {
    let read = 0;
    for (const item of catalogue.items) {
      for (const fields of variants(item)) {
        for (const over of [{}, ...relations.map(through)]) {
          const lines = linesOf(pack, fact({ itemCode: item.code, occurredOn: '2026-06-01', fields, ...over }));
          expect(lines.length, `${item.code} ${JSON.stringify(fields)}`).toBeLessThanOrEqual(1);
          read += lines.length;
        }
      }
    }
    expect(read).toBeGreaterThan(30);
  });

  it("lets a branch's fact weigh at the head office what the head office's own would", () => {
    let weighed = 0;
    for (const item of catalogue.items) {
      for (const fields of variants(item)) {
        const of = (over: Partial<RatingFact>) =>
          linesOf(pack, fact({ itemCode: item.code, occurredOn: '2026-06-01', fields, ...over })).map((line) => [
            line.nodeId,
            line.points,
          ]);
        const own = of({});
        expect(of(through('branches')), item.code).toEqual(own);
        weighed += own.filter(([, points]) => points !== 0).length;
      }
    }
    expect(weighed).toBeGreaterThan(8);
  });

  it('never adds more than ten points on top, with branches counted', () => {
    const honours = Array.from({ length: 8 }, (_, i) =>
      fact({
        id: `h${i}`,
        itemCode: 'honour',
        occurredOn: '2026-01-15',
        fields: { level: 'national', points: 9.5 },
        ...(i % 2 === 0 ? {} : through('branches')),
      }),
    );
    expect(rate(pack, { subject: subjectOf(pack), facts: honours, asOf: ASOF })).toMatchObject({
      scoreThousandths: 110_000,
      gradeCode: 'A+',
    });
  });
});

describe("an agent's act at the agency", () => {
  it.each([
    [
      'patent-agency-credit',
      agencyV2,
      'abnormal_filing_agency',
      { applications: 3, deduction: 15 },
      ['PA-01', -15_000],
    ],
    [
      'trademark-agency-credit-pilot',
      trademark,
      'trademark_agency_misconduct',
      { act: 'forged_documents' },
      ['TA-1-02', -20_000],
    ],
    ['trademark-agency-credit-pilot', trademark, 'bad_faith_trademark', {}, ['TA-1-01', -20_000]],
  ] as const)('shows exactly once in %s: %#', (_name, pack, itemCode, fields, expected) => {
    const act = fact({ itemCode, occurredOn: '2026-06-01', fields, ...through('agents') });
    expect(linesOf(pack, act).map((line) => [line.nodeId, line.points])).toEqual([expected]);
  });

  it('does not let the honours of an agent raise the agency', () => {
    const honour = fact({ itemCode: 'honour', fields: { level: 'national', points: 9 }, ...through('agents') });
    for (const pack of [agencyV2, trademark]) expect(linesOf(pack, honour)).toEqual([]);
  });
});
