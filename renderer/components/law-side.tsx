import { IconScale } from '@tabler/icons-react';
import css from './law-side.module.css';

export type Clause = {
  readonly document: string;
  readonly article: string;
  /** The words of the clause; shown as a quotation. */
  readonly text?: string | undefined;
  readonly verified: boolean;
};

/** A figure that was not found in an official text says so everywhere. */
export function Unverified() {
  return <span className={css.unverified}>条文未核实</span>;
}

/** The law beside the field that it governs. */
export function LawSide({ clauses, title = '依据' }: { readonly clauses: readonly Clause[]; readonly title?: string }) {
  return (
    <section className={css.law} aria-label={title}>
      <h2 className={css.head}>
        <IconScale size={16} stroke={1.5} aria-hidden />
        {title}
      </h2>
      <ul className={css.list}>
        {clauses.map((clause) => (
          <li key={`${clause.document} ${clause.article}`} className={css.clause}>
            <span className={css.source}>
              《{clause.document.replace(/^《|》$/g, '')}》{clause.article}
            </span>
            {clause.verified ? null : <Unverified />}
            {clause.text ? <blockquote className={css.text}>{clause.text}</blockquote> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
