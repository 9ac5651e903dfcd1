import { IconCalendarCheck } from '@tabler/icons-react';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { moment } from '../../components/words';
import css from './pack.module.css';
import { type Activation, activationLabels, activationTones, dryRunWords, kindsWords, termWords } from './pack-words';

/** Who put this version in force for whom, from when, and what was known then. */
export function ActivationView({ rows }: { readonly rows: readonly Activation[] }) {
  if (rows.length === 0) return <EmptyState icon={IconCalendarCheck} sentence="这一版还没有提出过启用申请。" />;
  return (
    <Section title="启用记录" count={rows.length} flush>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">启用日期</th>
            <th scope="col">用于</th>
            <th scope="col">试运行</th>
            <th scope="col">申请</th>
            <th scope="col">决定</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={css.date}>
                {termWords(row.from, row.until)}
              </th>
              <td>{kindsWords(row.subjectKinds)}</td>
              <td>
                {dryRunWords(row.dryRun)}
                <span className={css.rowNote}>基准日 {row.dryRun.asOf}</span>
              </td>
              <td>
                {row.proposedBy}　{moment(row.proposedAt)}
                <span className={css.rowNote}>{row.note}</span>
              </td>
              <td>
                <StatePill label={activationLabels[row.state]} tone={activationTones[row.state]} />
                {row.decidedBy ? (
                  <span className={css.rowNote}>
                    {row.decidedBy}
                    <br />
                    {row.decidedOn}
                  </span>
                ) : null}
                {row.reason ? <span className={css.rowNote}>{row.reason}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
