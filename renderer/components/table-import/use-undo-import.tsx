import { modals } from '@mantine/modals';
import { type Job, useJob } from '../../api/jobs';
import { toastDone } from '../../api/toast';
import { thousands } from '../words';

type Target = { readonly id: string; readonly inserted: number; readonly merged: number };

/** Takes a whole import back in one step; it asks, because the way forward is to import again. */
export function useUndoImport(onDone?: () => void): {
  readonly job: Job<'subject.undo-import'>;
  readonly ask: (batch: Target) => void;
} {
  const job = useJob('subject.undo-import');
  const undo = async (batchId: string) => {
    const done = await job.run({ batchId });
    if (!done) return;
    toastDone(`已撤销导入：收回 ${thousands(done.withdrawn)} 条，恢复 ${thousands(done.restored)} 条`);
    onDone?.();
  };
  const ask = ({ id, inserted, merged }: Target) =>
    modals.openConfirmModal({
      title: '撤销这次导入',
      children: (
        <p>
          收回新增的 {thousands(inserted)} 条，把合并的 {thousands(merged)} 条恢复为导入前的内容。
        </p>
      ),
      labels: { confirm: '撤销导入', cancel: '保留' },
      onConfirm: () => void undo(id),
    });
  return { job, ask };
}
