import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import { thousands } from '../../components/words';
import { HashBox } from './hash-box';
import { Method } from './method';
import css from './plan.module.css';
import type { PlanFile } from './plan-words';
import { VerifyButton } from './verify-button';

/** Everything that anyone needs to draw again and get the same. */
export function ProofPanel({ plan }: { readonly plan: PlanFile }) {
  const { seedParts, freeze } = plan;
  return (
    <div className={css.stack}>
      <Section title="抽取证明" actions={<VerifyButton planId={plan.id} small />}>
        <div className={css.stack}>
          <HashBox
            hash={plan.listSha256}
            label={`公布的名录校验值（SHA-256），候选 ${thousands(plan.populationSize)} 户`}
          />
          <Facts
            columns={2}
            items={[
              ...(freeze
                ? [
                    { label: '名录校验值（SM3）', value: <HashText hash={freeze.listSm3} />, wide: true },
                    { label: '冻结并公布', value: <MomentText at={freeze.createdAt} /> },
                    { label: '执法人员', value: `${thousands(freeze.officers)} 名` },
                  ]
                : []),
              {
                label: '公开随机值',
                value: seedParts.publicValue,
                source: seedParts.typists ? `由${seedParts.typists}各输入一遍` : undefined,
              },
              { label: '见证人', value: seedParts.witnesses },
              ...(freeze
                ? [
                    {
                      label: '冻结时承诺的单位随机数校验值',
                      value: <HashText hash={freeze.nonceSha256} />,
                      wide: true,
                    },
                  ]
                : []),
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
      <Section title="怎样抽取" hint="每户和每名执法人员的抽取键、核验数据和核验程序见导出的年度检查计划表">
        <Method />
      </Section>
    </div>
  );
}
