import { Button, Tabs } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { DateText } from '../../components/text';
import { moment, thousands } from '../../components/words';
import { ExclusionPanel } from './exclusion-panel';
import { GapBar } from './gap-bar';
import css from './plan.module.css';
import { planStateLabels, planStateTones, scopeWords, type Visit } from './plan-words';
import { ProblemBar } from './problem-bar';
import { ProofPanel } from './proof-panel';
import { ReasonTable } from './reason-table';
import { StrataTable } from './strata-table';
import { useVisits } from './use-visits';
import { VisitBoard } from './visit-board';
import { VisitTable } from './visit-table';
import { VoidForm } from './void-form';

const TABS = [
  { key: 'visits', label: '检查安排' },
  { key: 'calendar', label: '日历' },
  { key: 'rules', label: '分层和名录' },
  { key: 'reasons', label: '检查理由' },
  { key: 'proof', label: '抽取证明' },
] as const;

const back = { to: '/plans', label: '计划与抽取' };

/** A draw with its visits, its arithmetic and its proof. */
export function PlanFilePage() {
  const { id = '' } = useParams();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const plan = useRoute('plan.get', { id });
  const visits = useVisits(id);
  const [voiding, setVoiding] = useState(false);
  const { run, busy } = useExportDocument();
  if (plan.error)
    return (
      <Page>
        <PageHeader title="检查计划" back={back} />
        <QueryError error={plan.error} />
      </Page>
    );
  if (!plan.data) return <Loading label="正在读取检查计划" />;

  const { data } = plan;
  const open = visits.rows?.filter(({ state }) => state === 'planned') ?? [];
  const late = open.filter(({ date }) => date < today).length;
  const next = open.find(({ date }) => date >= today);
  const tab = TABS.find(({ key }) => key === params.get('tab'))?.key ?? 'visits';
  return (
    <Page kind="list">
      <PageHeader
        title={data.title}
        badges={<StatePill label={planStateLabels[data.state]} tone={planStateTones[data.state]} />}
        purpose={`${data.year} 年　${scopeWords(data)}　${moment(data.createdAt)} 抽取${data.officerName ? `　抽取人 ${data.officerName}` : ''}`}
        back={back}
        actions={
          <>
            {data.state === 'drawn' ? (
              <Button variant="default" onClick={() => setVoiding(true)}>
                作废抽取…
              </Button>
            ) : null}
            <Button
              loading={busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void run('schedule', { id })}
            >
              导出年度检查计划表…
            </Button>
          </>
        }
      />
      <ProblemBar
        label="已作废"
        tone="grave"
        problems={data.state === 'void' ? [`本次抽取已作废：${data.voidReason ?? ''}`] : []}
      />
      <ProblemBar label="请处理" problems={data.state === 'drawn' ? data.problems : []} />
      {data.state === 'drawn' && tab !== 'calendar' ? <GapBar planId={id} /> : null}
      {/* the calendar needs the height, and lists what stands in the way itself */}
      {tab === 'calendar' ? null : (
        <div className={css.strip}>
          <Facts
            columns={4}
            items={[
              { label: '候选名录', value: `${thousands(data.populationSize)} 户` },
              { label: '抽中', value: `${thousands(data.visits)} 户` },
              {
                label: '已检查',
                value: `${thousands(data.inspected)} 户，待检查 ${thousands(open.length)} 户`,
                source: late > 0 ? `其中 ${late} 户过期未查` : undefined,
              },
              {
                label: '下一户',
                value: next ? (
                  <>
                    <DateText date={next.date} />　{next.subjectName}
                  </>
                ) : (
                  '没有待检查的安排'
                ),
              },
            ]}
          />
        </div>
      )}
      <Tabs
        className={css.fill ?? ''}
        value={tab}
        keepMounted={false}
        onChange={(key) => setParams(key && key !== 'visits' ? { tab: key } : {}, { replace: true })}
      >
        <Tabs.List className={css.tabs ?? ''}>
          {TABS.map(({ key, label }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="visits" className={css.fill ?? ''}>
          <VisitTable visits={visits} strata={data.strata} />
        </Tabs.Panel>
        <Tabs.Panel value="calendar" className={css.scroll ?? ''}>
          {visits.error ? <QueryError error={visits.error} /> : null}
          {visits.rows ? (
            <VisitBoard
              today={today}
              start={next?.date ?? (today.startsWith(String(data.year)) ? today : `${data.year}-01-01`)}
              planId={id}
              batches={batchStarts(visits.rows)}
            />
          ) : null}
        </Tabs.Panel>
        <Tabs.Panel value="rules" className={css.scroll ?? ''}>
          <div className={css.stack}>
            <Section title="分层和抽取数" flush>
              <StrataTable strata={data.strata} />
            </Section>
            <ExclusionPanel exclusions={data.exclusions} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="reasons" className={css.fill ?? ''}>
          <ReasonTable planId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="proof" className={css.scroll ?? ''}>
          <ProofPanel plan={data} />
        </Tabs.Panel>
      </Tabs>
      <VoidForm plan={data} opened={voiding} onClose={() => setVoiding(false)} />
    </Page>
  );
}

/** The batches of a plan, each with its first day. */
const batchStarts = (visits: readonly Visit[]) =>
  [...Map.groupBy(visits, ({ batchNo }) => batchNo)]
    .map(([no, own]) => ({ no, from: own.map(({ date }) => date).sort()[0] ?? '' }))
    .sort((a, b) => a.no - b.no);
