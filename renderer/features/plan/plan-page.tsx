import { Button, Tabs } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { EmptyState, QueryError } from '../../components/state-panels';
import { MomentText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { moment, thousands } from '../../components/words';
import { CampaignTable } from './campaign-table';
import { FreezeTable } from './freeze-table';
import css from './plan.module.css';
import { PlanPeek } from './plan-peek';
import { type PlanRow, planStateLabels, planStateTones, scopeWords } from './plan-words';
import { TaskTable } from './task-table';
import { VisitBoard } from './visit-board';

const columns: readonly Column<PlanRow>[] = [
  { key: 'title', header: '计划', width: 240, grow: true, sort: true, text: ({ title }) => title },
  { key: 'year', header: '年度', width: 72, sort: true, text: ({ year }) => String(year) },
  { key: 'scope', header: '范围', width: 80, sort: true, text: scopeWords },
  {
    key: 'state',
    header: '状态',
    width: 104,
    sort: true,
    text: ({ state }) => planStateLabels[state],
    render: ({ state }) => <StatePill label={planStateLabels[state]} tone={planStateTones[state]} />,
  },
  {
    key: 'population',
    header: '候选名录',
    width: 104,
    align: 'right',
    sort: (a, b) => a.populationSize - b.populationSize,
    text: ({ populationSize }) => `${thousands(populationSize)} 户`,
  },
  {
    key: 'visits',
    header: '抽中',
    width: 88,
    align: 'right',
    sort: (a, b) => a.visits - b.visits,
    text: ({ visits }) => `${thousands(visits)} 户`,
  },
  {
    key: 'inspected',
    header: '已检查',
    width: 88,
    align: 'right',
    sort: (a, b) => a.inspected - b.inspected,
    text: ({ inspected }) => `${thousands(inspected)} 户`,
  },
  {
    key: 'createdAt',
    header: '抽取时间',
    width: 148,
    sort: (a, b) => a.createdAt.localeCompare(b.createdAt),
    text: ({ createdAt }) => moment(createdAt),
    render: ({ createdAt }) => <MomentText at={createdAt} />,
  },
  { key: 'officer', header: '抽取人', width: 88, hidden: true, text: ({ officerName }) => officerName ?? '' },
];

const TABS = ['tasks', 'calendar', 'plans', 'freezes', 'campaigns'];

/** The register of draws; a void one stays in it. */
export function PlanPage() {
  const navigate = useNavigate();
  const today = useToday();
  const list = useRoute('plan.list', {});
  const [state, setState] = useRemembered<PlanRow['state'] | 'all'>('plan:state', 'all');
  const [peeked, setPeeked] = useState<PlanRow | null>(null);
  const [params, setParams] = useSearchParams();
  const atTasks = useLocation().pathname.endsWith('/tasks');
  const asked = params.get('tab') ?? (atTasks ? 'tasks' : 'plans');
  const tab = TABS.includes(asked) ? asked : 'plans';
  const waiting = useRoute('plan.list-freezes', {}).data?.freezes.filter((one) => one.state === 'frozen').length ?? 0;
  const plans = list.data?.plans;
  const countOf = (code: PlanRow['state']) => plans?.filter((plan) => plan.state === code).length;
  const drawButton = (variant: 'filled' | 'default') => (
    <Button
      component={Link}
      to="/plans/new"
      variant={variant}
      leftSection={<IconArrowsShuffle size={16} stroke={1.5} />}
    >
      抽取检查对象
    </Button>
  );
  return (
    <Page kind="list">
      <PageHeader
        title="计划与抽取"
        purpose="按比例公开抽取检查对象和执法人员；抽取一经作出不能改换，只能作废并留在册中。"
        actions={drawButton('filled')}
      />
      <Tabs
        className={css.fill ?? ''}
        value={tab}
        keepMounted={false}
        onChange={(next) => setParams(next ? { tab: next } : {}, { replace: true })}
      >
        <Tabs.List className={css.tabs ?? ''}>
          <Tabs.Tab value="plans">抽取记录</Tabs.Tab>
          <Tabs.Tab value="tasks">检查任务</Tabs.Tab>
          <Tabs.Tab value="calendar">检查日历</Tabs.Tab>
          <Tabs.Tab value="campaigns">专项行动</Tabs.Tab>
          <Tabs.Tab value="freezes">冻结记录{waiting > 0 ? `（${waiting} 份待抽取）` : ''}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plans" className={css.fill ?? ''}>
          {list.error ? <QueryError error={list.error} /> : null}
          <DataTable
            name="plan"
            label="检查计划"
            unit="份"
            columns={columns}
            rows={list.error ? [] : plans?.filter((plan) => state === 'all' || plan.state === state)}
            rowKey={({ id }) => id}
            asOf={today}
            onOpen={({ id }) => navigate(`/plans/${id}`)}
            onPeek={setPeeked}
            peeking={peeked !== null}
            chips={
              <FilterChips
                label="状态"
                value={state}
                onChange={setState}
                chips={[
                  { value: 'all', label: '全部', count: plans?.length },
                  { value: 'drawn', label: planStateLabels.drawn, count: countOf('drawn') },
                  { value: 'void', label: planStateLabels.void, count: countOf('void') },
                ]}
              />
            }
            empty={
              <EmptyState
                icon={IconArrowsShuffle}
                sentence={
                  plans?.length ? '没有这种状态的计划。' : '还没有检查计划；先冻结名录、公布校验值，再当场抽取。'
                }
                action={plans?.length ? null : drawButton('default')}
              />
            }
          />
          <PlanPeek row={peeked} onClose={() => setPeeked(null)} />
        </Tabs.Panel>
        <Tabs.Panel value="tasks" className={css.fill ?? ''}>
          <TaskTable />
        </Tabs.Panel>
        <Tabs.Panel value="calendar" className={css.scroll ?? ''}>
          <VisitBoard today={today} start={today} />
        </Tabs.Panel>
        <Tabs.Panel value="campaigns" className={css.fill ?? ''}>
          <CampaignTable />
        </Tabs.Panel>
        <Tabs.Panel value="freezes" className={css.fill ?? ''}>
          <FreezeTable />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
