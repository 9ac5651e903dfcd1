import { dishonestyClassLabels } from '#shared/domain/dishonesty/codes';
import { DateStepsToggle } from '../../components/date-steps';
import { Facts } from '../../components/facts';
import { Unverified } from '../../components/law-side';
import { Section } from '../../components/section';
import { DueText } from '../../components/text';
import { Refusals } from './refusals';
import css from './repair.module.css';
import type { RepairFile } from './repair-words';
import { nextText } from './repairs-panel';
import { TermsSection } from './terms-section';

/** What stands in the way, the time left and the record. */
export function RepairSide({ file }: { readonly file: RepairFile }) {
  const running = file.decision === null;
  return (
    <>
      {running ? <Refusals refusals={file.refusals} nextOn={file.nextOn} /> : null}
      {running && file.decisionDueOn ? (
        <Section title="决定期限">
          <div className={css.stack}>
            <span>
              <DueText words={nextText(file)} tone={file.overdue ? 'overdue' : 'soon'} />
              {file.decisionDue.verified ? null : <Unverified />}
            </span>
            <DateStepsToggle steps={file.decisionDue.steps} estimated={file.decisionDue.estimated} />
          </div>
        </Section>
      ) : null}
      <TermsSection terms={file.terms} />
      <Section title="失信记录">
        <Facts
          columns={1}
          items={[
            { label: '失信行为', value: file.dishonesty.actText },
            { label: '程度', value: dishonestyClassLabels[file.dishonesty.class] },
            {
              label: '认定文书',
              value: file.dishonesty.documentNo,
              source: `${file.dishonesty.authority}　${file.dishonesty.decidedOn}`,
            },
            { label: '事实', value: file.dishonesty.actSummary },
          ]}
        />
      </Section>
    </>
  );
}
