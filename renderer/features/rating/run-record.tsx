import { ratingRunStateLabels } from '#shared/domain/rating/run-state';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { DateText, MomentText } from '../../components/text';
import { kindWords } from './rating-words';
import css from './run.module.css';
import { publicationOf, type RunFile } from './run-words';

/** Who made it, who decided, where it is published, and the rules that were used. */
export function RunRecord({ run }: { readonly run: RunFile }) {
  const publication = publicationOf(run);
  const decided = run.decidedOn !== null;
  return (
    <Section title="提交、审定和公示">
      <Facts
        columns={4}
        items={[
          { label: '提交人', value: run.proposedBy },
          { label: '提交时间', value: <MomentText at={run.proposedAt} /> },
          { label: '审定人', value: run.decidedBy ?? (decided ? '不需要审定' : '等待另一名人员审定') },
          { label: '审定日期', value: <DateText date={run.decidedOn} /> },
          ...(decided
            ? [
                {
                  label: '审定意见',
                  value: (
                    <span className={css.plain}>
                      {[ratingRunStateLabels[run.state], run.reason].filter(Boolean).join('：')}
                    </span>
                  ),
                  wide: true,
                },
              ]
            : []),
          ...(run.state === 'approved' && run.rated > 0
            ? [{ label: '公示', value: publication ? publication.detail : '没有登记公示', wide: true }]
            : []),
          {
            label: '使用的规则包',
            value: (
              <ul className={css.list}>
                {run.packs.map((pack) => (
                  <li key={`${pack.title} ${pack.version}`}>
                    {pack.title} 第 {pack.version} 版
                    <span className={css.quiet}>　用于{pack.kinds.map(kindWords).join('、')}</span>
                  </li>
                ))}
              </ul>
            ),
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
