import { formatZh } from '#shared/kernel/dates';
import { useRoute } from '../../api/queries';
import { Columns, Page, PageHeader } from '../../components/page';
import { Loading, QueryError } from '../../components/state-panels';
import { weekdayZh } from '../../components/words';
import { FiguresPanel } from './figures-panel';
import { GradePanel } from './grade-panel';
import { SetupGuide } from './setup-guide';
import { VisitPanel } from './visit-panel';
import { WorkPanel } from './work-panel';
import type { Today } from './work-words';

/** What is due, what comes this week, and where the office stands. */
export function TodayPage() {
  const { data: today, error } = useRoute('today.get', {});
  if (error)
    return (
      <Page>
        <PageHeader title="今日" />
        <QueryError error={error} />
      </Page>
    );
  if (!today) return <Loading label="正在读取今日事项" />;
  return (
    <Page>
      <PageHeader title="今日" purpose={dayWords(today)} />
      {isEmpty(today) ? <SetupGuide setup={today.setup} empty /> : <Work today={today} />}
    </Page>
  );
}

function Work({ today }: { readonly today: Today }) {
  return (
    <>
      {today.setup.some((step) => !step.done) ? <SetupGuide setup={today.setup} empty={false} /> : null}
      <Columns
        main={<WorkPanel today={today} />}
        side={
          <>
            <VisitPanel today={today} />
            <FiguresPanel counts={today.counts} />
            <GradePanel grades={today.grades} subjects={today.counts.subjects} />
          </>
        }
      />
    </>
  );
}

/** Nothing to count yet: the guide has the page to itself. */
const isEmpty = (today: Today): boolean =>
  today.counts.subjects === 0 && today.items.length === 0 && today.setup.length > 0;

const dayWords = ({ date, isWorkingDay }: Today): string =>
  `${formatZh(date)}　${weekdayZh(date)}　${isWorkingDay ? '工作日' : '非工作日'}`;
