import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type DispositionCode,
  dispositionCodes,
  dispositionLabels,
  type ResultCode,
  resultCodes,
  resultLabels,
} from '#shared/domain/inspection/result-codes';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import type { ReviewFile } from './review-words';

type ResultFormProps = {
  readonly file: ReviewFile;
  /** Of what is public already only a correction is left. */
  readonly correct?: boolean;
  readonly onClose: () => void;
};
type Values = {
  resultCode: ResultCode | null;
  dispositionCode: DispositionCode | null;
  summary: string;
  secondOfficerId: string | null;
  reason: string;
};

/** What shall be made public, filled in from the inspection; or a correction of what is public. */
export function ResultForm({ file, correct = false, onClose }: ResultFormProps) {
  const today = useToday();
  const form = useForm<Values>({ initialValues: { ...file.publicResult, secondOfficerId: null, reason: '' } });
  const enter = useAction('review.enter', { form, done: () => '已录入，等待第二人审核', onDone: onClose });
  const change = useAction('review.correct', { form, done: () => '已登记更正', onDone: onClose });
  const { values, errors } = form;
  const act = correct ? change : enter;
  const submit = () => {
    const { resultCode, dispositionCode, summary, secondOfficerId, reason } = values;
    const complete = requireFields(form, {
      resultCode: [resultCode, '请选择检查结果'],
      dispositionCode: [dispositionCode, '请选择后续处置措施'],
      summary: [summary, '请填写公示内容'],
      ...(correct
        ? {
            secondOfficerId: [secondOfficerId, '请选择复核人员'] as const,
            reason: [reason, '请写明更正的理由'] as const,
          }
        : {}),
    });
    if (!complete || !resultCode || !dispositionCode) return;
    const result = { inspectionId: file.inspectionId, resultCode, dispositionCode, summary };
    if (!correct) void enter.run(result);
    else if (secondOfficerId) void change.run({ ...result, secondOfficerId, reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={correct ? '更正公示的检查结果' : '录入检查结果'}
      intro={
        correct
          ? '原来的内容保留在办理经过中，不会被覆盖。'
          : '已按检查记录填好，核对后提交；由未参加检查的人员审核后公示。'
      }
      submit={correct ? '登记更正' : '提交审核'}
      busy={act.busy}
      error={act.error}
      onSubmit={submit}
    >
      <SelectField
        label="检查结果"
        required
        options={resultCodes.map((value) => ({ value, label: resultLabels[value], hint: `代码 ${value}` }))}
        value={values.resultCode}
        error={errors['resultCode']}
        onChange={(value) => form.setFieldValue('resultCode', value as ResultCode | null)}
      />
      <SelectField
        label="后续处置措施"
        required
        options={dispositionCodes.map((value) => ({ value, label: dispositionLabels[value] }))}
        value={values.dispositionCode}
        error={errors['dispositionCode']}
        onChange={(value) => form.setFieldValue('dispositionCode', value as DispositionCode | null)}
      />
      <Textarea label="公示内容" required autosize minRows={4} {...form.getInputProps('summary')} />
      {correct ? (
        <>
          <OfficerField
            label="复核人员"
            on={today}
            value={values.secondOfficerId}
            error={errors['secondOfficerId']}
            onChange={(value) => form.setFieldValue('secondOfficerId', value)}
          />
          <Textarea label="更正的理由" required autosize minRows={2} {...form.getInputProps('reason')} />
        </>
      ) : null}
    </FormDrawer>
  );
}
