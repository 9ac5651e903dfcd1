import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type SubjectKind, subjectKindLabels, subjectKinds } from '#shared/domain/subject/subject';
import { FilterChips } from '../../components/filter-chips';
import { thousands } from '../../components/words';
import css from './kind-chips.module.css';

export type KindFilter = SubjectKind | 'all';

/** So many kinds stand in the row, the most frequent first; the rest are one button away. */
const SHOWN = 6;

type KindChipsProps = {
  readonly value: KindFilter;
  readonly onChange: (kind: KindFilter) => void;
  /** Counts under the present search. */
  readonly byKind: Readonly<Record<string, number>> | undefined;
};

export function KindChips({ value, onChange, byKind = {} }: KindChipsProps) {
  const countOf = (kind: SubjectKind) => byKind[kind] ?? 0;
  const present = subjectKinds
    .filter((kind) => countOf(kind) > 0 || kind === value)
    .toSorted((a, b) => countOf(b) - countOf(a));
  const chosen = value !== 'all' && present.indexOf(value) >= SHOWN ? [value] : [];
  const shown = [...present.slice(0, SHOWN - chosen.length), ...chosen];
  const rest = present.filter((kind) => !shown.includes(kind));
  const all = Object.values(byKind).reduce((sum, count) => sum + count, 0);
  return (
    <div className={css.row}>
      <FilterChips<KindFilter>
        label="按类型"
        value={value}
        onChange={onChange}
        chips={[
          { value: 'all', label: '全部', count: all },
          ...shown.map((kind) => ({ value: kind, label: subjectKindLabels[kind], count: countOf(kind) })),
        ]}
      />
      {rest.length > 0 ? (
        <Menu>
          <Menu.Target>
            <Button
              className={css.more ?? ''}
              variant="subtle"
              size="compact-sm"
              rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
            >
              其他类型
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((kind) => (
              <Menu.Item key={kind} rightSection={thousands(countOf(kind))} onClick={() => onChange(kind)}>
                {subjectKindLabels[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
