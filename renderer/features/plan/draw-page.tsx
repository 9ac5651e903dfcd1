import { useEffect } from 'react';
import { Page, PageHeader } from '../../components/page';
import { type Step, StepBar } from '../../components/step-bar';
import { AnnounceStep } from './announce-step';
import { ResultStep } from './result-step';
import { RuleStep } from './rule-step';
import { SeedStep } from './seed-step';
import { type DrawStep, useDraft } from './use-draft';

const STEPS: readonly { readonly key: DrawStep; readonly label: string }[] = [
  { key: 'rule', label: '规则与名录' },
  { key: 'announce', label: '公布校验值' },
  { key: 'seed', label: '输入公开随机值' },
  { key: 'result', label: '抽取结果' },
];

/** A draw in public: the list is frozen and its hash announced before the chance exists. */
export function DrawPage() {
  const state = useDraft();
  const { draft, change, clear } = state;
  const at = STEPS.findIndex(({ key }) => key === draft.step);
  // A finished draw is not shown again: the next visit begins with a new one.
  const done = draft.step === 'result';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is left
  useEffect(() => () => (done ? clear() : undefined), [done]);
  const back = (key: DrawStep) => () =>
    change(key === 'rule' ? { step: key, frozen: null, refusal: null } : { step: key, refusal: null });
  const steps = STEPS.map(({ key, label }, index): Step => {
    const earlier = index < at;
    return {
      key,
      label,
      state: earlier || done ? 'done' : index === at ? 'current' : 'todo',
      ...(earlier && !done ? { onOpen: back(key) } : {}),
    };
  });
  return (
    // each step begins at its top
    <Page key={draft.step}>
      <PageHeader
        title="抽取检查对象"
        purpose="先冻结名录、公布校验值，再当场产生公开随机值；谁都可以复算。"
        back={{ to: '/plans', label: '计划与抽取' }}
      />
      <StepBar steps={steps} />
      {draft.step === 'rule' ? <RuleStep state={state} /> : null}
      {draft.step === 'announce' && draft.frozen ? <AnnounceStep state={state} frozen={draft.frozen} /> : null}
      {draft.step === 'seed' && draft.frozen ? <SeedStep state={state} frozen={draft.frozen} /> : null}
      {draft.step === 'result' && draft.planId ? <ResultStep planId={draft.planId} /> : null}
    </Page>
  );
}
