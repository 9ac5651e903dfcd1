import { Button } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { DueText } from '../../components/text';
import { monthDay } from '../../components/words';
import css from './work-panel.module.css';
import { pathOf, type Today, type Urgency, urgencyLabels, type WorkItem, workLabels } from './work-words';

const ORDER: readonly Urgency[] = ['overdue', 'today', 'soon', 'later'];
/** So many of a group are shown at once; the rest one button away. */
const SHOWN: Readonly<Record<Urgency, number>> = { overdue: 12, today: 12, soon: 8, later: 0 };

/** Overdue first, then today, then what is near; each line ends in its next step. */
export function WorkPanel({ today }: { readonly today: Today }) {
  const groups = ORDER.map((urgency) => ({
    urgency,
    items: today.items.filter((item) => item.urgency === urgency),
  })).filter(({ items }) => items.length > 0);
  const first = groups[0]?.items[0];
  return (
    <Section title="待办" count={today.items.length} flush>
      {groups.length === 0 ? (
        <EmptyState
          icon={IconCalendarCheck}
          sentence={nothingDue(today)}
          action={
            <Button component={Link} to="/plans" variant="default">
              查看检查计划
            </Button>
          }
        />
      ) : (
        groups.map(({ urgency, items }) => <Group key={urgency} urgency={urgency} items={items} first={first} />)
      )}
    </Section>
  );
}

type GroupProps = {
  readonly urgency: Urgency;
  readonly items: readonly WorkItem[];
  readonly first: WorkItem | undefined;
};

function Group({ urgency, items, first }: GroupProps) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, SHOWN[urgency]);
  const rest = items.length - shown.length;
  const label = urgencyLabels[urgency];
  return (
    <section aria-label={label}>
      <h3 className={`${css.group} ${urgency === 'overdue' ? css.overdue : ''}`}>
        {label}
        <span className={css.count}>{items.length} 项</span>
      </h3>
      <ul className={css.list}>
        {shown.map((item) => (
          <Line key={`${item.noun}-${item.id}`} item={item} primary={item === first} />
        ))}
      </ul>
      {rest > 0 ? (
        <div className={css.more}>
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            {shown.length === 0 ? `显示${label}的 ${rest} 项` : `显示其余 ${rest} 项`}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Line({ item, primary }: { readonly item: WorkItem; readonly primary: boolean }) {
  return (
    <li className={css.line}>
      <span className={css.noun}>{workLabels[item.noun]}</span>
      <span className={css.words}>
        {item.subjectId && item.subjectName ? (
          <Link className={css.title} to={`/subjects/${item.subjectId}`} title={item.subjectName}>
            {item.subjectName}
          </Link>
        ) : (
          <span className={css.title}>{item.title}</span>
        )}
        <span className={css.second}>
          {item.subjectName ? <span className={css.what}>{item.title}</span> : null}
          <DueText words={item.remaining} tone={item.urgency} />
        </span>
      </span>
      <Button
        component={Link}
        to={pathOf(item)}
        size="xs"
        variant={primary ? 'filled' : 'default'}
        aria-label={`${item.next}：${[item.subjectName, item.title].filter(Boolean).join('，')}`}
      >
        {item.next}
      </Button>
    </li>
  );
}

/** One sentence, with the day when something comes next. */
function nothingDue({ upcoming }: Today): string {
  const next = upcoming[0];
  return next ? `没有到期的事项；下一次检查在 ${monthDay(next.date)}，${next.subjectName}。` : '没有到期的事项。';
}
