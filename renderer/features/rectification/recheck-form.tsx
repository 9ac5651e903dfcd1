import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type RecheckResult, recheckResultLabels, recheckResults } from '#shared/domain/rectification/rectification';
import { addDays } from '#shared/kernel/dates';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerPair } from '../../components/officer-fields';
import { proofSeqs } from './proof-list';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

type RecheckFormProps = { readonly file: RectificationFile; readonly onClose: () => void };
type Choice = RecheckResult | 'skipped';
type Values = {
  checkedOn: string;
  officers: readonly [string | null, string | null];
  results: Readonly<Record<string, { readonly result: Choice; readonly note: string }>>;
  conclusion: string;
};
const CHOICES = [
  ...recheckResults.map((value) => ({ value: value as string, label: recheckResultLabels[value] })),
  { value: 'skipped', label: '这次不复查' },
];

/** What an accepted proof already speaks for is filled in; the two officers still say it. */
function firstAnswer({ recheckOffer, proofs }: RectificationFile, itemId: string): { result: Choice; note: string } {
  const proof = proofs.find((entry) => entry.id === recheckOffer?.proofId);
  if (!proof || !recheckOffer?.itemIds.includes(itemId)) return { result: 'skipped', note: '' };
  return {
    result: 'corrected',
    note: `书面复查：${proof.submittedOn} 提交的材料，${proof.judgedOn ?? ''} 审查符合要求`,
  };
}

/** Item by item: corrected or not, nothing between. */
export function RecheckForm({ file, onClose }: RecheckFormProps) {
  const today = useToday();
  const open = file.items.filter((item) => item.state !== 'corrected');
  const offered = file.recheckOffer
    ? `经书面复查，${proofSeqs(file, file.recheckOffer.itemIds)}的整改材料能够证明已按要求整改。`
    : '';
  const form = useForm<Values>({
    initialValues: {
      checkedOn: today > file.orderedOn ? today : '',
      officers: [file.officers[0]?.id ?? null, file.officers[1]?.id ?? null],
      results: Object.fromEntries(open.map((item) => [item.id, firstAnswer(file, item.id)])),
      conclusion: offered,
    },
  });
  const recheck = useAction('rectification.recheck', { form, done: () => '已登记复查', onDone: onClose });
  const { values, errors } = form;
  const checked = open.flatMap((item) => {
    const entry = values.results[item.id];
    return entry && entry.result !== 'skipped' ? [{ itemId: item.id, result: entry.result, note: entry.note }] : [];
  });
  const submit = () => {
    const complete = requireFields(form, {
      checkedOn: [values.checkedOn, '请填写复查日期'],
      officer1Id: [values.officers[0], '请选择第一名复查人员'],
      officer2Id: [values.officers[1], '请选择第二名复查人员'],
      results: [checked.length > 0 ? 'some' : null, '请至少填写一项复查结果'],
      conclusion: [values.conclusion, '请填写复查意见'],
    });
    if (!complete) return;
    void recheck.run({
      id: file.id,
      checkedOn: values.checkedOn,
      officer1Id: values.officers[0] ?? '',
      officer2Id: values.officers[1] ?? '',
      results: checked,
      conclusion: values.conclusion,
    });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={file.recheckOffer ? '登记书面复查' : '登记复查'}
      intro={`由两名执法人员复查，日期晚于责令日期 ${file.orderedOn}。${file.recheckOffer ? '已按审查符合要求的材料预填，请核对后登记；到现场复查的，请改写复查意见。' : ''}`}
      submit="登记复查"
      busy={recheck.busy}
      error={recheck.error}
      onSubmit={submit}
    >
      <DateField
        label="复查日期"
        required
        min={addDays(file.orderedOn, 1)}
        max={today}
        value={values.checkedOn || null}
        error={errors['checkedOn']}
        onChange={(value) => form.setFieldValue('checkedOn', value ?? '')}
      />
      <OfficerPair
        labels={['复查人员一', '复查人员二']}
        on={values.checkedOn || today}
        subjectId={file.subjectId}
        value={values.officers}
        errors={[errors['officer1Id'], errors['officer2Id']]}
        onChange={(value) => form.setFieldValue('officers', value)}
      />
      <div className={css.checks}>
        {open.map((item) => {
          const entry = values.results[item.id] ?? { result: 'skipped' as const, note: '' };
          const set = (change: Partial<typeof entry>) => {
            // words offered for an accepted proof must not stay with another result; typed ones do
            const turned = change.result !== undefined && change.result !== 'corrected';
            const note = turned && entry.note === firstAnswer(file, item.id).note ? { note: '' } : {};
            form.setFieldValue('results', { ...values.results, [item.id]: { ...entry, ...change, ...note } });
            if (turned && values.conclusion === offered) form.setFieldValue('conclusion', '');
          };
          return (
            <div key={item.id} className={css.check}>
              <p>
                第 {item.seq} 项　{item.requirement}
              </p>
              <SegmentedControl
                aria-label={`第 ${item.seq} 项复查结果`}
                mt={4}
                data={CHOICES}
                value={entry.result}
                onChange={(result) => set({ result: result as Choice })}
              />
              {entry.result === 'skipped' ? null : (
                <TextInput
                  mt={8}
                  label="整改情况"
                  placeholder="核对了什么，看到什么"
                  value={entry.note}
                  onChange={(event) => set({ note: event.currentTarget.value })}
                />
              )}
            </div>
          );
        })}
        {errors['results'] ? (
          <p className={css.problem} role="alert">
            {errors['results']}
          </p>
        ) : null}
      </div>
      <Textarea label="复查意见" required autosize minRows={2} {...form.getInputProps('conclusion')} />
    </FormDrawer>
  );
}
