import { Facts } from '../../components/facts';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { moment } from '../../components/words';
import { ActivationView } from './activation-view';
import { DecideForm } from './decide-form';
import { type Activation, dryRunWords, kindsWords, termWords } from './pack-words';

type DecideStepProps = { readonly waiting: readonly Activation[]; readonly decided: readonly Activation[] };

/** Step 4: what was proposed at the right, the decision of another officer at the left. */
export function DecideStep({ waiting, decided }: DecideStepProps) {
  return (
    <>
      {waiting.map((activation) => (
        <Columns
          key={activation.id}
          main={
            <Section title="决定启用申请" hint="须由申请人以外的人员决定">
              <DecideForm activation={activation} />
            </Section>
          }
          side={
            <Section title="申请的内容">
              <Facts
                columns={1}
                items={[
                  { label: '启用日期', value: termWords(activation.from, activation.until) },
                  { label: '用于', value: kindsWords(activation.subjectKinds) },
                  {
                    label: '试运行',
                    value: dryRunWords(activation.dryRun),
                    source: `基准日 ${activation.dryRun.asOf}`,
                  },
                  {
                    label: '申请人',
                    value: activation.proposedBy,
                    source: moment(activation.proposedAt),
                  },
                  { label: '理由', value: activation.note },
                ]}
              />
            </Section>
          }
        />
      ))}
      {decided.length > 0 ? <ActivationView rows={decided} /> : null}
    </>
  );
}
