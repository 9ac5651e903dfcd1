import { useRoute } from '../../api/queries';
import type { GradeBand } from '../../components/pill';
import type { RatingPacks } from './rating-words';

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
