import { IconBan } from '@tabler/icons-react';
import type { RatingPack, Veto } from '#shared/domain/rating/pack';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import type { Catalogue } from './catalogue-fields';
import { conditionWords } from './condition-words';
import { lookOf } from './grade-look';
import { selectionWords } from './leaf-words';
import css from './pack.module.css';
import { RuleGround } from './rule-ground';

type VetoViewProps = { readonly pack: RatingPack; readonly catalogue: Catalogue };

/** What holds the grade down whatever the points say. */
export function VetoView({ pack, catalogue }: VetoViewProps) {
  if (pack.vetoes.length === 0) return <EmptyState icon={IconBan} sentence="这个规则包没有否决项，等级只看得分。" />;
  return (
    <Section title="否决项" count={pack.vetoes.length} hint="符合其中一项，等级就不高于所列的等级" flush>
      <ul className={css.rows}>
        {pack.vetoes.map((veto) => {
          const ceiling = pack.grades.find(({ code }) => code === veto.ceiling);
          return (
            <li key={veto.id} className={css.veto}>
              <div>
                <h4>{veto.name}</h4>
                <p className={css.reads}>{vetoWords(veto, catalogue)}</p>
                <RuleGround pack={pack} rule={veto} />
              </div>
              <div className={css.ceiling}>
                <span className={css.small}>等级不高于</span>
                <GradePill code={veto.ceiling} band={ceiling && lookOf(ceiling)} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function vetoWords({ subject, facts, atLeast }: Veto, catalogue: Catalogue): string {
  return [
    ...(facts === undefined
      ? []
      : [`有${selectionWords(facts, catalogue)}${atLeast > 1 ? `，达到 ${atLeast} 条` : ''}`]),
    ...(subject === undefined ? [] : [conditionWords(subject, [])]),
  ].join('，并且');
}
