import { useForm } from '@mantine/form';
import { type Handling, handlingLabels, handlings } from '#shared/domain/filing/codes';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { thousands } from '../../components/words';
import css from './lead.module.css';

export type HandlingTarget = { readonly ids: readonly string[] } | { readonly applicant: string };

type HandlingFormProps = { readonly target: HandlingTarget; readonly onClose: () => void };

/** One or many applications at once; how many would change is told before anything does. */
export function HandlingForm({ target, onClose }: HandlingFormProps) {
  const today = useToday();
  const form = useForm<{ handling: Handling; on: string }>({ initialValues: { handling: 'withdrawn', on: today } });
  const { handling, on } = form.values;
  const input = { target: 'ids' in target ? { ids: [...target.ids] } : target, handling, on };
  const preview = useRoute('filing.preview-handling', input, { enabled: on !== '', keepPrevious: true }).data;
  const save = useAction('filing.set-handling', {
    form,
    done: ({ changed }) => `已登记 ${thousands(changed)} 件${handlingLabels[handling]}`,
    onDone: onClose,
  });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记处理情况"
      intro="登记后撤回率随之变化；已计入评价的，再更新评价用统计。"
      submit={preview && preview.changed > 0 ? `登记 ${thousands(preview.changed)} 件` : '登记处理情况'}
      busy={save.busy}
      error={save.error}
      onSubmit={() => void save.run(input)}
    >
      <SelectField
        label="处理情况"
        required
        options={handlings.map((value) => ({ value, label: handlingLabels[value] }))}
        value={handling}
        error={form.errors['handling']}
        onChange={(value) => value && form.setFieldValue('handling', value as Handling)}
      />
      <DateField
        label="处理日期"
        required
        max={today}
        value={on || null}
        error={form.errors['on']}
        onChange={(value) => form.setFieldValue('on', value ?? '')}
      />
      {preview ? (
        <p className={css.aside} role="status">
          共 {thousands(preview.selected)} 件：将改为“{handlingLabels[handling]}” {thousands(preview.changed)}{' '}
          件，无变化 {thousands(preview.unchanged)} 件
          {preview.tooEarly > 0 ? `，有 ${thousands(preview.tooEarly)} 件在这一天之后才通报，须改日期` : ''}。
        </p>
      ) : null}
    </FormDrawer>
  );
}
