import { packStatusLabels } from '#shared/domain/catalogue/labels';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { HashText, MomentText, PointsText } from '../../components/text';
import { RatingHistory } from './rating-history';
import type { Why } from './rating-words';
import css from './why.module.css';

const statuses: Readonly<Record<string, string>> = packStatusLabels;

/** Distance to the neighbouring grades, what cost most, the rules, and the earlier ratings. */
export function WhySide({ why }: { readonly why: Why }) {
  const { rating } = why;
  return (
    <>
      <Section title="距上下一级">
        <ul className={css.near}>
          <li className={css.spaced}>{why.up?.sentence ?? '已是最高等级'}</li>
          <li className={css.spaced}>{why.down?.sentence ?? '已是最低等级'}</li>
        </ul>
      </Section>
      <Section title="扣分最多的记录" count={why.costliest.length}>
        {why.costliest.length === 0 ? (
          <p className={css.quiet}>没有扣分的记录。</p>
        ) : (
          <ol className={css.near}>
            {why.costliest.map((fact) => (
              <li key={fact.factId} className={`${css.cost} ${css.spaced}`}>
                <span className={css.costlyLabel}>{fact.label}</span>
                <PointsText value={fact.pointsThousandths} signed />
                <span className={css.costlySource}>
                  {[fact.occurredOn, fact.sourceOrg, fact.sourceNo].filter(Boolean).join('　')}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
      <RatingHistory subjectId={rating.subjectId} current={rating.id} />
      <Section title="使用的规则包">
        <Facts
          columns={1}
          items={[
            { label: '名称', value: why.packTitle },
            { label: '编号和版本', value: `${rating.packId} 第 ${rating.packVersion} 版` },
            { label: '性质', value: statuses[why.packStatus] ?? why.packStatus },
            { label: 'SHA-256', value: <HashText hash={why.packSha256} /> },
            { label: '评价时间', value: <MomentText at={rating.createdAt} /> },
            {
              label: '复算',
              value: why.recomputes
                ? '用存下的记录和规则包重新计算，逐字节一致。'
                : '用存下的记录和规则包重新计算，结果不同；请到“设置”核验存储。',
            },
          ]}
        />
      </Section>
    </>
  );
}
