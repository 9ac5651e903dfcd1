import { IconChecklist } from '@tabler/icons-react';
import type { PackCase, RatingPack } from '#shared/domain/rating/pack';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { type Catalogue, fieldsOf, itemName, valueWords } from './catalogue-fields';
import css from './pack.module.css';
import { type Check, kindWords, relationLabels } from './pack-words';

type CaseViewProps = { readonly pack: RatingPack; readonly check: Check; readonly catalogue: Catalogue };

/** The pack's own worked examples, and whether it still reproduces them. */
export function CaseView({ pack, check, catalogue }: CaseViewProps) {
  const failed = check.cases.filter(({ passed }) => !passed).length;
  if (pack.cases.length === 0)
    return <EmptyState icon={IconChecklist} sentence="还没有验证用例；至少要有一个，规则包才能定稿。" />;
  const ordered = pack.cases
    .map((one) => ({ one, outcome: check.cases.find(({ name }) => name === one.name) }))
    .toSorted((a, b) => Number(a.outcome?.passed ?? true) - Number(b.outcome?.passed ?? true));
  return (
    <Section
      title="验证用例"
      count={pack.cases.length}
      hint={failed > 0 ? `${failed} 个未通过，这个规则包不能启用` : '全部通过'}
      flush
    >
      <ul className={css.rows}>
        {ordered.map(({ one, outcome }) => (
          <li key={one.name} className={css.case}>
            <div>
              <h4>{one.name}</h4>
              <p className={css.reads}>{caseWords(one, catalogue)}</p>
              {outcome && !outcome.passed ? <p className={css.failed}>{outcome.sentence}</p> : null}
            </div>
            {outcome === undefined ? (
              <StatePill label="未验证" tone="waiting" />
            ) : outcome.passed ? (
              <StatePill label="已通过" tone="done" />
            ) : (
              <StatePill label="未通过" tone="grave" />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function caseWords(one: PackCase, catalogue: Catalogue): string {
  const facts = one.facts.map(({ item, occurredOn, fields, via }) => {
    const known = fieldsOf(catalogue, [item]);
    const said = Object.entries(fields ?? {})
      .filter(([, value]) => value !== null && value !== '')
      .map(([key, value]) => {
        const field = known.find((candidate) => candidate.key === key);
        return `${field?.label ?? key} ${valueWords(field, value ?? undefined)}`;
      })
      .join('，');
    const whose = via === undefined ? '' : `${relationLabels[via]}的`;
    return `${occurredOn} ${whose}${itemName(catalogue, item)}${said === '' ? '' : `（${said}）`}`;
  });
  const { score, grade } = one.expect;
  return `${kindWords(one.subject.kind)}，评价日 ${one.asOf}，${facts.length === 0 ? '没有记录' : facts.join('；')}。应得 ${score} 分、${grade} 级。`;
}
