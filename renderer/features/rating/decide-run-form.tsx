import { Button, Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useJob } from '../../api/jobs';
import { useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { FormGrid, Wide } from '../../components/fields';
import { SubmitForm } from '../../components/form-drawer';
import { JobProgress } from '../../components/job-progress';
import { OfficerField } from '../../components/officer-fields';
import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './run.module.css';
import type { Run } from './run-words';

type Decision = 'approve' | 'reject';
type Values = { officerId: string | null; decision: Decision | null; reason: string };

/** Four eyes: another officer approves the run as a whole, and only then do its grades hold. */
export function DecideRunForm({ run }: { readonly run: Run }) {
  const today = useToday();
  const job = useJob('rating.decide-batch');
  const officers = useRoute('officer.list', { activeOnly: true }).data?.officers ?? [];
  const form = useForm<Values>({ initialValues: { officerId: null, decision: null, reason: '' } });
  const { values, errors } = form;
  const proposer = officers.find(({ id }) => id === run.proposedById);
  const submit = async () => {
    const { decision, officerId, reason } = values;
    const complete = requireFields(form, {
      decision: [decision, '请选择审定意见'],
      officerId: [officerId, '请选择审定人员'],
      ...(decision === 'reject' ? { reason: [reason, '请写明退回的理由'] as const } : {}),
    });
    if (!complete || !decision || !officerId) return;
    const decided = await job.run({ id: run.id, officerId, decision, reason });
    if (decided)
      toastDone(decision === 'approve' ? `已审定，${thousands(decided.current)} 户的等级生效` : '已退回，等级没有变动');
  };
  const { phase } = job.state;
  return (
    <Section title="等待第二人审定" hint={`${run.proposedBy}提交，由另一名人员审定；同意后等级才生效`}>
      <JobProgress job={job} label="正在登记审定" kept="这批评价仍是待审定，各户等级没有变动。" />
      {phase === 'idle' || phase === 'done' ? (
        <SubmitForm onSubmit={() => void submit()}>
          <FormGrid>
            <Radio.Group
              label="审定意见"
              required
              value={values.decision}
              error={errors['decision']}
              onChange={(chosen) => form.setFieldValue('decision', chosen as Decision)}
            >
              <div className={css.choices}>
                <Radio value="approve" label="同意，等级生效" />
                <Radio value="reject" label="退回" />
              </div>
            </Radio.Group>
            <OfficerField
              label="审定人员"
              on={today}
              refuse={proposer ? { id: proposer.id, why: '提交了这次评价，须由另一名人员审定' } : null}
              value={values.officerId}
              error={errors['officerId']}
              onChange={(value) => form.setFieldValue('officerId', value)}
            />
            <Wide>
              <Textarea
                label="理由"
                required={values.decision === 'reject'}
                autosize
                minRows={1}
                {...form.getInputProps('reason')}
              />
            </Wide>
            <Wide>
              <Button type="submit">登记审定意见</Button>
            </Wide>
          </FormGrid>
        </SubmitForm>
      ) : null}
    </Section>
  );
}
