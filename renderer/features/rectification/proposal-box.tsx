import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import { Section } from '../../components/section';
import { QueryError } from '../../components/state-panels';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

type Proposal = RouteOutput<'rectification.list-proposals'>['proposals'][number];

const STATES: Record<Proposal['state'], string> = { open: '等待决定', accepted: '已同意', dismissed: '不同意' };
const basisText = (basis: string, verified: boolean) => (verified ? basis : `${basis}（未核实）`);

/** What the rules suggest for a late order; officers propose and decide, the program does neither. */
export function ProposalBox({ file }: { readonly file: RectificationFile }) {
  const { data, error } = useRoute('rectification.list-proposals', { id: file.id });
  const propose = useAction('rectification.propose', { done: () => '已提出转处理，等待另一名人员决定' });
  const [deciding, setDeciding] = useState<Proposal | null>(null);
  if (error) return <QueryError error={error} />;
  if (!data || data.candidates.length + data.proposals.length === 0) return null;
  const waiting = data.proposals.some(({ state }) => state === 'open');
  return (
    <Section title="转处理建议">
      <div className={css.stack}>
        {data.candidates.map(({ rule, label, why, basis, verified }) => (
          <div key={rule} className={css.stack}>
            <Facts
              columns={1}
              items={[
                { label: '符合规则', value: label },
                { label: '情况', value: why },
                { label: '依据', value: basisText(basis, verified) },
              ]}
            />
            <div>
              <Button
                variant="default"
                disabled={waiting}
                loading={propose.busy}
                onClick={() => void propose.run({ id: file.id, rule })}
              >
                提出转处理
              </Button>
            </div>
          </div>
        ))}
        {propose.error ? <p role="alert">{propose.error.message}</p> : null}
        {data.proposals.map((one) => (
          <div key={one.id} className={css.stack}>
            <Facts
              columns={1}
              items={[
                { label: '转处理建议', value: `${one.label}（${STATES[one.state]}）` },
                { label: '情况', value: one.why },
                { label: '依据', value: basisText(one.basis, one.verified) },
                { label: '提出', value: `${one.proposedBy}　${one.proposedOn}` },
                ...(one.decidedBy
                  ? [{ label: '决定', value: `${one.decidedBy}　${one.decidedOn}　${one.reason ?? ''}` }]
                  : []),
              ]}
            />
            {one.state === 'open' ? (
              <div>
                <Button onClick={() => setDeciding(one)}>决定是否转处理</Button>
              </div>
            ) : null}
          </div>
        ))}
      </div>
      {deciding ? <DecideForm proposal={deciding} file={file} onClose={() => setDeciding(null)} /> : null}
    </Section>
  );
}

type DecideProps = { readonly proposal: Proposal; readonly file: RectificationFile; readonly onClose: () => void };

function DecideForm({ proposal, file, onClose }: DecideProps) {
  const today = useToday();
  const form = useForm<{ decision: 'accept' | 'dismiss' | null; officerId: string | null; reason: string }>({
    initialValues: { decision: null, officerId: null, reason: '' },
  });
  const decide = useAction('rectification.decide-proposal', {
    form,
    done: (_output, { decision }) => `${file.no} ${decision === 'accept' ? '已转处理' : '不转处理，继续整改'}`,
    onDone: onClose,
  });
  const { decision, officerId, reason } = form.values;
  const submit = () => {
    const filled = requireFields(form, {
      decision: [decision ?? '', '请选择决定'],
      officerId: [officerId ?? '', '请选择决定人'],
      reason: [reason, '请写明理由'],
    });
    if (filled && decision && officerId) void decide.run({ id: proposal.id, decision, officerId, reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="决定是否转处理"
      intro={`${proposal.label}：${proposal.why}。同意后这件整改转办案机构处理并结束。`}
      submit="登记决定"
      busy={decide.busy}
      error={decide.error}
      onSubmit={submit}
    >
      <Select
        label="决定"
        required
        data={[
          { value: 'accept', label: '同意转处理' },
          { value: 'dismiss', label: '不同意，继续整改' },
        ]}
        value={decision}
        error={form.errors['decision']}
        onChange={(value) => form.setFieldValue('decision', value === 'accept' || value === 'dismiss' ? value : null)}
      />
      <OfficerField
        label="决定人"
        on={today}
        subjectId={file.subjectId}
        refuse={{ id: proposal.proposedById, why: '是提出人' }}
        value={officerId}
        error={form.errors['officerId']}
        onChange={(value) => form.setFieldValue('officerId', value)}
      />
      <Textarea label="理由" required autosize minRows={3} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
