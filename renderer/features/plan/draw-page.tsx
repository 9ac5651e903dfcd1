import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { Loading, QueryError } from '../../components/state-panels';
import { type Step, StepBar } from '../../components/step-bar';
import { AnnounceStep } from './announce-step';
import type { FreezeFile } from './plan-words';
import { ProblemBar } from './problem-bar';
import { ResultStep } from './result-step';
import { RuleStep } from './rule-step';
import { SeedStep } from './seed-step';

const STEPS = [
  { key: 'rule', label: '规则与名录' },
  { key: 'announce', label: '公布校验值' },
  { key: 'seed', label: '输入公开随机值' },
  { key: 'result', label: '抽取结果' },
] as const;
type DrawStep = (typeof STEPS)[number]['key'];

/** A draw in public: the list is frozen and its hash announced before the chance exists. */
export function DrawPage() {
  const [params, setParams] = useSearchParams();
  const id = params.get('freeze');
  const freeze = useRoute('plan.get-freeze', { id: id ?? '-' }, { enabled: id !== null });
  const [announced, setAnnounced] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with its own announcement
  useEffect(() => setAnnounced(false), [id]);
  const data = id === null ? undefined : freeze.data;
  const step = id === null ? 'rule' : stepOf(data, announced);
  const at = STEPS.findIndex(({ key }) => key === step);
  const open: Partial<Record<DrawStep, () => void>> = {
    rule: () => setParams({}),
    announce: () => setAnnounced(false),
  };
  const steps = STEPS.map(({ key, label }, index): Step => {
    const onOpen = index < at && step !== 'result' ? open[key] : undefined;
    const state = index < at || step === 'result' ? 'done' : index === at ? 'current' : 'todo';
    return { key, label, state, ...(onOpen ? { onOpen } : {}) };
  });
  return (
    // each step begins at its top
    <Page key={step}>
      <PageHeader
        title="抽取检查对象"
        purpose="先冻结名录、公布校验值，再当场产生公开随机值；谁都可以复算。"
        back={{ to: '/plans', label: '计划与抽取' }}
      />
      <StepBar steps={steps} />
      {id === null ? <RuleStep onFrozen={(frozen) => setParams({ freeze: frozen })} /> : null}
      {id !== null && freeze.error ? <QueryError error={freeze.error} /> : null}
      {id !== null && !freeze.error && !data ? <Loading label="正在读取冻结的名录" /> : null}
      {data?.state === 'discarded' ? (
        <ProblemBar label="已停用" tone="grave" problems={[`这份名录已停用，没有抽取：${data.discardReason ?? ''}`]}>
          <Button component={Link} to="/plans?tab=freezes" variant="default" size="xs" mt="xs">
            查看冻结记录
          </Button>
        </ProblemBar>
      ) : null}
      {data && step === 'announce' ? <AnnounceStep freeze={data} onAnnounced={() => setAnnounced(true)} /> : null}
      {data && step === 'seed' ? <SeedStep freeze={data} onBack={() => setAnnounced(false)} /> : null}
      {data?.planId && step === 'result' ? <ResultStep planId={data.planId} /> : null}
    </Page>
  );
}

function stepOf(freeze: FreezeFile | undefined, announced: boolean): DrawStep {
  if (freeze?.state === 'drawn') return 'result';
  return announced && freeze?.state === 'frozen' ? 'seed' : 'announce';
}
