import { Section } from '../../components/section';
import { FactList } from './fact-list';
import type { WhyView } from './rating-words';
import css from './why.module.css';

/** What holds the grade down whatever the points say. */
export function WhyVetoes({ why, subjectId }: { readonly why: WhyView; readonly subjectId: string }) {
  if (why.vetoes.length === 0) return null;
  return (
    <Section title="否决项" count={why.vetoes.length} flush>
      <ul className={css.lines}>
        {why.vetoes.map((veto) => (
          <li key={veto.label} className={`${css.line} ${css.veto}`}>
            <p>{veto.sentence}</p>
            <p className={css.basis}>{veto.basis}</p>
            <FactList facts={veto.facts} subjectId={subjectId} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
