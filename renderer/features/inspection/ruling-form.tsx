import { Button, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type AvoidanceRuling, rulingLabels, rulingOutcomeLabels } from '#shared/domain/inspection/site-acts';
import { useAction } from '../../api/queries';
import { Facts } from '../../components/facts';
import { FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import { type InspectionFile, momentOf, timeText } from './inspection-words';
import css from './site.module.css';

type Decision = AvoidanceRuling['decision'];
type Outcome = AvoidanceRuling['outcome'];

/** What the head of the office decided on the request; until then nothing is finished. */
export function RulingForm({ file }: { readonly file: InspectionFile }) {
  const [again, setAgain] = useState(false);
  const { avoidanceRuling: ruling } = file;
  if (ruling && !again)
    return (
      <div className={css.inner} id="record-avoidanceRuling" tabIndex={-1}>
        <Facts
          items={[
            { label: '回避申请', value: `${ruling.officerName}：${rulingLabels[ruling.decision]}` },
            { label: '决定人', value: `${ruling.decidedBy}　${timeText(ruling.decidedAt)}` },
            { label: '理由', value: ruling.reason },
            {
              label: '处理',
              value: `${rulingOutcomeLabels[ruling.outcome]}${ruling.replacedBy ? `（${ruling.replacedBy}）` : ''}`,
            },
          ]}
        />
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setAgain(true)}>
            重新记录决定
          </Button>
        </div>
      </div>
    );
  return <RulingFields file={file} onDone={() => setAgain(false)} />;
}

function RulingFields({ file, onDone }: { readonly file: InspectionFile; readonly onDone: () => void }) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [officerId, setOfficerId] = useState<string | null>(null);
  const [decision, setDecision] = useState<Decision>('granted');
  const [outcome, setOutcome] = useState<Outcome>('exchanged');
  const [decidedBy, setDecidedBy] = useState('');
  const [reason, setReason] = useState('');
  const [replacement, setReplacement] = useState<string | null>(null);
  const rule = useAction('inspection.rule-avoidance', {
    form: { setErrors },
    done: () => `已记录回避决定：${rulingLabels[decision]}`,
    onDone,
  });
  const granted = decision === 'granted';
  const send = () => {
    if (officerId === null) return setErrors({ officerId: '请选择被申请回避的人员' });
    void rule.run({
      id: file.id,
      ...{ officerId, decision, decidedBy, reason, decidedAt: momentOf(file) },
      outcome: granted ? outcome : 'goes_on',
      replacementId: granted && outcome === 'exchanged' ? replacement : null,
    });
  };
  return (
    <div className={css.inner} id="record-avoidanceRuling" tabIndex={-1}>
      <h3 className={css.innerTitle}>机关负责人的决定</h3>
      <SubmitForm onSubmit={send} busy={rule.busy}>
        <FormGrid>
          <Select
            label="被申请回避的人员"
            required
            data={file.officers.map(({ id, name }) => ({ value: id, label: name }))}
            value={officerId}
            error={errors['officerId']}
            onChange={setOfficerId}
          />
          <TextInput
            label="作出决定的机关负责人"
            required
            value={decidedBy}
            error={errors['decidedBy']}
            onChange={(event) => setDecidedBy(event.currentTarget.value)}
          />
          <Radio.Group label="决定" required value={decision} onChange={(value) => setDecision(value as Decision)}>
            <div className={css.row}>
              <Radio value="granted" label={rulingLabels.granted} />
              <Radio value="refused" label={rulingLabels.refused} />
            </div>
          </Radio.Group>
          {granted ? (
            <Radio.Group label="处理" required value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
              <div className={css.row}>
                <Radio value="exchanged" label={rulingOutcomeLabels.exchanged} />
                <Radio value="broken_off" label={rulingOutcomeLabels.broken_off} />
              </div>
            </Radio.Group>
          ) : (
            <span />
          )}
          <Wide>
            <Textarea
              label="理由"
              required
              autosize
              minRows={2}
              value={reason}
              error={errors['reason']}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Wide>
          {granted && outcome === 'exchanged' ? (
            <OfficerField
              label="接替的检查人员"
              on={file.startedAt.slice(0, 10)}
              subjectId={file.subjectId}
              value={replacement}
              error={errors['replacedBy'] ?? errors['officerId2']}
              onChange={setReplacement}
            />
          ) : null}
          <Wide>
            <FormProblem error={rule.error} />
          </Wide>
          <Wide>
            <Button type="submit" variant="default" loading={rule.busy}>
              记录回避决定
            </Button>
          </Wide>
        </FormGrid>
      </SubmitForm>
    </div>
  );
}
