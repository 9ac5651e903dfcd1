import { Input, SegmentedControl, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type ProofJudgement,
  proofJudgementLabels,
  proofJudgements,
  proofWayLabels,
} from '#shared/domain/rectification/proof';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

export type RectificationProof = RectificationFile['proofs'][number];
type JudgeFormProps = {
  readonly file: RectificationFile;
  readonly proof: RectificationProof;
  readonly onClose: () => void;
};
type Values = { judgement: ProofJudgement | ''; on: string; officerId: string | null; reason: string };

/** Enough or not, with the reason; an accepted proof leads to a re-check at the desk. */
export function JudgeForm({ file, proof, onClose }: JudgeFormProps) {
  const today = useToday();
  const form = useForm<Values>({
    initialValues: { judgement: '', on: today, officerId: file.officers[0]?.id ?? null, reason: '' },
  });
  const { values, errors } = form;
  const judge = useAction('rectification.judge-proof', {
    form,
    done: () => (values.judgement === 'accepted' ? '材料符合要求，请登记书面复查' : '已记下材料不足，请告知当事人补正'),
    onDone: onClose,
  });
  const short = values.judgement === 'insufficient';
  const submit = () => {
    const complete = requireFields(form, {
      judgement: [values.judgement, '请选择审查结果'],
      on: [values.on, '请填写审查日期'],
      officerId: [values.officerId, '请选择审查人员'],
      ...(short ? { reason: [values.reason, '请写明缺什么、怎样补'] as const } : {}),
    });
    if (!complete || values.judgement === '') return;
    void judge.run({
      ...{ id: file.id, proofId: proof.id, judgement: values.judgement, on: values.on },
      ...{ officerId: values.officerId ?? '', reason: values.reason },
    });
  };
  const items = file.items.filter((item) => proof.itemIds.includes(item.id));
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="审查材料"
      intro={`${proof.submittedBy}于 ${proof.submittedOn} ${proofWayLabels[proof.way]}。材料符合要求的，事项仍须复查才能确认整改。`}
      submit="保存审查结果"
      busy={judge.busy}
      error={judge.error}
      onSubmit={submit}
    >
      <div>
        {items.map((item) => (
          <p key={item.id}>
            第 {item.seq} 项　{item.requirement}
          </p>
        ))}
        {proof.note ? <p className={css.none}>{proof.note}</p> : null}
      </div>
      <div>
        <Input.Wrapper label="审查结果" labelElement="div" required>
          <SegmentedControl
            fullWidth
            aria-label="审查结果"
            data={proofJudgements.map((value) => ({ value, label: proofJudgementLabels[value] }))}
            value={values.judgement}
            onChange={(judgement) => form.setFieldValue('judgement', judgement as ProofJudgement)}
          />
        </Input.Wrapper>
        {errors['judgement'] ? (
          <p className={css.problem} role="alert">
            {errors['judgement']}
          </p>
        ) : null}
      </div>
      <Textarea
        label={short ? '缺什么、怎样补' : '审查意见'}
        required={short}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
      <DateField
        label="审查日期"
        required
        min={proof.submittedOn}
        max={today}
        value={values.on || null}
        error={errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      <OfficerField
        label="审查人员"
        on={values.on || today}
        subjectId={file.subjectId}
        value={values.officerId}
        error={errors['officerId']}
        onChange={(officerId) => form.setFieldValue('officerId', officerId)}
      />
    </FormDrawer>
  );
}
