import { Autocomplete } from '@mantine/core';
import { useForm } from '@mantine/form';
import { resultLabels } from '#shared/domain/inspection/result-codes';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import css from './review.module.css';
import type { ReviewRow } from './review-words';

type PublishFormProps = {
  readonly rows: readonly Pick<
    ReviewRow,
    'inspectionId' | 'no' | 'subjectName' | 'resultCode' | 'officers' | 'enteredBy'
  >[];
  readonly onClose: () => void;
};

/** The second officer approves one result or several, and they are public; all of them or none. */
export function PublishForm({ rows, onClose }: PublishFormProps) {
  const today = useToday();
  const [first] = rows;
  const places = useRoute('review.get', { inspectionId: first?.inspectionId ?? '-' }, { enabled: first !== undefined })
    .data?.places;
  const form = useForm<{ officerId: string | null; on: string; where: string }>({
    initialValues: { officerId: null, on: today, where: '' },
  });
  const publish = useAction('review.publish', {
    form,
    done: ({ published }) => `已审核并登记公示 ${published} 件`,
    onDone: onClose,
  });
  const { values, errors } = form;
  const where = values.where === '' ? (places?.[0] ?? '') : values.where;
  const involved = new Set(rows.flatMap((row) => [...row.officers.map(({ id }) => id), row.enteredBy?.id ?? '']));
  const chosenInvolved = values.officerId !== null && involved.has(values.officerId);
  const submit = () => {
    const { officerId, on } = values;
    const complete = requireFields(form, {
      officerId: [officerId, '请选择审核人员'],
      on: [on, '请填写公示日期'],
      where: [where, '请填写公示的地方'],
    });
    if (complete && officerId)
      void publish.run({ inspectionIds: rows.map(({ inspectionId }) => inspectionId), officerId, on, where });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="审核通过并公示"
      intro={`共 ${rows.length} 件。审核人员不得是这些检查的检查人员或者录入人员；有一件不能公示的，全部不公示。`}
      submit="审核通过并公示"
      busy={publish.busy}
      error={publish.error}
      onSubmit={submit}
    >
      <ul className={css.preview}>
        {rows.slice(0, 50).map((row) => (
          <li key={row.inspectionId}>
            {row.subjectName}　{row.no}　{resultLabels[row.resultCode]}
          </li>
        ))}
        {rows.length > 50 ? <li>另有 {rows.length - 50} 件</li> : null}
      </ul>
      <OfficerField
        label="审核人员"
        on={today}
        value={values.officerId}
        error={errors['officerId'] ?? (chosenInvolved ? '参加了检查或者录入了结果，请更换' : undefined)}
        onChange={(officerId) => form.setFieldValue('officerId', officerId)}
      />
      <DateField
        label="公示日期"
        required
        max={today}
        value={values.on || null}
        error={errors['on']}
        onChange={(on) => form.setFieldValue('on', on ?? '')}
      />
      <Autocomplete
        label="公示的地方"
        required
        data={places ? [...places] : []}
        value={where}
        error={errors['where']}
        onChange={(text) => form.setFieldValue('where', text)}
      />
    </FormDrawer>
  );
}
