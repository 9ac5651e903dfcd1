import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { EmptyState, QueryError } from '../../components/state-panels';
import { CampaignForm } from './campaign-form';
import { type Campaign, campaignPill } from './task-words';

const columns: readonly Column<Campaign>[] = [
  { key: 'title', header: '专项行动', width: 240, grow: true, sort: true, text: ({ title }) => title },
  { key: 'basis', header: '部署文件', width: 220, sort: true, text: ({ basis }) => basis },
  { key: 'from', header: '开始', width: 104, sort: true, text: ({ fromOn }) => fromOn },
  { key: 'to', header: '结束', width: 104, sort: true, text: ({ toOn }) => toOn },
  {
    key: 'state',
    header: '状态',
    width: 96,
    sort: true,
    text: (row) => campaignPill(row).label,
    render: (row) => <StatePill {...campaignPill(row)} />,
  },
  {
    key: 'tasks',
    header: '任务',
    width: 72,
    align: 'right',
    sort: (a, b) => a.tasks - b.tasks,
    text: ({ tasks }) => String(tasks),
  },
  {
    key: 'inspected',
    header: '已检查',
    width: 80,
    align: 'right',
    sort: (a, b) => a.inspected - b.inspected,
    text: ({ inspected }) => String(inspected),
  },
];

/** Campaigns, the newest first. */
export function CampaignTable() {
  const navigate = useNavigate();
  const today = useToday();
  const list = useRoute('plan.list-campaigns', {});
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="default" leftSection={<IconFlag size={16} stroke={1.5} />} onClick={() => setAdding(true)}>
      登记专项行动
    </Button>
  );
  return (
    <>
      {list.error ? <QueryError error={list.error} /> : null}
      <DataTable
        name="plan-campaigns"
        label="专项行动"
        unit="次"
        columns={columns}
        rows={list.error ? [] : list.data?.campaigns}
        rowKey={({ id }) => id}
        asOf={today}
        onOpen={({ id }) => navigate(`/plans/campaigns/${id}`)}
        onPeek={({ id }) => navigate(`/plans/campaigns/${id}`)}
        chips={add}
        empty={
          <EmptyState
            icon={IconFlag}
            sentence="还没有专项行动；登记后可把抽取和人工安排的检查归在一起。"
            action={null}
          />
        }
      />
      {adding ? (
        <CampaignForm
          campaign={null}
          onClose={() => setAdding(false)}
          onSaved={(id) => navigate(`/plans/campaigns/${id}`)}
        />
      ) : null}
    </>
  );
}
