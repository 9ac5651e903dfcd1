import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useJob } from '../../api/jobs';
import { toastDone } from '../../api/toast';
import { JobProgress } from '../../components/job-progress';
import { thousands } from '../../components/words';
import css from './sample-offer.module.css';

/** A made-up office to practise on; the store is marked for good, so it asks first. */
export function SampleOffer() {
  const load = useJob('sample.load');
  const start = async () => {
    const done = await load.run({});
    if (!done) return;
    const count = done.steps.reduce((sum, step) => sum + step.count, 0);
    toastDone(`已载入示例办公室，共 ${thousands(count)} 条记录；本存储现为练习库。`);
  };
  const ask = () =>
    modals.openConfirmModal({
      title: '载入示例办公室',
      children: (
        <p>
          将写入一个虚构办公室一年的主体、检查、整改、评价和修复记录，并把本存储标为练习库。标记不能取消，练习库的文书印有练习字样，不作办案依据。
        </p>
      ),
      labels: { confirm: '载入并标为练习库', cancel: '取消' },
      onConfirm: () => void start(),
    });
  if (load.state.phase === 'running' || load.state.phase === 'failed' || load.state.phase === 'cancelled')
    return <JobProgress job={load} label="正在载入示例办公室" />;
  return (
    <div className={css.offer}>
      <span>想先熟悉操作，可以载入一个虚构的示例办公室；办案请另用新的存储。</span>
      <Button variant="default" onClick={ask}>
        载入示例办公室（练习）
      </Button>
    </div>
  );
}
