import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { findingStateLabels, severityLabels } from '#shared/domain/inspection/codes';
import { useAction } from '../../api/queries';
import { StatePill } from '../../components/pill';
import css from './checklist.module.css';
import { FindingForm } from './finding-form';
import { type Finding, severityTones } from './inspection-words';

type FindingListProps = {
  readonly inspectionId: string;
  readonly findings: readonly Finding[];
  /** A finished record is only read. */
  readonly fixed?: boolean;
};

export function FindingList({ inspectionId, findings, fixed = false }: FindingListProps) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <>
      {findings.map((finding) =>
        editing === finding.id ? (
          <FindingForm
            key={finding.id}
            inspectionId={inspectionId}
            findingId={finding.id}
            draft={{
              itemCode: finding.itemCode,
              clause: finding.clause,
              severity: finding.severity,
              facts: finding.facts,
            }}
            autoFocus
            onDone={() => setEditing(null)}
            onCancel={() => setEditing(null)}
          />
        ) : (
          <FindingCard
            key={finding.id}
            inspectionId={inspectionId}
            finding={finding}
            fixed={fixed}
            onEdit={() => setEditing(finding.id)}
          />
        ),
      )}
    </>
  );
}

type FindingCardProps = {
  readonly inspectionId: string;
  readonly finding: Finding;
  readonly fixed: boolean;
  readonly onEdit: () => void;
};

function FindingCard({ inspectionId, finding, fixed, onEdit }: FindingCardProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  const withdrawn = finding.state === 'withdrawn';
  return (
    <div className={css.finding}>
      <div className={css.findingHead}>
        <StatePill label={severityLabels[finding.severity]} tone={severityTones[finding.severity]} />
        <span className={css.code}>{finding.itemCode ?? '检查表外'}</span>
        {withdrawn ? <StatePill label={findingStateLabels.withdrawn} tone="off" /> : null}
        <span>
          {fixed || withdrawn ? null : (
            <>
              <Button size="compact-sm" variant="subtle" onClick={onEdit}>
                修改
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray.7" onClick={() => setWithdrawing(!withdrawing)}>
                撤回
              </Button>
            </>
          )}
        </span>
      </div>
      <p className={withdrawn ? css.withdrawn : css.facts}>{finding.facts}</p>
      <p className={css.clause}>
        《{finding.clause.document.replace(/^《|》$/g, '')}》{finding.clause.article}：{finding.clause.text}
      </p>
      {withdrawing && !withdrawn ? (
        <WithdrawForm inspectionId={inspectionId} findingId={finding.id} onCancel={() => setWithdrawing(false)} />
      ) : null}
    </div>
  );
}

type WithdrawFormProps = {
  readonly inspectionId: string;
  readonly findingId: string;
  readonly onCancel: () => void;
};

function WithdrawForm({ inspectionId, findingId, onCancel }: WithdrawFormProps) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const withdraw = useAction('inspection.withdraw-finding', { form: { setErrors }, done: () => '已撤回，原记录保留' });
  const send = () => {
    if (reason.trim() === '') return setErrors({ reason: '请写明撤回的理由' });
    void withdraw.run({ id: inspectionId, findingId, reason });
  };
  return (
    <>
      <TextInput
        label="撤回的理由"
        required
        autoFocus
        value={reason}
        error={errors['reason']}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      />
      <div className={css.findingHead}>
        <Button variant="default" loading={withdraw.busy} onClick={send}>
          撤回这个问题
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          不撤回
        </Button>
        <span />
      </div>
    </>
  );
}
