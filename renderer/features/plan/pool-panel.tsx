import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './plan.module.css';
import type { PlanPreview } from './plan-words';

/** More names than that are a list, and the list of reasons has them. */
const MOST_NAMES = 50;

function names(rows: readonly { readonly code: string; readonly name: string }[]): string {
  if (rows.length === 0) return '无';
  const first = rows.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = rows.length > MOST_NAMES ? ` 等，其余 ${thousands(rows.length - MOST_NAMES)} 户不逐一列出` : '';
  return `${thousands(rows.length)} 户：${first.join('、')}${more}`;
}

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
