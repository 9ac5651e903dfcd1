import { Section } from '../../components/section';
import css from './plan.module.css';
import type { PlanPreview } from './plan-words';

const names = (rows: readonly { readonly code: string; readonly name: string }[]) =>
  rows.length === 0 ? '无' : `${rows.length} 户：${rows.map(({ name }) => name).join('、')}`;

/** Of a later batch: who came into the pool since the first one, who left, and what that does to the counts. */
export function PoolPanel({ pool }: { readonly pool: PlanPreview['pool'] }) {
  if (pool === null) return null;
  return (
    <Section title="名录变动" hint="与本年第一批冻结的名录相比">
      <div className={css.stack}>
        <p>本年度新纳入　{names(pool.joined)}</p>
        <p>已退出　{names(pool.left)}</p>
        {pool.strata.length === 0 ? <p>各层基数和全年应抽数没有变化。</p> : null}
        {pool.strata.map((one) => (
          <p key={one.label}>
            {one.label}：基数 {one.baseBefore} → {one.baseNow}，全年应抽 {one.yearlyBefore} → {one.yearlyNow}
          </p>
        ))}
      </div>
    </Section>
  );
}
