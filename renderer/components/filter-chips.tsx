import css from './filter-chips.module.css';
import { thousands } from './words';

type Chip<T extends string> = { readonly value: T; readonly label: string; readonly count?: number | undefined };
type FilterChipsProps<T extends string> = {
  /** What the chips choose, for a screen reader. */
  readonly label: string;
  readonly chips: readonly Chip<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
};

/** Saved filters of a list, one at a time. */
export function FilterChips<T extends string>({ label, chips, value, onChange }: FilterChipsProps<T>) {
  return (
    <fieldset className={css.chips} aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={chip.value === value}
          className={`${css.chip} ${chip.value === value ? css.on : ''}`}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
          {chip.count === undefined ? null : <span className={css.count}>{thousands(chip.count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
