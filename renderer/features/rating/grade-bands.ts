import { useRoute } from '../../api/queries';
import type { GradeBand } from '../../components/pill';
import type { RatingPacks, WhyView } from './rating-words';

type Band = RatingPacks[number]['grades'][number];
export type Bands = {
  readonly packs: RatingPacks;
  readonly titleOf: (packId: string) => string;
  /** The look of a grade; without a pack the first one that knows the code. */
  readonly bandOf: (code: string, packId?: string) => GradeBand | undefined;
};

export const toBand = ({ name, symbol, colour }: Band): GradeBand => ({ name, symbol, color: colour });

/** One pack an id, of its newest version: older ones stay at hand to explain what they once rated. */
export const newestOf = (packs: RatingPacks): RatingPacks =>
  packs.filter(({ id, version }) => !packs.some((other) => other.id === id && other.version > version));

/** Names and symbols of the grades, as the packs word them. */
export function useBands(): Bands {
  const packs = newestOf(useRoute('rating.list-packs', {}).data?.packs ?? []);
  return {
    packs,
    titleOf: (packId) => packs.find(({ id }) => id === packId)?.title ?? packId,
    bandOf: (code, packId) => {
      const own = packs.filter(({ id }) => packId === undefined || id === packId);
      const found = own.flatMap(({ grades }) => grades).find((grade) => grade.code === code);
      return found && toBand(found);
    },
  };
}

/** Codes of a pack from the lowest score to the highest. A title may be followed by its version. */
export function useGradeOrder(packTitle: string): readonly string[] {
  const { packs } = useBands();
  return packs.find(({ title }) => packTitle.startsWith(title))?.grades.map(({ code }) => code) ?? [];
}

/** Where a neighbouring grade begins, and on which side of the edge it lies. */
export type GradeEdge = { readonly gradeCode: string; readonly at: number; readonly side: 'above' | 'below' };

/** The edges that a rating knows: those of its own grade. */
export function edgesOf(
  { grade, up, down, scoreThousandths }: Pick<WhyView, 'grade' | 'up' | 'down' | 'scoreThousandths'>,
  order: readonly string[],
): readonly GradeEdge[] {
  return [up, down].flatMap((step): GradeEdge[] => {
    // A veto holds the grade down: the score has passed that edge already, and how far is not told.
    if (!step || (step === up && step.distanceThousandths === 0)) return [];
    const above = order.indexOf(step.gradeCode) > order.indexOf(grade.code);
    const at = scoreThousandths + (above ? step.distanceThousandths : -step.distanceThousandths);
    return [{ gradeCode: step.gradeCode, at, side: above ? 'above' : 'below' }];
  });
}
