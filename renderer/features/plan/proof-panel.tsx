import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import { thousands } from '../../components/words';
import { Method } from './method';
import css from './plan.module.css';
import type { PlanFile } from './plan-words';
import { VerifyButton } from './verify-button';

/** Everything that anyone needs to draw again and get the same. */
export function ProofPanel({ plan }: { readonly plan: PlanFile }) {
  const { seedParts } = plan;
  return (
    <div className={css.stack}>
      <Section title="抽取证明" actions={<VerifyButton planId={plan.id} small />}>
        <div className={css.stack}>
          <div className={css.hashBox}>
            <p className={css.hashLabel}>候选名录校验值（SHA-256），{thousands(plan.populationSize)} 户</p>
            <HashText hash={plan.populationSha256} large />
          </div>
          <Facts
            columns={2}
            items={[
              { label: '公开随机值', value: seedParts.publicValue },
              { label: '见证人', value: seedParts.witnesses },
              { label: '单位随机数', value: <HashText hash={seedParts.officeNonce} />, wide: true },
              {
                label: '种子＝SHA-256（名录校验值|公开随机值|单位随机数）',
                value: <HashText hash={plan.seed} />,
                wide: true,
              },
              { label: '算法', value: `第 ${plan.algorithm} 版，HMAC-SHA-256` },
              { label: '抽取时间', value: <MomentText at={plan.createdAt} /> },
            ]}
          />
        </div>
      </Section>
      <Section title="怎样抽取" hint="候选名录和每户的抽取键见导出的年度检查计划表">
        <Method />
      </Section>
    </div>
  );
}
