import { useRoute } from '../../api/queries';
import { FilterChips } from '../../components/filter-chips';
import { useBands } from '../../components/grade-bands';

type GradeChipsProps = { readonly value: string; readonly onChange: (grade: string) => void };

/** The grades that the office has given, the best first, with the counts of the whole office. */
export function GradeChips({ value, onChange }: GradeChipsProps) {
  const given = useRoute('today.get', {}).data?.grades ?? [];
  const { packs, nameOf } = useBands();
  const countOf = (code: string) =>
    given.filter(({ gradeCode }) => gradeCode === code).reduce((sum, { count }) => sum + count, 0);
  // The pack with the finest scale gives the order.
  const scales = packs.map(({ grades }) => grades.map(({ code }) => code)).toSorted((a, b) => b.length - a.length);
  const codes = [...new Set(scales.flatMap((scale) => scale.toReversed()))];
  const used = codes.filter((code) => countOf(code) > 0 || code === value);
  if (used.length === 0) return null;
  return (
    <FilterChips
      label="按信用等级"
      value={value}
      onChange={onChange}
      chips={[
        { value: '', label: '全部等级' },
        ...used.map((code) => ({
          value: code,
          label: nameOf(code),
          count: countOf(code),
        })),
      ]}
    />
  );
}
