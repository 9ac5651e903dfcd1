import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { call, toApiError } from './client';
import { type Job, useJob } from './jobs';
import { toastDone, toastError } from './toast';

export type DocumentExport = {
  /** Asks where to put the document and writes it; does nothing when the dialog is left. */
  readonly run: (report: string, params?: Readonly<Record<string, string>>) => Promise<void>;
  readonly busy: boolean;
  /** For long ledgers: `<JobProgress job={job} label="正在导出" />`. */
  readonly job: Job<'report.export'>;
};

/**
 * Excel documents: a name is proposed, the officer chooses the place, the engine writes the file and enters it in the
 * register. Afterwards the toast offers to open it.
 *
 * @example const { run, busy } = useExportDocument(); void run('rectification-order', { id });
 */
export function useExportDocument(): DocumentExport {
  const job = useJob('report.export');
  const [busy, setBusy] = useState(false);
  const failed = job.state.phase === 'failed' ? job.state.error : null;
  useEffect(() => {
    if (failed) toastError(failed);
  }, [failed]);

  const run = async (report: string, params: Readonly<Record<string, string>> = {}) => {
    setBusy(true);
    try {
      const { fileName } = await call('report.suggest-name', { report, params: { ...params } });
      const target = await call('shell.pick-save', { title: '导出', defaultName: fileName, extension: 'xlsx' });
      if (!target) return;
      const written = await job.run({ report, params: { ...params }, target: target.token });
      if (written) toastDone(<WrittenToast name={target.name} no={written.no} token={target.token} />);
    } catch (thrown) {
      toastError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, job };
}

type WrittenProps = { readonly name: string; readonly no: string; readonly token: string };

export function WrittenToast({ name, no, token }: WrittenProps) {
  const open = (route: 'shell.open-item' | 'shell.show-item') =>
    void call(route, { token }).catch((thrown) => toastError(toApiError(thrown)));
  return (
    <>
      <div>
        已导出 {name}
        {no ? `（${no}）` : ''}
      </div>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => open('shell.open-item')}>
          打开文件
        </Button>
        <Button size="xs" variant="subtle" onClick={() => open('shell.show-item')}>
          打开所在文件夹
        </Button>
      </Group>
    </>
  );
}
