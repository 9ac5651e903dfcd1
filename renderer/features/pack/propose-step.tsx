import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useJob } from '../../api/jobs';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { SubmitForm } from '../../components/form-drawer';
import { JobProgress } from '../../components/job-progress';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import css from './pack.module.css';
import { countsOf, dryRunWords, type PackFile } from './pack-words';
import type { ActivationWork } from './use-activation';

type ProposeStepProps = { readonly file: PackFile; readonly work: ActivationWork; readonly onDone: () => void };

/** Step 3: from when, and why; then it waits for a second officer. */
export function ProposeStep({ file, work, onDone }: ProposeStepProps) {
  const today = useToday();
  const job = useJob('pack.propose');
  const [tried, setTried] = useState(false);
  const least = file.effectiveFrom > today ? file.effectiveFrom : today;
  const from = work.from ?? least;
  const noteError = work.note.trim() === '' ? '请写明启用的理由' : undefined;
  const untilError = work.until !== null && work.until < from ? '截止日期早于启用日期' : undefined;
  const submit = async () => {
    setTried(true);
    if (noteError || untilError) return;
    const done = await job.run({
      packId: file.packId,
      version: file.version,
      subjectKinds: work.subjectKinds,
      from,
      until: work.until,
      note: work.note.trim(),
    });
    if (!done) return;
    toastDone('已提出启用申请，等待另一人决定');
    work.clear();
    onDone();
  };
  if (job.state.phase !== 'idle' && job.state.phase !== 'done')
    return <JobProgress job={job} label="正在核对试运行结果" kept="没有提出申请，规则照旧。" />;
  return (
    <Columns
      main={
        <Section title="启用日期与说明">
          <SubmitForm onSubmit={() => void submit()}>
            <FormGrid>
              <DateField
                label="启用日期"
                required
                min={file.effectiveFrom}
                {...(file.effectiveTo ? { max: file.effectiveTo } : {})}
                description="从这一天起作出的评价用这一版规则。"
                value={from}
                onChange={(value) => work.change({ from: value })}
              />
              <DateField
                label="截止日期"
                clearable
                min={from}
                description="不填就一直用到下一次启用。"
                value={work.until}
                error={tried ? untilError : undefined}
                onChange={(until) => work.change({ until })}
              />
              <Wide>
                <Textarea
                  label="启用的理由"
                  required
                  autosize
                  minRows={3}
                  maxLength={500}
                  placeholder="例如：省局修订指标，经局务会研究自明年起施行"
                  value={work.note}
                  error={tried ? noteError : undefined}
                  onChange={(event) => work.change({ note: event.currentTarget.value })}
                />
              </Wide>
              <Wide>
                <Button type="submit">提出启用申请</Button>
              </Wide>
            </FormGrid>
          </SubmitForm>
        </Section>
      }
      side={
        <Section title="申请的内容">
          <Facts
            columns={1}
            items={[
              { label: '规则包', value: `${file.title} 第 ${file.version} 版` },
              { label: '用于', value: work.kindWords },
              {
                label: '试运行',
                value: work.result ? dryRunWords(countsOf(work.result)) : '提出申请时自动试运行一次',
                source: work.result ? `基准日 ${work.result.asOf}` : undefined,
              },
            ]}
          />
          <p className={css.small}>提出申请时再核对一次试运行结果，连同申请一并留存。</p>
        </Section>
      }
    />
  );
}
