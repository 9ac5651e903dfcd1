import { Section } from '../../components/section';
import { DateText } from '../../components/text';
import type { WhyView } from './rating-words';
import css from './why.module.css';

/** Other offices' records: known, not adopted, so they do not count. */
export function WhyReferences({ references }: { readonly references: WhyView['references'] }) {
  if (references.length === 0) return null;
  return (
    <Section title="其他单位的记录" count={references.length} hint="不计入" flush>
      <ul className={css.lines}>
        {references.map((reference) => (
          <li key={reference.factId} className={`${css.line} ${css.reference}`}>
            <DateText date={reference.occurredOn} />
            <span>{reference.itemName}</span>
            <span className={css.basis}>{reference.office}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
