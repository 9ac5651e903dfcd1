import type { CSSProperties, ReactNode } from 'react';
import css from './facts.module.css';

export type Fact = {
  readonly label: string;
  /** null and '' are shown as 未填写. */
  readonly value: ReactNode;
  /** Where it comes from, under the value. */
  readonly source?: string | undefined;
  /** Takes a line of its own. */
  readonly wide?: boolean;
};

/** Labels above values in columns; for what is read, not edited. */
export function Facts({ items, columns = 3 }: { readonly items: readonly Fact[]; readonly columns?: 1 | 2 | 3 | 4 }) {
  return (
    <dl className={css.facts} style={{ '--columns': columns } as CSSProperties}>
      {items.map((item) => (
        <div key={item.label} className={item.wide ? css.wide : undefined}>
          <dt>{item.label}</dt>
          <dd>{item.value === null || item.value === '' ? <span className={css.none}>未填写</span> : item.value}</dd>
          {item.source ? <dd className={css.source}>{item.source}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
