import { type SubjectKind, subjectKindLabels, subjectKinds } from '#shared/domain/subject/subject';
import { useRoute } from '../../api/queries';
import { FilterChips } from '../../components/filter-chips';
import css from './subject-filters.module.css';

export type KindFilter = SubjectKind | 'all';

type SubjectFiltersProps = {
  readonly kind: KindFilter;
  readonly onKind: (kind: KindFilter) => void;
  readonly grade: string;
  readonly onGrade: (grade: string) => void;
  /** Counts under the present search. */
  readonly byKind: Readonly<Record<string, number>> | undefined;
};

/** Chips by kind and by grade; kinds that the office has none of are left out. */
export function SubjectFilters({ kind, onKind, grade, onGrade, byKind = {} }: SubjectFiltersProps) {
  const today = useRoute('today.get', {}).data;
  const packs = useRoute('rating.list-packs', {}).data?.packs ?? [];
  const codes = [...new Set(packs.flatMap((pack) => pack.grades.map(({ code }) => code)))];
  const countOf = (code: string) =>
    (today?.grades ?? []).filter(({ gradeCode }) => gradeCode === code).reduce((sum, { count }) => sum + count, 0);
  const used = codes.filter((code) => countOf(code) > 0 || code === grade);
  const kinds = subjectKinds.filter((code) => (byKind[code] ?? 0) > 0 || code === kind);
  const all = Object.values(byKind).reduce((sum, count) => sum + count, 0);
  return (
    <div className={css.filters}>
      <FilterChips<KindFilter>
        label="按类型"
        value={kind}
        onChange={onKind}
        chips={[
          { value: 'all', label: '全部', count: all },
          ...kinds.map((code) => ({ value: code, label: subjectKindLabels[code], count: byKind[code] ?? 0 })),
        ]}
      />
      {used.length > 0 ? (
        <FilterChips
          label="按信用等级"
          value={grade}
          onChange={onGrade}
          chips={[
            { value: '', label: '全部等级' },
            ...used.map((code) => ({
              value: code,
              label: /^[A-Z]\+?$/.test(code) ? `${code} 级` : code,
              count: countOf(code),
            })),
          ]}
        />
      ) : null}
    </div>
  );
}
