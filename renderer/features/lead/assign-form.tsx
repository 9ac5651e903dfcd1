import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';

type AssignFormProps = {
  readonly ids: readonly string[];
  readonly subjectId?: string | null;
  /** Who has it now. */
  readonly current?: string | null;
  readonly onClose: () => void;
};

export function AssignForm({ ids, subjectId = null, current = null, onClose }: AssignFormProps) {
  const today = useToday();
  const form = useForm<{ officerId: string | null }>({ initialValues: { officerId: null } });
  const assign = useAction('lead.assign', {
    form,
    done: ({ assigned }) => `已分派 ${assigned} 条线索`,
    onDone: onClose,
  });
  const submit = () => {
    const { officerId } = form.values;
    if (requireFields(form, { officerId: [officerId, '请选择承办人'] }) && officerId)
      void assign.run({ ids: [...ids], officerId });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="分派线索"
      intro={ids.length === 1 ? '由承办人核查后核实或关闭。' : `共 ${ids.length} 条，分派给同一名承办人。`}
      submit="分派线索"
      busy={assign.busy}
      error={assign.error}
      onSubmit={submit}
    >
      <OfficerField
        label="承办人"
        on={today}
        subjectId={subjectId}
        refuse={current ? { id: current, why: '已由这名人员承办' } : null}
        value={form.values.officerId}
        error={form.errors['officerId']}
        onChange={(officerId) => form.setFieldValue('officerId', officerId)}
      />
    </FormDrawer>
  );
}
