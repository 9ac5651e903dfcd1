import { Button } from '@mantine/core';
import { IconArrowBackUp, IconTableExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useExportDocument } from '../../api/export-document';
import { JobProgress } from '../job-progress';
import { Section } from '../section';
import css from './import.module.css';
import { Counts } from './import-counts';
import { ImportProblems } from './import-problems';
import type { ImportResult } from './import-words';
import { useUndoImport } from './use-undo-import';

type ImportResultProps = {
  readonly result: ImportResult;
  readonly onRestart: () => void;
  /** The way on from here; a link, or a button of the page's own. */
  readonly next: ReactNode;
};

/** What was done; the refused rows to take along, and the way back. */
export function ImportResultPanel({ result, onRestart, next }: ImportResultProps) {
  const rows = useExportDocument();
  const undo = useUndoImport();
  const undone = undo.job.state.phase === 'done';
  return (
    <>
      <Section title={undone ? '导入已撤销' : '导入完成'} flush>
        <Counts
          bare
          items={[
            { label: '数据行', value: result.rows },
            { label: '新增', value: result.inserted },
            { label: '合并', value: result.merged },
            { label: '无变化', value: result.unchanged },
            { label: '有问题，未导入', value: result.failed, tone: result.failed > 0 ? 'warn' : undefined },
          ]}
        />
      </Section>
      <JobProgress job={undo.job} label="正在撤销导入" kept="导入的内容仍在。" />
      {rows.job.state.phase === 'running' ? <JobProgress job={rows.job} label="正在另存错误行" /> : null}
      {result.failed > 0 ? (
        <Section
          title="未导入的行"
          count={result.failed}
          actions={
            <Button
              variant="default"
              size="xs"
              loading={rows.busy}
              leftSection={<IconTableExport size={15} stroke={1.5} />}
              onClick={() => void rows.run('import-problems', { batchId: result.batchId })}
            >
              另存错误行…
            </Button>
          }
          flush
        >
          <ImportProblems name="import-failed" label="未导入的行" problems={result.problems} />
        </Section>
      ) : null}
      <div className={css.foot}>
        {next}
        <Button variant="default" onClick={onRestart}>
          再导入一份
        </Button>
        {undone ? null : (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
            onClick={() => undo.ask({ id: result.batchId, inserted: result.inserted, merged: result.merged })}
          >
            撤销这次导入
          </Button>
        )}
      </div>
    </>
  );
}
