import type { RouteOutput } from '#shared/ipc/contract';
import { type Bands, toBand } from '../../components/grade-bands';

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
