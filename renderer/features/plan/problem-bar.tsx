import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './plan.module.css';

type ProblemBarProps = {
  readonly label: string;
  readonly problems: readonly string[];
  readonly tone?: 'warn' | 'grave';
  readonly children?: ReactNode;
};

/** What must be seen before going on. */
export function ProblemBar({ label, problems, tone = 'warn', children }: ProblemBarProps) {
  if (problems.length === 0) return null;
  return (
    <section className={`${css.problems} ${tone === 'grave' ? css.grave : ''}`} aria-label={label} role="alert">
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <div>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  );
}
