import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Section } from '../../components/section';
import { DecideDrawer } from './decide-form';
import css from './pack.module.css';
import { type Activation, dryRunWords, kindsWords, packLink, termWords } from './pack-words';

/** Activations that wait for a second officer, on top of everything else. */
export function OpenProposals() {
  const rows = useRoute('pack.list-activations', {}).data?.rows ?? [];
  const [deciding, setDeciding] = useState<Activation | null>(null);
  const open = rows.filter(({ state }) => state === 'proposed');
  if (open.length === 0) return null;
  return (
    <Section title="待决定的启用申请" count={open.length} hint="须由申请人以外的人员批准或者退回" flush>
      <ul className={css.proposals}>
        {open.map((activation) => (
          <li key={activation.id} className={css.proposal}>
            <div>
              <p>
                <Link to={`${packLink(activation)}/activate`}>
                  {activation.title} 第 {activation.version} 版
                </Link>
                <span className={css.beside}>
                  {termWords(activation.from, activation.until)}用于{kindsWords(activation.subjectKinds)}
                </span>
              </p>
              <p className={css.small}>
                试运行：{dryRunWords(activation.dryRun)}　{activation.proposedBy} 申请：{activation.note}
              </p>
            </div>
            <Button variant="default" size="xs" onClick={() => setDeciding(activation)}>
              批准或者退回…
            </Button>
          </li>
        ))}
      </ul>
      <DecideDrawer activation={deciding} onClose={() => setDeciding(null)} />
    </Section>
  );
}
