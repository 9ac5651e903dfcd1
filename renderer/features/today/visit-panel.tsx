import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { monthDay, weekdayZh } from '../../components/words';
import css from './visit-panel.module.css';
import { startVisitPath, type Today } from './work-words';

type Visit = Today['upcoming'][number];
const MOST = 8;

/** Today's visits and those of the coming days, a day a group. */
export function VisitPanel({ today }: { readonly today: Today }) {
  const shown = today.upcoming.slice(0, MOST);
  const days = [...new Set(shown.map(({ date }) => date))];
  const rest = today.upcoming.length - MOST;
  const toPlans = (words: string) => (
    <Button component={Link} to="/plans" variant="default" size="xs">
      {words}
    </Button>
  );
  return (
    <Section title="检查日程" count={today.upcoming.length} flush>
      {today.upcoming.length === 0 ? (
        <EmptyState compact sentence="近期没有安排检查。" action={toPlans('查看检查计划')} />
      ) : (
        days.map((date) => (
          <section key={date} aria-label={date}>
            <h3 className={`${css.day} ${date === today.date ? css.now : ''}`}>
              {date === today.date ? '今天' : monthDay(date)}
              <span className={css.weekday}>{weekdayZh(date)}</span>
            </h3>
            <ul className={css.list}>
              {shown
                .filter((visit) => visit.date === date)
                .map((visit) => (
                  <VisitLine key={visit.visitId} visit={visit} />
                ))}
            </ul>
          </section>
        ))
      )}
      {rest > 0 ? <div className={css.more}>{toPlans(`还有 ${rest} 次，查看检查计划`)}</div> : null}
    </Section>
  );
}

function VisitLine({ visit }: { readonly visit: Visit }) {
  return (
    <li className={css.visit}>
      <Link
        className={css.name}
        to={startVisitPath(visit.visitId, visit.subjectId)}
        title={visit.subjectName}
        aria-label={`开始检查：${visit.subjectName}`}
      >
        {visit.subjectName}
      </Link>
      <span className={css.detail} title={visit.address ?? undefined}>
        {[visit.officers.join('、'), visit.address].filter(Boolean).join('　')}
      </span>
    </li>
  );
}
