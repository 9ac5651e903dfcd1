import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { itemStateLabels } from '#shared/domain/rectification/rectification';
import type { RouteOutput } from '#shared/ipc/contract';
import { useAction } from '../../api/queries';
import { GradePill, StatePill } from '../../components/pill';
import { KeyHint } from '../../components/text';
import { moment } from '../../components/words';
import { officerNames } from './inspection-words';
import css from './outing.module.css';

type Stop = RouteOutput<'inspection.list-outing'>['stops'][number];

/** The stops of a day; each may be moved up or down, by its buttons or by Alt and an arrow. */
export function OutingStops({ stops }: { readonly stops: readonly Stop[] }) {
  const list = useRef<HTMLOListElement>(null);
  const save = useAction('inspection.save-route');
  const move = async (at: number, by: number) => {
    const ids = stops.map((stop) => stop.visitId);
    const [moved] = ids.splice(at, 1);
    if (moved === undefined || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, moved);
    if (await save.run({ visitIds: ids }))
      // The keyboard stays with the stop that was moved.
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-stop="${moved}"]`)?.focus());
  };
  const keys = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    void move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <>
      <ol ref={list} className={css.stops}>
        {stops.map((stop, at) => (
          <li
            key={stop.visitId}
            className={css.stop}
            data-stop={stop.visitId}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the stop is what is moved
            tabIndex={0}
            aria-label={`第 ${at + 1} 站 ${stop.subjectName}`}
            onKeyDown={(event) => keys(event, at)}
          >
            <span className={css.no}>{at + 1}</span>
            <StopFacts stop={stop} />
            <StopActs
              stop={stop}
              first={at === 0}
              last={at === stops.length - 1}
              busy={save.busy}
              onMove={(by) => void move(at, by)}
            />
          </li>
        ))}
      </ol>
      <p className={css.keys} data-print="hide">
        <KeyHint keys="Alt" /> <KeyHint keys="↑" /> <KeyHint keys="↓" /> 移动选中的一站，顺序随即保存
      </p>
    </>
  );
}

function StopFacts({ stop }: { readonly stop: Stop }) {
  return (
    <div className={css.facts}>
      <div className={css.nameLine}>
        <Link to={`/subjects/${stop.subjectId}`} className={css.name}>
          {stop.subjectName}
        </Link>
        <GradePill code={stop.gradeCode} />
        <span className={css.quiet}>
          {inspectionKindLabels[stop.kind]}
          {stop.batchNo > 0 ? `　第 ${stop.batchNo} 批` : ''}
        </span>
      </div>
      <div>{stop.address ?? '地址未登记'}</div>
      <div className={css.quiet}>
        {[stop.contact, stop.phone ?? '电话未登记'].filter(Boolean).join('　')}　检查人员：
        {officerNames(stop.officers) || '未派出'}
      </div>
      {stop.lastVisitOn === null ? (
        <div className={css.quiet}>没有检查记录</div>
      ) : stop.lastProblems.length === 0 ? (
        <div className={css.quiet}>{stop.lastVisitOn} 检查未发现问题</div>
      ) : (
        <ul className={css.problems}>
          {stop.lastProblems.map((problem) => (
            <li key={`${problem.itemCode} ${problem.facts}`}>
              <span className={css.again}>
                {stop.lastVisitOn} {problem.rectified ? itemStateLabels[problem.rectified] : '未责令改正'}
              </span>
              {problem.facts}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type StopActsProps = {
  readonly stop: Stop;
  readonly first: boolean;
  readonly last: boolean;
  readonly busy: boolean;
  readonly onMove: (by: number) => void;
};

function StopActs({ stop, first, last, busy, onMove }: StopActsProps) {
  const navigate = useNavigate();
  const takeOut = useAction('inspection.take-out', { done: (_, input) => (input.out ? '已带出' : '已退回') });
  return (
    <div className={css.acts}>
      {stop.takenAt ? (
        <span className={css.taken}>
          <StatePill label="已带出" tone="done" />
          <span className={css.quiet}>
            {moment(stop.takenAt)} {stop.takenBy ?? ''}
          </span>
        </span>
      ) : (
        <StatePill label="未带出" tone="waiting" />
      )}
      <div className={css.row} data-print="hide">
        <ActionIcon aria-label="上移" disabled={first || busy} onClick={() => onMove(-1)}>
          <IconArrowUp size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label="下移" disabled={last || busy} onClick={() => onMove(1)}>
          <IconArrowDown size={16} stroke={1.5} />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={takeOut.busy}
          onClick={() => void takeOut.run({ visitIds: [stop.visitId], out: stop.takenAt === null })}
        >
          {stop.takenAt ? '退回' : '带出'}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            navigate(
              stop.inspectionId
                ? `/inspections/${stop.inspectionId}`
                : `/inspections/new?subject=${stop.subjectId}&visit=${stop.visitId}`,
            )
          }
        >
          {stop.inspectionId ? '继续检查' : '开始检查'}
        </Button>
      </div>
    </div>
  );
}
