import type { Supposition as DomainSupposition } from '#shared/domain/rating/suppose';
import { suppositionText } from '#shared/domain/rating/supposition-text';
import { Section } from '../../components/section';
import type { Simulation } from './rating-words';
import css from './simulate.module.css';
import type { CatalogueItem, Supposition } from './suppositions';

type SimulatePrintedProps = {
  readonly suppositions: readonly Supposition[];
  readonly facts: Simulation['facts'];
  readonly items: readonly CatalogueItem[];
};

/** On paper the switches are gone: there the suppositions stand as sentences. */
export function SimulatePrinted({ suppositions, facts, items }: SimulatePrintedProps) {
  const names = {
    record: (id: string) => facts.find(({ factId }) => factId === id),
    item: (code: string) => items.find((item) => item.code === code)?.name ?? code,
  };
  return (
    <div data-print="only">
      <Section title="假设" count={suppositions.length}>
        {suppositions.length === 0 ? <p>没有假设，只看日期。</p> : null}
        <ol className={css.printed}>
          {suppositions.map((supposition) => {
            const text = suppositionText(supposition as DomainSupposition, names);
            return <li key={text}>{text}</li>;
          })}
        </ol>
      </Section>
    </div>
  );
}
