import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingFact } from '#shared/domain/rating/fact';
import { moveCauses, type RatingBasis } from '#shared/domain/rating/move-cause';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { addDays } from '#shared/kernel/dates';
import { each, fact, firm, rawPack } from './build-pack';
import { ITEMS, randomFacts, randomPack, seeded } from './random-pack';

const pack = (points: number, version = 1) =>
  compilePack(
    parseRatingPack(rawPack({ version, nodes: [each('N1', ['penalty'], points, { type: 'rolling', years: 1 })] })),
  );
const basis = (over: Partial<RatingBasis> = {}): RatingBasis => ({
  compiled: pack(-15),
  subject: firm,
  facts: [fact({ occurredOn: '2026-01-10', sourceNo: '甲〔2026〕1号' })],
  asOf: '2026-06-30',
  ...over,
});

describe('why a rating differs from the one before', () => {
  it('adds its parts up to the change, whatever happened in between', () => {
    let seen = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const before: RatingBasis = {
        compiled: compilePack(randomPack(seeded(seed), true)),
        subject: firm,
        facts: randomFacts(random, [...ITEMS, 'good']),
        asOf: addDays('2025-01-01', random(300)),
      };
      const changed = before.facts.flatMap((one): RatingFact[] => {
        const chance = random(5);
        if (chance === 0) return [];
        if (chance === 1) return [{ ...one, state: 'withdrawn', repairedOn: '2026-02-01' }];
        if (chance === 2) return [{ ...one, fields: { n: random(40) / 8 } }];
        return [one];
      });
      const added = randomFacts(random, ITEMS).map((one) => ({ ...one, id: `new-${one.id}` }));
      const after: RatingBasis = {
        compiled: random(2) === 0 ? before.compiled : compilePack(randomPack(seeded(151 - seed), true)),
        subject: firm,
        facts: [...added, ...changed],
        asOf: '2026-06-30',
      };
      const score = (of: RatingBasis) => of.compiled.at(of.asOf).score(of.subject, of.facts);
      const causes = moveCauses(before, after);
      seen += causes.length;
      const sum = causes.reduce((total, cause) => total + cause.deltaThousandths, 0);
      expect(sum, `seed ${seed}`).toBe(score(after).scoreThousandths - score(before).scoreThousandths);
      if (causes.length > 0) {
        expect(causes[0]?.fromGrade, `seed ${seed}`).toBe(score(before).gradeCode);
        expect(causes.at(-1)?.toGrade, `seed ${seed}`).toBe(score(after).gradeCode);
      }
    }
    expect(seen).toBeGreaterThan(150);
  });

  it('tells a window that passed from a repair, a repair from a new record, and names the record', () => {
    const old = basis().facts[0] as RatingFact;
    const kinds = (after: Partial<RatingBasis>) =>
      moveCauses(basis(), basis(after)).map(({ kind, sentence }) => [kind, sentence]);
    expect(kinds({ asOf: '2027-01-11' })).toEqual([
      ['window', '记录到期或移出统计期（2026-01-10 甲〔2026〕1号），增 15 分'],
    ]);
    expect(kinds({ facts: [{ ...old, state: 'repaired', repairedOn: '2026-06-01' }] })).toEqual([
      ['repaired', '信用修复（2026-01-10 甲〔2026〕1号），增 15 分'],
    ]);
    const fresh = fact({ id: 'f2', occurredOn: '2026-05-05', sourceNo: '' });
    expect(kinds({ facts: [old, fresh] })).toEqual([['new', '新增记录（2026-05-05），减 15 分']]);
    expect(kinds({ compiled: pack(-20, 2) })).toEqual([
      ['pack', '改用规则（测试规则第 1 版 → 测试规则第 2 版），减 5 分'],
    ]);
    expect(kinds({ asOf: '2026-07-01' })).toEqual([]);
    // a rating that looks back knows records of days to come; on their day they are new, not a window that passed
    const foreseen = moveCauses(basis({ facts: [old, { ...fresh, occurredOn: '2026-07-05' }] }), {
      ...basis({ facts: [old, { ...fresh, occurredOn: '2026-07-05' }] }),
      asOf: '2026-07-06',
    });
    expect(foreseen.map(({ kind }) => kind)).toEqual(['new']);
  });
});
