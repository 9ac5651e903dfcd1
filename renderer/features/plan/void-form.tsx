import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import type { PlanFile } from './plan-words';

type VoidFormProps = { readonly plan: PlanFile; readonly opened: boolean; readonly onClose: () => void };

/** A draw that must not stand is declared void by two people, and stays in the register. */
export function VoidForm({ plan, opened, onClose }: VoidFormProps) {
  const today = useToday();
  const actor = useRoute('office.get', {}).data?.actor ?? null;
  const form = useForm<{ secondOfficerId: string | null; reason: string }>({
    initialValues: { secondOfficerId: null, reason: '' },
  });
  const { values, errors } = form;
  const declare = useAction('plan.void', { form, done: () => `已作废《${plan.title}》`, onDone: onClose });
  const submit = () => {
    const complete = requireFields(form, {
      reason: [values.reason, '请填写作废理由'],
      secondOfficerId: [values.secondOfficerId, '请选择确认人'],
    });
    if (complete)
      void declare.run({ id: plan.id, reason: values.reason, secondOfficerId: values.secondOfficerId ?? '' });
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="作废抽取"
      intro={`《${plan.title}》尚未检查的 ${plan.visits - plan.inspected} 户全部取消。作废不能撤回；抽取结果和作废理由留在册中，也会印在计划表上。`}
      submit="作废抽取"
      busy={declare.busy}
      error={declare.error}
      onSubmit={submit}
    >
      <Textarea label="作废理由" required autosize minRows={3} maxLength={300} {...form.getInputProps('reason')} />
      <OfficerField
        label="确认人"
        description="由经办人和当初的抽取人以外的执法人员确认。"
        on={today}
        value={values.secondOfficerId}
        error={errors['secondOfficerId']}
        refuse={actor ? { id: actor.id, why: '是本次经办人' } : null}
        onChange={(secondOfficerId) => form.setFieldValue('secondOfficerId', secondOfficerId)}
      />
    </FormDrawer>
  );
}
