import { thousands } from '../../components/words';
import css from './import.module.css';

type Count = { readonly label: string; readonly value: number; readonly tone?: 'warn' | undefined };

/** The figures of an import in one line. */
export function Counts({ items }: { readonly items: readonly Count[] }) {
  return (
    <dl className={css.counts}>
      {items.map(({ label, value, tone }) => (
        <div key={label} className={css.count}>
          <dt>{label}</dt>
          <dd className={tone === 'warn' ? css.warn : undefined}>{thousands(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
