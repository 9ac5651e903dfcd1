import type { IsoDate } from '../../kernel/dates';
import type { Thousandths } from '../../kernel/decimal';
import type { CompiledPack } from './compile';
import type { RatingSubject } from './condition';
import type { RatingFact } from './fact';
import { leavesOn } from './next-change';
import type { RatingResult } from './rate';
import { traceLines } from './trace';

/** What can be done about one record that costs points. */
export type Relief = {
  readonly factId: string;
  readonly label: string;
  /** What the record costs now, over all its lines. */
  readonly points: Thousandths;
  /** First day on which a repair may be applied for; null when no term is known. */
  readonly repairFrom: IsoDate | null;
  /** First day from which it counts no more by itself; null when it never leaves. */
  readonly leavesOn: IsoDate | null;
  readonly sentence: string;
};

type Rated = {
  readonly compiled: CompiledPack;
  readonly subject: RatingSubject;
  readonly facts: readonly RatingFact[];
  readonly result: RatingResult;
  /** Is the item one of misconduct? A figure of another authority cannot be repaired, only be brought up to date. */
  readonly isNegative: (itemCode: string) => boolean;
};

/**
 * For each record that costs points, the costliest first: from which day a repair may be applied for, and from which
 * day it leaves the rating by itself.
 *
 * @param repairTerms the first day of repair of a record that was determined as dishonest; undefined when it was not
 * @param today the day the sentences speak from
 * @example reliefs(rated, () => '2026-12-01', '2026-11-23')[0]?.sentence
 *   // '2026-12-01 起可以申请信用修复；不修复的，自 2027-03-06 起不再计入'
 */
export function reliefs(
  { compiled, subject, facts, result, isNegative }: Rated,
  repairTerms: (factId: string) => IsoDate | null | undefined,
  today: IsoDate,
): Relief[] {
  const worse = compiled.pack.better === 'higher' ? -1 : 1;
  const costs = new Map<string, { labels: string[]; points: number }>();
  for (const line of traceLines(result.trace.nodes))
    for (const { id, points } of line.facts) {
      const known = costs.get(id) ?? { labels: [], points: 0 };
      costs.set(id, { labels: [...known.labels, line.name], points: known.points + points });
    }
  const records = new Map(facts.map((fact) => [fact.id, fact]));
  return [...costs]
    .filter(([, { points }]) => points * worse > 0)
    .sort(([a, x], [b, y]) => (y.points - x.points) * worse || (a < b ? -1 : 1))
    .flatMap(([factId, { labels, points }]) => {
      const fact = records.get(factId);
      if (fact === undefined) return [];
      const repairFrom = repairTerms(factId) ?? null;
      const leaves = leavesOn(compiled, subject, fact, result.asOf);
      return [
        {
          factId,
          label: labels.join('、'),
          points,
          repairFrom,
          leavesOn: leaves,
          sentence: isNegative(fact.itemCode)
            ? sentenceOf(repairTerms(factId), leaves, today)
            : `不是失信记录，随该项信息更新而变${leaves === null ? '' : `；${leaves} 起不再计入`}`,
        },
      ];
    });
}

function sentenceOf(repairFrom: IsoDate | null | undefined, leaves: IsoDate | null, today: IsoDate): string {
  const byItself = leaves === null ? '没有自动移出的日期' : `自 ${leaves} 起不再计入`;
  if (repairFrom === undefined) return `${byItself}；没有登记为失信记录，修复期限无从计算`;
  if (repairFrom === null) return `不需申请修复，${byItself}`;
  const repair = repairFrom <= today ? '现在就可以申请信用修复' : `${repairFrom} 起可以申请信用修复`;
  return leaves === null ? `${repair}；不修复的，一直计入` : `${repair}；不修复的，${byItself}`;
}
