import type { Grade, RatingPack } from '#shared/domain/rating/pack';
import { useRoute } from '../../api/queries';
import type { GradeBand } from '../../components/grade-bands';

type Look = Pick<Grade, 'code' | 'name' | 'symbol'> & { readonly colour: string };

export const lookOf = ({ name, symbol, colour }: Omit<Look, 'code'>): GradeBand => ({ name, symbol, color: colour });

export const colourLabels: Record<Grade['colour'], string> = {
  green: '绿',
  blue: '蓝',
  amber: '黄',
  orange: '橙',
  red: '红',
  grey: '灰',
};

/** The look of a grade code: as this pack words it, then as the packs in force do. */
export function useGradeLooks(pack: RatingPack | null): (code: string) => GradeBand | undefined {
  const packs = useRoute('rating.list-packs', {}).data?.packs ?? [];
  const known: readonly Look[] = [...(pack?.grades ?? []), ...packs.flatMap(({ grades }) => grades)];
  return (code) => {
    const found = known.find((grade) => grade.code === code);
    return found && lookOf(found);
  };
}

/** The grades of the pack, the best first. */
export const bestFirst = (pack: RatingPack): readonly Grade[] =>
  pack.better === 'lower' ? pack.grades : pack.grades.toReversed();
