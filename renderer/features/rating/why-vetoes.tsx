import { Section } from '../../components/section';
import { FactList } from './fact-list';
import type { Why } from './rating-words';
import css from './why.module.css';

/** What holds the grade down whatever the points say. */
export function WhyVetoes({ why }: { readonly why: Why }) {
  if (why.vetoes.length === 0) return null;
  return (
    <Section title="否决项" count={why.vetoes.length} flush>
      <ul className={css.lines}>
        {why.vetoes.map((veto) => (
          <li key={veto.label} className={`${css.line} ${css.veto}`}>
            <p>{veto.sentence}</p>
            <p className={css.basis}>{veto.basis}</p>
            <FactList facts={veto.facts} subjectId={why.rating.subjectId} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
