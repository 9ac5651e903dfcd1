import { useState } from 'react';
import { monthZh } from '#shared/domain/statistics/month';
import { useJob } from '../../api/jobs';
import { useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { FormDrawer } from '../../components/form-drawer';
import { JobProgress } from '../../components/job-progress';
import { OfficerField } from '../../components/officer-fields';
import { thousands } from '../../components/words';

type FreezeFormProps = { readonly month: string; readonly opened: boolean; readonly onClose: () => void };

/** A month is frozen by two people; it leaves the hands of the office and cannot be thawed. */
export function FreezeForm({ month, opened, onClose }: FreezeFormProps) {
  const today = useToday();
  const actor = useRoute('office.get', {}).data?.actor ?? null;
  const [second, setSecond] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const job = useJob('statistics.freeze-month');
  const submit = async () => {
    setMissing(second === null);
    if (second === null) return;
    const frozen = await job.run({ month, secondOfficerId: second });
    if (!frozen) return;
    toastDone(`已冻结${monthZh(month)}，${thousands(frozen.rows)} 条记录`);
    setSecond(null);
    job.reset();
    onClose();
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={`冻结${monthZh(month)}的统计`}
      intro="指标、口径和每个指标背后的记录都按现在的样子保存，并计算内容哈希。冻结不能撤回；以后改动这个月的记录，列为下一个月的更正。"
      submit="冻结"
      busy={job.state.phase === 'running'}
      error={job.state.phase === 'failed' ? job.state.error : null}
      onSubmit={() => void submit()}
    >
      <OfficerField
        label="确认人"
        description="由经办人以外的执法人员核对后确认。"
        on={today}
        value={second}
        error={missing ? '请选择确认人' : undefined}
        refuse={actor ? { id: actor.id, why: '是本次经办人' } : null}
        onChange={setSecond}
      />
      <JobProgress job={job} label="正在冻结" kept="没有冻结，记录没有改动。" />
    </FormDrawer>
  );
}
