import { thousands } from '../words';
import css from './import.module.css';

type Count = { readonly label: string; readonly value: number; readonly tone?: 'warn' | undefined };

type CountsProps = {
  readonly items: readonly Count[];
  /** Inside a card, without a frame of its own. */
  readonly bare?: boolean;
};

/** The figures of an import in one line. */
export function Counts({ items, bare = false }: CountsProps) {
  return (
    <dl className={`${css.counts} ${bare ? css.bare : ''}`}>
      {items.map(({ label, value, tone }) => (
        <div key={label} className={css.count}>
          <dt>{label}</dt>
          <dd className={tone === 'warn' ? css.warn : undefined}>{thousands(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
