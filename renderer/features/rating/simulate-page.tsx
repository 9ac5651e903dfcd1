import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { Loading, QueryError } from '../../components/state-panels';
import { IndicatorTree } from './indicator-tree';
import type { Simulation } from './rating-words';
import css from './simulate.module.css';
import { SimulateActions } from './simulate-actions';
import { SimulateDay } from './simulate-day';
import { SimulateFacts } from './simulate-facts';
import { SimulateNew } from './simulate-new';
import { SimulatePrinted } from './simulate-printed';
import { SimulateResult } from './simulate-result';
import { type CatalogueItem, type Plan, startOf, suppositionsOf } from './suppositions';
import why from './why.module.css';
import { WhyEntails } from './why-entails';
import { WhyLines } from './why-lines';
import { WhyNear } from './why-near';
import { WhyVetoes } from './why-vetoes';
import { WhyWaterfall } from './why-waterfall';

const NONE: readonly CatalogueItem[] = [];

/** What the rating of a subject would be on a day, if this or that were done. Nothing of it is kept. */
export function SimulatePage() {
  const { subjectId = '' } = useParams();
  const [params] = useSearchParams();
  const today = useRoute('today.get', {}).data?.date;
  // The slider begins on the office's day: wait until the engine has told it.
  if (today === undefined) return <Loading label="正在准备模拟" />;
  return <Simulate key={`${subjectId} ${params}`} subjectId={subjectId} start={startOf(params, today)} />;
}

function Simulate({ subjectId, start }: { readonly subjectId: string; readonly start: Plan }) {
  const today = useToday();
  const [plan, setPlan] = useState(start);
  const items = useRoute('fact.list-catalogue', {}).data?.items ?? NONE;
  const [asked] = useDebouncedValue(plan, 200);
  const supposed = suppositionsOf(asked, items);
  const answer = useRoute(
    'rating.simulate',
    { subjectId, asOf: asked.asOf, suppositions: supposed },
    { keepPrevious: true },
  );
  const simulation = answer.data;
  // What there is to suppose, whatever is supposed: the answer drops the terms of records that are taken as repaired,
  // and says nothing at all while a supposition is refused.
  const plain = useRoute('rating.simulate', { subjectId, asOf: asked.asOf, suppositions: [] }, { keepPrevious: true });
  const clean = { asOf: plan.asOf, supposed: {}, added: [] };
  const title = simulation?.subjectName ?? '模拟评价';
  return (
    <Page>
      <div className={css.frame}>
        <p className={css.band}>
          <StatePill label="模拟" tone="warn" />
          <strong>模拟，不作为评价结果</strong>
          <span>假设只在这一页有效，离开以后不保留，也不写入任何记录。</span>
        </p>
        <PageHeader
          title={title}
          purpose={
            simulation ? `${simulation.packTitle}　模拟日期 ${simulation.asOf}` : '某一天、某些假设之下的得分和等级'
          }
          back={{ to: `/subjects/${subjectId}?tab=ratings`, label: '主体档案' }}
          actions={
            <>
              <Button
                variant="default"
                disabled={plan.asOf === today && Object.keys(plan.supposed).length === 0 && plan.added.length === 0}
                onClick={() => setPlan({ ...clean, asOf: today })}
              >
                清除全部假设
              </Button>
              <Button component={Link} to={`/subjects/${subjectId}`} variant="default">
                打开主体档案
              </Button>
            </>
          }
        />
        {simulation ? (
          <SimulateActions
            subjectId={subjectId}
            simulation={simulation}
            suppositions={supposed}
            waiting={answer.isPlaceholderData || plan !== asked}
          />
        ) : null}
        {plain.error ? <QueryError error={plain.error} /> : null}
        {!simulation && !answer.error ? <Loading label="正在计算" /> : null}
        {answer.error && !plain.error ? (
          <p className={css.problem} role="alert">
            这些假设不能计算：{answer.error.message}
          </p>
        ) : null}
        {simulation ? <SimulateResult simulation={simulation} waiting={answer.isPlaceholderData} /> : null}
        {plain.data ? (
          <div className={css.inputs} data-print="hide">
            <Inputs
              plan={plan}
              onChange={setPlan}
              turns={simulation?.turns ?? plain.data.turns}
              plain={plain.data}
              items={items}
            />
          </div>
        ) : null}
        {plain.data ? <SimulatePrinted suppositions={supposed} facts={plain.data.facts} items={items} /> : null}
        {simulation ? <Explained simulation={simulation} subjectId={subjectId} /> : null}
      </div>
    </Page>
  );
}

type InputsProps = {
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
  readonly turns: Simulation['turns'];
  readonly plain: Pick<Simulation, 'facts' | 'reliefs'>;
  readonly items: readonly CatalogueItem[];
};

function Inputs({ plan, onChange, turns, plain, items }: InputsProps) {
  return (
    <>
      <SimulateDay asOf={plan.asOf} turns={turns} onChange={(asOf) => onChange({ ...plan, asOf })} />
      <div className={css.suppositions}>
        <SimulateFacts
          facts={plain.facts}
          reliefs={plain.reliefs}
          plan={plan}
          onChange={(supposed) => onChange({ ...plan, supposed })}
        />
        <SimulateNew
          items={items}
          added={plan.added}
          asOf={plan.asOf}
          onChange={(added) => onChange({ ...plan, added })}
        />
      </div>
    </>
  );
}

function Explained({ simulation, subjectId }: { readonly simulation: Simulation; readonly subjectId: string }) {
  return (
    <Columns
      better={simulation.better}
      main={
        <>
          <WhyVetoes why={simulation} subjectId={subjectId} />
          <div className={why.pictures}>
            <WhyWaterfall why={simulation} />
            <div data-print="hide">
              <IndicatorTree why={simulation} />
            </div>
          </div>
          <WhyLines why={simulation} subjectId={subjectId} />
        </>
      }
      side={
        <>
          <WhyNear up={simulation.up} down={simulation.down} />
          <WhyEntails entails={simulation.entails} grade={simulation.grade} />
        </>
      }
    />
  );
}
