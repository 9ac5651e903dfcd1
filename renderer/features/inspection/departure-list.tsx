import { Button } from '@mantine/core';
import type { RouteOutput } from '#shared/ipc/contract';
import { StatePill } from '../../components/pill';
import css from './inspection.module.css';

type Problem = RouteOutput<'inspection.check-departure'>['problems'][number];
type DepartureListProps = {
  readonly problems: readonly Problem[];
  readonly onJump: (place: Problem) => void;
};

/** What is open before the officers leave, each with the way to it. */
export function DepartureList({ problems, onJump }: DepartureListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className={css.departure} data-departure>
      {problems.map((problem) => (
        <li className={css.departureRow} key={`${problem.code} ${problem.field} ${problem.message}`}>
          {problem.level === 'block' ? (
            <StatePill label="必须处理" tone="grave" />
          ) : (
            <StatePill label="提醒" tone="warn" />
          )}
          <span>{problem.message}</span>
          {problem.code === 'officers' || problem.code === 'overlap' ? (
            <span />
          ) : (
            <Button size="compact-sm" variant="subtle" onClick={() => onJump(problem)}>
              去处理
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
