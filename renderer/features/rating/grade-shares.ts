import type { RouteOutput } from '#shared/ipc/contract';
import { type Bands, toBand } from './grade-bands';
import type { RatingPacks } from './rating-words';
import type { Mover } from './run-words';

export type Distribution = RouteOutput<'rating.list'>['distribution'];

export type Share = {
  readonly code: string;
  readonly meaning: string;
  readonly band: ReturnType<typeof toBand>;
  readonly colour: string;
  readonly count: number;
  readonly percent: string;
};
export type PackShares = {
  readonly packId: string;
  readonly title: string;
  readonly total: number;
  readonly shares: readonly Share[];
};

/** A pack without a rating is left out; its grades stand in the order of the pack. */
export function sharesOf(distribution: Distribution, { packs }: Pick<Bands, 'packs'>): readonly PackShares[] {
  return packs.flatMap((pack) => {
    const own = distribution.filter(({ packId }) => packId === pack.id);
    const total = own.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return [];
    const shares = pack.grades.map((grade) => {
      const count = own.find(({ gradeCode }) => gradeCode === grade.code)?.count ?? 0;
      const percent = `${((count / total) * 100).toFixed(1)}%`;
      return { code: grade.code, meaning: grade.meaning, band: toBand(grade), colour: grade.colour, count, percent };
    });
    return [{ packId: pack.id, title: pack.title, total, shares }];
  });
}

/**
 * How the grades will be spread once the moves are approved. Null where that cannot be told: a move leaves a grade
 * that nobody holds under the pack of its kind (the kind has come under another pack).
 */
export function spreadAfter(
  distribution: Distribution,
  moves: readonly Pick<Mover, 'subjectKind' | 'from' | 'to'>[],
  packs: Pick<RatingPacks[number], 'id' | 'subjectKinds'>[],
): Distribution | null {
  const counts = new Map(distribution.map((entry) => [`${entry.packId} ${entry.gradeCode}`, { ...entry }]));
  const add = (packId: string, gradeCode: string, by: number) => {
    const key = `${packId} ${gradeCode}`;
    const entry = counts.get(key) ?? { packId, gradeCode, count: 0 };
    counts.set(key, { ...entry, count: entry.count + by });
  };
  for (const { subjectKind, from, to } of moves) {
    const pack = packs.find(({ subjectKinds }) => subjectKinds.includes(subjectKind));
    if (!pack) return null;
    if (from !== null) add(pack.id, from, -1);
    add(pack.id, to, 1);
  }
  const after = [...counts.values()];
  return after.some(({ count }) => count < 0) ? null : after.filter(({ count }) => count > 0);
}
