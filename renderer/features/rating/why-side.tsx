import { packStatusLabels } from '#shared/domain/catalogue/labels';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { HashText, MomentText } from '../../components/text';
import type { Why } from './rating-words';
import { ScoreHistory } from './score-history';
import { WhyEntails } from './why-entails';
import { WhyNear } from './why-near';
import { WhyReferences } from './why-references';
import { WhyReliefs } from './why-reliefs';

const statuses: Readonly<Record<string, string>> = packStatusLabels;

/** The way to the next grade, what can be mended, the scores over time, what the grade brings, and the rules. */
export function WhySide({ why }: { readonly why: Why }) {
  const { rating, batch } = why;
  const today = useToday();
  return (
    <>
      <WhyNear up={why.up} down={why.down} />
      <WhyReliefs reliefs={why.reliefs} subjectId={rating.subjectId} today={today} />
      <ScoreHistory why={why} />
      <WhyEntails entails={why.entails} grade={why.grade} />
      <WhyReferences references={why.references} />
      <Section title="这次评价">
        <Facts
          columns={1}
          items={[
            { label: '规则包', value: why.packTitle },
            { label: '编号和版本', value: `${rating.packId} 第 ${rating.packVersion} 版` },
            { label: '性质', value: statuses[why.packStatus] ?? why.packStatus },
            { label: 'SHA-256', value: <HashText hash={why.packSha256} /> },
            { label: '评价时间', value: <MomentText at={rating.createdAt} /> },
            ...(batch
              ? [
                  { label: '提交人', value: batch.proposedBy },
                  ...(batch.decidedBy === null
                    ? []
                    : [{ label: '审定', value: `${batch.decidedBy}　${batch.decidedOn ?? ''}` }]),
                ]
              : []),
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
