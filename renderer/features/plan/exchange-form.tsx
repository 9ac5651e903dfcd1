import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changeCauseLabels, exchangeCauses } from '#shared/domain/plan/visit-change';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import css from './plan.module.css';

export type Gap = RouteOutput<'plan.list-gaps'>['gaps'][number];

/** Another officer for all the visits of a gap, confirmed by a second one; the draw stays as it is. */
export function ExchangeForm({ gap, onClose }: { readonly gap: Gap; readonly onClose: () => void }) {
  const today = useToday();
  const actor = useRoute('office.get', {}).data?.actor ?? null;
  const visitIds = gap.visits.map(({ id }) => id);
  const { data } = useRoute('plan.suggest-officers', { visitIds, outOfficerId: gap.officerId });
  const form = useForm<{
    inOfficerId: string | null;
    cause: Gap['cause'];
    reason: string;
    secondOfficerId: string | null;
  }>({ initialValues: { inOfficerId: null, cause: gap.cause, reason: '', secondOfficerId: null } });
  const { values, errors } = form;
  const undo = useAction('plan.undo-changes', { done: () => '已撤销换人' });
  const exchange = useAction('plan.exchange-officer', {
    form,
    onDone: ({ changeIds, warnings }) => {
      toastDone(
        <>
          已更换 {changeIds.length} 户的检查人员。{warnings.join('')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void undo.run({ changeIds })}>
            撤销
          </Button>
        </>,
      );
      onClose();
    },
  });
  const submit = () => {
    const { inOfficerId, cause, reason, secondOfficerId } = values;
    const complete = requireFields(form, {
      inOfficerId: [inOfficerId, '请选择接替的人员'],
      reason: [reason, '请填写换人理由'],
      secondOfficerId: [secondOfficerId, '请选择确认人'],
    });
    if (complete && inOfficerId && secondOfficerId)
      void exchange.run({ visitIds, outOfficerId: gap.officerId, inOfficerId, cause, reason, secondOfficerId });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="更换检查人员"
      intro={`${gap.officerName || '没有排满人员的检查'}，涉及 ${visitIds.length} 户。抽取结果不变，换人另行记录并印在计划表上。`}
      submit="更换人员"
      busy={exchange.busy}
      error={exchange.error}
      onSubmit={submit}
    >
      <ul className={css.affected} aria-label="涉及的检查">
        {gap.visits.map(({ id, subjectName, date }) => (
          <li key={id}>
            {date}　{subjectName}
          </li>
        ))}
      </ul>
      <SelectField
        label="接替的人员"
        required
        value={values.inOfficerId}
        error={errors['inOfficerId']}
        options={(data?.officers ?? []).map(({ id, name, load, problems }) => ({
          value: id,
          label: name,
          hint: `待检查 ${load} 户`,
          refusal: problems.length > 0 ? problems.join('、') : undefined,
        }))}
        onChange={(inOfficerId) => form.setFieldValue('inOfficerId', inOfficerId)}
      />
      <Select
        label="原因"
        required
        allowDeselect={false}
        data={exchangeCauses.map((value) => ({ value, label: changeCauseLabels[value] }))}
        {...form.getInputProps('cause')}
      />
      <Textarea label="理由" required autosize minRows={2} maxLength={200} {...form.getInputProps('reason')} />
      <OfficerField
        label="确认人"
        description="由经办人以外的执法人员确认。"
        on={today}
        value={values.secondOfficerId}
        error={errors['secondOfficerId']}
        refuse={actor ? { id: actor.id, why: '是本次经办人' } : null}
        onChange={(secondOfficerId) => form.setFieldValue('secondOfficerId', secondOfficerId)}
      />
    </FormDrawer>
  );
}
