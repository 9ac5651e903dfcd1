import { useToday } from '../../api/today';
import { DateSteps } from '../../components/date-steps';
import { Unverified } from '../../components/law-side';
import { Section } from '../../components/section';
import css from './repair.module.css';
import type { RepairTerms } from './repair-words';
import { TermBar } from './term-bar';

/** Both dates, explained step by step, and the rule they come from. */
export function TermsSection({ terms }: { readonly terms: RepairTerms }) {
  const today = useToday();
  return (
    <Section title="修复时间怎么算的" hint={terms.automatic ? '到期自动停止，无需申请' : undefined}>
      <TermBar terms={terms} today={today} />
      <div className={css.stack}>
        <DateSteps steps={terms.steps} estimated={terms.estimated} />
        <p className={css.none}>
          {terms.packTitle}，第 {terms.packVersion} 版{terms.verified ? null : <Unverified />}
        </p>
      </div>
    </Section>
  );
}
