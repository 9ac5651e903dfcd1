import { Button } from '@mantine/core';
import { IconDatabase, IconFolderOpen, IconShieldCheck } from '@tabler/icons-react';
import { useJob } from '../../api/jobs';
import { useAction, useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { JobProgress } from '../../components/job-progress';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { HashText, MomentText } from '../../components/text';
import { fileSize, moment, thousands } from '../../components/words';
import { type Backup, backupReason, type StoreStatus } from './store-words';
import { VerifyResult } from './verify-result';

const columns: readonly Column<Backup>[] = [
  {
    key: 'madeAt',
    header: '备份时间',
    width: 160,
    text: ({ madeAt }) => moment(madeAt),
    render: ({ madeAt }) => <MomentText at={madeAt} />,
  },
  { key: 'reason', header: '缘由', width: 150, text: ({ reason }) => backupReason(reason) },
  { key: 'size', header: '大小', width: 100, align: 'right', text: ({ size }) => fileSize(size) },
  { key: 'name', header: '文件', width: 320, grow: true, text: ({ name }) => name },
];

/** Where the data are, whether they are whole, and how often they were copied. */
export function StoreSection() {
  const { data: status, error } = useRoute('store.status', {});
  const backups = useRoute('store.list-backups', {}).data?.backups;
  const verify = useJob('store.verify');
  const backup = useJob('store.backup');
  const show = useAction('shell.show-store');
  const busy = verify.state.phase === 'running' || backup.state.phase === 'running';
  const copy = async () => {
    const made = await backup.run({});
    if (made) toastDone(`已备份并通过检查：${made.name}`);
  };
  if (error) return <QueryError error={error} />;
  if (!status) return <Loading />;
  return (
    <>
      <Section
        title="存储"
        actions={
          <>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFolderOpen size={14} stroke={1.5} />}
              onClick={() => void show.run({})}
            >
              打开数据文件夹
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              leftSection={<IconDatabase size={14} stroke={1.5} />}
              onClick={() => void copy()}
            >
              立即备份
            </Button>
            <Button
              size="xs"
              disabled={busy}
              leftSection={<IconShieldCheck size={14} stroke={1.5} />}
              onClick={() => void verify.run({})}
            >
              核验全部记录
            </Button>
          </>
        }
      >
        <Facts items={statusLines(status)} />
      </Section>
      <JobProgress job={verify} label="正在核验操作记录和数据" kept="核验只读取，不改动数据。" />
      <JobProgress job={backup} label="正在备份" kept="以前的备份都在。" />
      {verify.state.phase === 'done' ? <VerifyResult result={verify.state.output} /> : null}
      <Section
        title="备份"
        count={backups?.length ?? 0}
        hint="每天首次启动、升级和批量改动之前自动备份，写完即打开检查"
        flush
      >
        <DataTable
          name="backups"
          label="备份"
          columns={columns}
          rows={backups}
          rowKey={({ name }) => name}
          maxHeight={420}
          empty={
            <EmptyState
              compact
              icon={IconDatabase}
              sentence="还没有备份。"
              action={
                <Button variant="default" disabled={busy} onClick={() => void copy()}>
                  立即备份
                </Button>
              }
            />
          }
        />
      </Section>
    </>
  );
}

const statusLines = (status: StoreStatus) => [
  { label: '位置', value: status.dir, wide: true },
  {
    label: '性质',
    value: <StatePill label={status.practice ? '练习库' : '正式库'} tone={status.practice ? 'warn' : 'done'} />,
  },
  { label: '大小', value: fileSize(status.sizeBytes) },
  { label: '数据结构版本', value: String(status.schemaVersion) },
  { label: '最近保存', value: status.savedAt ? moment(status.savedAt) : '还没有记录' },
  { label: '最近备份', value: status.lastBackup ? moment(status.lastBackup.madeAt) : '还没有备份' },
  {
    label: '最近核验',
    value: status.lastVerified ? (
      <>
        {moment(status.lastVerified.at)}{' '}
        <StatePill
          label={status.lastVerified.ok ? '已通过' : '未通过'}
          tone={status.lastVerified.ok ? 'done' : 'grave'}
        />
      </>
    ) : (
      '还没有核验过'
    ),
  },
  { label: '操作记录', value: `${thousands(status.auditEntries)} 条` },
  {
    label: '记录链末端校验值',
    value: status.chainHead ? <HashText hash={status.chainHead} /> : '还没有记录',
    wide: true,
  },
];
