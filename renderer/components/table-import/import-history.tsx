import { Button } from '@mantine/core';
import { IconArrowBackUp, IconTableExport, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { DataTable } from '../data-table/data-table';
import type { Column } from '../data-table/table-types';
import { Facts } from '../facts';
import { JobProgress } from '../job-progress';
import { PeekDrawer } from '../peek-drawer';
import { StatePill } from '../pill';
import { Section } from '../section';
import { EmptyState, QueryError } from '../state-panels';
import { MomentText } from '../text';
import { moment, thousands } from '../words';
import { type Batch, nounLabel } from './import-words';
import { useUndoImport } from './use-undo-import';

const number = (key: 'inserted' | 'merged' | 'unchanged' | 'failed', header: string): Column<Batch> => ({
  key,
  header,
  width: 84,
  align: 'right',
  text: (batch) => thousands(batch[key]),
  sort: (a, b) => a[key] - b[key],
});

const columns: readonly Column<Batch>[] = [
  { key: 'file', header: '文件', width: 220, grow: true, sort: true, text: ({ fileName }) => fileName },
  { key: 'noun', header: '内容', width: 150, text: ({ noun }) => nounLabel(noun) },
  {
    key: 'startedAt',
    header: '导入时间',
    width: 140,
    sort: (a, b) => (a.startedAt < b.startedAt ? -1 : 1),
    text: ({ startedAt }) => moment(startedAt),
    render: ({ startedAt }) => <MomentText at={startedAt} />,
  },
  { key: 'officer', header: '经办人', width: 88, text: ({ officerName }) => officerName ?? '' },
  number('inserted', '新增'),
  number('merged', '合并'),
  number('failed', '有问题'),
  {
    key: 'state',
    header: '状态',
    width: 104,
    text: ({ state }) => (state === 'done' ? '已导入' : '已撤销'),
    render: ({ state }) => (
      <StatePill label={state === 'done' ? '已导入' : '已撤销'} tone={state === 'done' ? 'done' : 'off'} />
    ),
  },
];

/** Every import that was made; each can be taken back while nothing was built on it. */
export function ImportHistory() {
  const { data, error } = useRoute('subject.list-imports', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const undo = useUndoImport(() => setChosen(null));
  const rows = useExportDocument();
  const batch = data?.batches.find(({ id }) => id === chosen) ?? null;
  return (
    <>
      <JobProgress job={undo.job} label="正在撤销导入" kept="导入的内容仍在。" />
      <Section title="以往的导入" count={data?.batches.length ?? 0} flush>
        {error ? (
          <QueryError error={error} />
        ) : (
          <DataTable
            name="imports"
            label="以往的导入"
            columns={columns}
            rows={data?.batches}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setChosen(id)}
            onPeek={({ id }) => setChosen(id)}
            peeking={batch !== null}
            maxHeight={400}
            empty={<EmptyState compact icon={IconTableImport} sentence="还没有导入过；从上面选择一个表格文件开始。" />}
          />
        )}
      </Section>
      <PeekDrawer
        open={batch !== null}
        onClose={() => setChosen(null)}
        title={batch?.fileName ?? ''}
        actions={
          batch ? (
            <>
              {batch.failed > 0 ? (
                <Button
                  variant="default"
                  loading={rows.busy}
                  leftSection={<IconTableExport size={16} stroke={1.5} />}
                  onClick={() => void rows.run('import-problems', { batchId: batch.id })}
                >
                  另存错误行…
                </Button>
              ) : null}
              {batch.state === 'done' ? (
                <Button
                  variant="default"
                  leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
                  onClick={() => undo.ask(batch)}
                >
                  撤销这次导入
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        {batch ? (
          <Facts
            columns={2}
            items={[
              { label: '内容', value: nounLabel(batch.noun) },
              { label: '经办人', value: batch.officerName },
              { label: '导入时间', value: moment(batch.startedAt) },
              { label: '撤销时间', value: batch.undoneAt ? moment(batch.undoneAt) : '没有撤销' },
              { label: '新增', value: thousands(batch.inserted) },
              { label: '合并', value: thousands(batch.merged) },
              { label: '无变化', value: thousands(batch.unchanged) },
              { label: '有问题', value: thousands(batch.failed) },
            ]}
          />
        ) : null}
      </PeekDrawer>
    </>
  );
}
