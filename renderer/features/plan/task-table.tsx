import { Button, Select } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type InspectionKind, inspectionKindLabels, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { taskStateLabels, taskStates } from '#shared/domain/plan/task';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { StatePill } from '../../components/pill';
import { EmptyState } from '../../components/state-panels';
import { DateText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { ArrangeForm } from './arrange-form';
import { DeskFirstForm } from './desk-first-form';
import { MergeForm } from './merge-form';
import { officerWords, visitPill } from './plan-words';
import { TaskPeek } from './task-peek';
import { kindOf, mergedWords, originWords, type Task } from './task-words';

type Chip = Task['state'] | 'all';
const KINDS = inspectionKinds.map((value) => ({ value, label: inspectionKindLabels[value] }));
const SOURCES = [
  { value: 'drawn', label: '随机抽取' },
  { value: 'arranged', label: '人工安排' },
];

const columnsOn = (today: string): readonly Column<Task>[] => [
  { key: 'subject', header: '检查对象', width: 220, grow: true, sort: true, text: ({ subjectName }) => subjectName },
  {
    key: 'date',
    header: '检查日期',
    width: 104,
    sort: true,
    text: ({ date }) => date,
    render: ({ date }) => <DateText date={date} />,
  },
  { key: 'kind', header: '类型', width: 96, sort: true, text: kindOf },
  {
    key: 'state',
    header: '状态',
    width: 104,
    sort: true,
    text: (task) => visitPill(task, today).label,
    render: (task) => <StatePill {...visitPill(task, today)} />,
  },
  { key: 'origin', header: '来源和事由', width: 220, sort: true, text: originWords },
  { key: 'officers', header: '执法人员', width: 136, sort: true, text: officerWords },
  { key: 'merged', header: '合并', width: 96, sort: true, text: mergedWords },
  {
    key: 'campaign',
    header: '专项行动',
    width: 160,
    hidden: true,
    sort: true,
    text: ({ campaignTitle }) => campaignTitle ?? '',
  },
  { key: 'address', header: '地址', width: 240, hidden: true, text: ({ address }) => address ?? '' },
];

/** Every visit to be made, drawn or arranged by hand, in one list by day. */
export function TaskTable({ campaignId }: { readonly campaignId?: string }) {
  const today = useToday();
  const inner = campaignId !== undefined;
  const [chip, setChip] = useRemembered<Chip>(
    inner ? 'plan:campaign-state' : 'plan:task-state',
    inner ? 'all' : 'planned',
  );
  const [kind, setKind] = useRemembered<InspectionKind | null>('plan:task-kind', null);
  const [source, setSource] = useRemembered<'drawn' | 'arranged' | null>('plan:task-source', null);
  const [query, setQuery] = useState('');
  const [peekedId, setPeekedId] = useState<string | null>(null);
  const [arranging, setArranging] = useState(false);
  const [merging, setMerging] = useState(false);
  const [desk, setDesk] = useState(false);
  const also = {
    ...(kind ? { kind } : {}),
    ...(source ? { source } : {}),
    ...(query.trim() ? { query: query.trim() } : {}),
    ...(inner ? { campaignId } : {}),
  };
  const list = useListRows('plan.list-tasks', { ...(chip === 'all' ? {} : { state: chip }), ...also });
  const within = inner ? { campaignId } : {};
  const counts = {
    planned: useRoute('plan.list-tasks', { state: 'planned', limit: 1, ...within }).data?.total,
    inspected: useRoute('plan.list-tasks', { state: 'inspected', limit: 1, ...within }).data?.total,
    cancelled: useRoute('plan.list-tasks', { state: 'cancelled', limit: 1, ...within }).data?.total,
    all: useRoute('plan.list-tasks', { limit: 1, ...within }).data?.total,
  };
  const arrange = (
    <Button
      variant="default"
      leftSection={<IconCalendarPlus size={16} stroke={1.5} />}
      onClick={() => setArranging(true)}
    >
      安排检查
    </Button>
  );
  return (
    <>
      <DataTable
        name="plan-tasks"
        label="检查任务"
        unit="项"
        columns={list.columns(columnsOn(today))}
        rows={list.rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setPeekedId(id)}
        onPeek={({ id }) => setPeekedId(id)}
        peeking={peekedId !== null}
        {...(inner ? { maxHeight: 420 } : { asOf: today })}
        filter={{ value: query, onChange: setQuery, placeholder: '检查对象' }}
        chips={
          <>
            <FilterChips
              label="状态"
              value={chip}
              onChange={setChip}
              chips={[...taskStates, 'all' as const].map((value) => ({
                value,
                label: value === 'all' ? '全部' : taskStateLabels[value],
                count: counts[value],
              }))}
            />
            <Select
              aria-label="检查类型"
              placeholder="全部类型"
              clearable
              w={120}
              data={KINDS}
              value={kind}
              onChange={(value) => setKind(inspectionKinds.find((code) => code === value) ?? null)}
            />
            <Select
              aria-label="来源"
              placeholder="全部来源"
              clearable
              w={120}
              data={SOURCES}
              value={source}
              onChange={(value) => setSource(value === 'drawn' || value === 'arranged' ? value : null)}
            />
            {arrange}
            {inner ? null : (
              <>
                <Button variant="default" onClick={() => setMerging(true)}>
                  同月合并…
                </Button>
                <Button variant="default" onClick={() => setDesk(true)}>
                  书面优先…
                </Button>
              </>
            )}
          </>
        }
        empty={<EmptyState sentence="没有待检查的任务；抽取产生的和人工安排的检查都列在这里。" action={arrange} />}
        emptyFiltered={<EmptyState sentence="没有符合条件的检查任务，请放宽筛选。" />}
      />
      <TaskPeek id={peekedId} onClose={() => setPeekedId(null)} />
      {arranging ? <ArrangeForm campaignId={campaignId ?? null} onClose={() => setArranging(false)} /> : null}
      {merging ? <MergeForm onClose={() => setMerging(false)} /> : null}
      {desk ? <DeskFirstForm onClose={() => setDesk(false)} /> : null}
    </>
  );
}
