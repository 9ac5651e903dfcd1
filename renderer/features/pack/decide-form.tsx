import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router-dom';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FormDrawer, FormProblem, SubmitForm } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import css from './pack.module.css';
import { type Activation, dryRunWords, kindsWords, packLink, termWords } from './pack-words';

type Decision = 'approve' | 'reject';
type Values = { officerId: string | null; decision: Decision | null; reason: string };

/** Four eyes: the form of the second officer, wherever it stands. */
function useDecision(activation: Activation | null, onDone: () => void) {
  const form = useForm<Values>({ initialValues: { officerId: null, decision: null, reason: '' } });
  const decide = useAction('pack.decide', {
    form,
    done: (_output, { decision }) =>
      decision === 'approve' ? `已批准，自 ${activation?.from ?? ''} 起按新规则评价` : '已退回启用申请',
    onDone: () => {
      form.reset();
      onDone();
    },
  });
  const { values } = form;
  const submit = () => {
    const complete = requireFields(form, {
      decision: [values.decision, '请选择批准或者退回'],
      officerId: [values.officerId, '请选择作出决定的人员'],
      ...(values.decision === 'reject' ? { reason: [values.reason, '请写明退回的理由'] as const } : {}),
    });
    if (!complete || !activation || !values.decision || !values.officerId) return;
    const { officerId, decision, reason } = values;
    void decide.run({ id: activation.id, officerId, decision, reason });
  };
  return { form, decide, submit };
}

type Decide = ReturnType<typeof useDecision>;

function DecideFields({ activation, form }: { readonly activation: Activation; readonly form: Decide['form'] }) {
  const today = useToday();
  const officers = useRoute('officer.list', { activeOnly: true }).data?.officers ?? [];
  const proposers = officers.filter(({ name }) => name === activation.proposedBy);
  // Two officers of one name cannot be told apart here; the engine knows them.
  const proposer = proposers.length === 1 ? proposers[0] : undefined;
  const { values, errors } = form;
  return (
    <>
      <Radio.Group
        label="决定"
        required
        value={values.decision ?? ''}
        error={errors['decision']}
        onChange={(value) => form.setFieldValue('decision', value as Decision)}
      >
        <Stack gap={6} mt={4}>
          <Radio
            value="approve"
            label="批准启用"
            description={`${termWords(activation.from, activation.until)}，${kindsWords(activation.subjectKinds)}按这一版评价。`}
          />
          <Radio value="reject" label="退回" description="规则包照旧不用，申请留在记录里。" />
        </Stack>
      </Radio.Group>
      <OfficerField
        label="作出决定的人员"
        description={`由申请人${activation.proposedBy ? `（${activation.proposedBy}）` : ''}以外的人员决定。`}
        on={today}
        value={values.officerId}
        error={errors['officerId']}
        refuse={proposer ? { id: proposer.id, why: '是本次启用的申请人' } : null}
        onChange={(officerId) => form.setFieldValue('officerId', officerId)}
      />
      <Textarea
        label="理由"
        required={values.decision === 'reject'}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </>
  );
}

/** From the list. */
export function DecideDrawer({ activation, onClose }: { activation: Activation | null; onClose: () => void }) {
  const { form, decide, submit } = useDecision(activation, onClose);
  if (!activation) return null;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="决定启用申请"
      intro={`“${activation.title}”第 ${activation.version} 版；试运行：${dryRunWords(activation.dryRun)}。`}
      submit="作出决定"
      busy={decide.busy}
      error={decide.error}
      onSubmit={submit}
    >
      <DecideFields activation={activation} form={form} />
    </FormDrawer>
  );
}

/** On the page of the activation. */
export function DecideForm({ activation }: { readonly activation: Activation }) {
  const navigate = useNavigate();
  const { form, decide, submit } = useDecision(activation, () => navigate(`${packLink(activation)}?tab=activations`));
  return (
    <SubmitForm onSubmit={submit} busy={decide.busy} className={css.form}>
      <DecideFields activation={activation} form={form} />
      <FormProblem error={decide.error} />
      <div>
        <Button type="submit" loading={decide.busy}>
          作出决定
        </Button>
      </div>
    </SubmitForm>
  );
}
