import { ActionIcon, Button, Select } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { addDays, formatZh, type IsoDate } from '#shared/kernel/dates';
import { useRoute } from '../../api/queries';
import { FilterChips } from '../../components/filter-chips';
import { Loading, QueryError } from '../../components/state-panels';
import { KeyHint } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { monthDay } from '../../components/words';
import css from './board.module.css';
import { type BoardView, type BoardVisit, batchKey, neighbourDay, rangeOf, turn } from './board-rows';
import { BoardTable } from './board-table';
import { ConflictList } from './conflict-list';
import { MoveForm } from './move-form';
import { ProblemBar } from './problem-bar';
import { TaskPeek } from './task-peek';

/** Days known before and after those shown, for the step to the next working day over a long holiday. */
const MARGIN = 14;

const VIEWS = [
  { value: 'batch', label: '按批次' },
  { value: 'pair', label: '按检查组' },
  { value: 'week', label: '按周' },
] as const;

type VisitBoardProps = {
  readonly today: IsoDate;
  /** Where it opens. */
  readonly start: IsoDate;
  /** Only the visits of this plan; of all plans and those arranged by hand when left out. */
  readonly planId?: string;
  /** The batches of the plan, with the first day of each. */
  readonly batches?: readonly { readonly no: number; readonly from: IsoDate }[];
};

/** The visits on their days, to be moved by mouse or keys. */
export function VisitBoard({ today, start, planId, batches = [] }: VisitBoardProps) {
  const [view, setView] = useRemembered<BoardView>('plan:board', 'batch');
  const [date, setDate] = useState(start);
  const [batch, setBatch] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [moving, setMoving] = useState<{ readonly visit: BoardVisit; readonly to: IsoDate | null } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { from, to } = rangeOf(view, date);
  const { data, error } = useRoute('plan.list-calendar', {
    from: addDays(from, -MARGIN),
    to: addDays(to, MARGIN),
    ...(planId ? { planId } : {}),
  });
  const inRange = data?.visits.filter((visit) => from <= visit.date && visit.date <= to) ?? [];
  const visits = batch === null ? inRange : inRange.filter((visit) => batchKey(visit) === batch);
  const conflicts = visits.filter((visit) => visit.conflicts.length > 0).length;
  const go = (next: IsoDate) => {
    setRefusal(null);
    setDate(next);
  };
  const step = (visit: BoardVisit, by: -1 | 1) => {
    const next = neighbourDay(data?.days ?? [], visit.date, by, today);
    const blocked =
      visit.state === 'planned' ? '前面没有今天以后的工作日可改，请打开这次检查另选日期。' : '检查已经办理，不能改期。';
    setRefusal(visit.state === 'planned' && next ? null : blocked);
    if (visit.state === 'planned' && next) setMoving({ visit, to: next });
  };
  return (
    <div className={css.stack}>
      <div className={css.toolbar}>
        <FilterChips label="视图" chips={VIEWS} value={view} onChange={setView} />
        <Select
          aria-label="批次"
          placeholder="全部批次"
          clearable
          w={planId ? 128 : 240}
          data={batchChoices(inRange, planId, batches)}
          value={batch}
          onChange={(next) => {
            setBatch(next);
            const first = batches.find(({ no }) => next === `${planId} ${no}`)?.from;
            if (first) go(first);
          }}
        />
        <span className={css.turn}>
          <ActionIcon aria-label={view === 'batch' ? '上一月' : '上一周'} onClick={() => go(turn(view, date, -1))}>
            <IconChevronLeft size={18} stroke={1.5} />
          </ActionIcon>
          <strong className={css.range}>
            {view === 'batch' ? formatZh(from).replace(/\d+日$/, '') : `${monthDay(from)} 至 ${monthDay(to)}`}
          </strong>
          <ActionIcon aria-label={view === 'batch' ? '下一月' : '下一周'} onClick={() => go(turn(view, date, 1))}>
            <IconChevronRight size={18} stroke={1.5} />
          </ActionIcon>
          <Button variant="subtle" size="xs" onClick={() => go(today)}>
            今天
          </Button>
        </span>
        <span className={css.count}>
          {visits.length} 户
          {conflicts > 0 ? (
            <span className={css.why}>
              <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
              {conflicts} 户需要处理，见日历下方
            </span>
          ) : null}
        </span>
      </div>
      <ProblemBar label="不能改到这一天" problems={refusal ? [refusal] : []} />
      <ProblemBar
        label="没有全部显示"
        problems={
          data && data.total > data.visits.length
            ? [`这段时间共有 ${data.total} 户，日历没有全部显示；请看“检查安排”表。`]
            : []
        }
      />
      {error ? <QueryError error={error} /> : null}
      {data ? (
        <BoardTable
          view={view}
          date={date}
          today={today}
          days={data.days}
          visits={visits}
          onOpen={({ id }) => setOpened(id)}
          onMove={(visit, day) => setMoving({ visit, to: day })}
          onRefuse={setRefusal}
          onStep={step}
          onTurn={(by) => go(turn(view, date, by))}
          onWeek={(day) => {
            setView('week');
            go(day);
          }}
        />
      ) : error ? null : (
        <Loading label="正在读取检查安排" />
      )}
      {data && visits.length === 0 ? <p className={css.keys}>这段时间没有检查安排，可以翻到前后或点“今天”。</p> : null}
      <p className={css.keys}>
        拖动检查到另一工作日即可改期。
        <KeyHint keys="←" /> <KeyHint keys="→" /> 选检查{'　'}
        <KeyHint keys="Alt+←" /> <KeyHint keys="Alt+→" /> 改到前后工作日{'　'}
        <KeyHint keys="Enter" /> 打开{'　'}
        <KeyHint keys="PageUp" /> <KeyHint keys="PageDown" /> 翻页
      </p>
      <ConflictList
        visits={visits}
        onOpen={({ id }) => setOpened(id)}
        onMove={(visit) => setMoving({ visit, to: null })}
      />
      <TaskPeek id={opened} onClose={() => setOpened(null)} />
      {moving ? (
        <MoveForm
          key={`${moving.visit.id} ${moving.to}`}
          visit={moving.visit}
          to={moving.to}
          opened
          onClose={() => setMoving(null)}
        />
      ) : null}
    </div>
  );
}

/** The batches of the plan; without one, those that are shown. */
function batchChoices(
  visits: readonly BoardVisit[],
  planId: string | undefined,
  batches: readonly { readonly no: number }[],
): { value: string; label: string }[] {
  if (planId) return batches.map(({ no }) => ({ value: `${planId} ${no}`, label: `第 ${no} 批` }));
  const labels = new Map(
    visits.map((visit) => [
      batchKey(visit),
      visit.planId === null ? '人工安排' : `${visit.planTitle ?? ''}　第 ${visit.batchNo} 批`,
    ]),
  );
  return [...labels].map(([value, label]) => ({ value, label }));
}
