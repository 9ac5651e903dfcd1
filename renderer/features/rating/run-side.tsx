import { ratingRunStateLabels } from '#shared/domain/rating/run-state';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { DateText, MomentText } from '../../components/text';
import rating from './rating.module.css';
import { kindWords } from './rating-words';
import css from './run.module.css';
import { publicationOf, type RunFile } from './run-words';

/** Who made it, who decided, where it is published, and the rules that were used. */
export function RunSide({ run }: { readonly run: RunFile }) {
  const publication = publicationOf(run);
  const decided = run.decidedOn !== null;
  return (
    <>
      <Section title="提交和审定">
        <Facts
          columns={1}
          items={[
            { label: '提交人', value: run.proposedBy },
            { label: '提交时间', value: <MomentText at={run.proposedAt} /> },
            ...(decided
              ? [
                  { label: '审定人', value: run.decidedBy },
                  { label: '审定日期', value: <DateText date={run.decidedOn} /> },
                  {
                    label: '审定意见',
                    value: (
                      <span className={css.plain}>
                        {[ratingRunStateLabels[run.state], run.reason].filter(Boolean).join('：')}
                      </span>
                    ),
                  },
                ]
              : [
                  {
                    label: '审定',
                    value: run.state === 'proposed' ? '等待另一名人员审定' : ratingRunStateLabels[run.state],
                  },
                ]),
          ]}
        />
      </Section>
      {run.state === 'approved' ? (
        <Section title="公示">
          <p className={publication ? css.plain : css.quiet}>{publication ? publication.detail : '没有登记公示。'}</p>
        </Section>
      ) : null}
      <Section title="使用的规则包" flush>
        <ul className={`${rating.packs} ${rating.bare}`}>
          {run.packs.map((pack) => (
            <li key={`${pack.title} ${pack.version}`} className={rating.pack}>
              <span>
                {pack.title} 第 {pack.version} 版
              </span>
              <span className={rating.packDetail}>用于{pack.kinds.map(kindWords).join('、')}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
