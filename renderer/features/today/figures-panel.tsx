import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './figures-panel.module.css';
import type { Today } from './work-words';

/** Counts of the office; each opens its rows. */
export function FiguresPanel({ counts }: { readonly counts: Today['counts'] }) {
  const overdue = counts.rectificationsOverdue;
  const figures = [
    { label: '监管对象', unit: '户', value: counts.subjects, to: '/subjects' },
    { label: '进行中的检查', unit: '件', value: counts.inspectionsOpen, to: '/inspections' },
    { label: '本周计划检查', unit: '次', value: counts.visitsThisWeek, to: '/plans' },
    {
      label: '整改中',
      unit: '件',
      value: counts.rectificationsOpen,
      to: '/rectifications',
      ...(overdue > 0 ? { note: `其中已逾期 ${thousands(overdue)} 件` } : {}),
    },
    { label: '办理中的信用修复', unit: '件', value: counts.repairsOpen, to: '/repairs' },
    { label: '近期可以申请修复', unit: '条', value: counts.repairableSoon, to: '/repairs' },
  ];
  return (
    <Section title="概况" flush>
      <ul className={css.figures}>
        {figures.map(({ label, unit, value, to, note }) => (
          <li key={label}>
            <Link className={css.figure} to={to}>
              <span className={css.label}>
                {label}
                {note ? <span className={css.note}>{note}</span> : null}
              </span>
              <span className={css.value}>
                <strong>{thousands(value)}</strong> {unit}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
