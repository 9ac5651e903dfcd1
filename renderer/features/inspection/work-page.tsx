import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { askingOf } from '#shared/domain/inspection/ask-when';
import { checklistItems } from '#shared/domain/inspection/checklist';
import { inspectionMethodLabels, inspectionStateLabels } from '#shared/domain/inspection/codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { localNow } from '../../api/today';
import { useShortcut } from '../../components/ime';
import { LawSide } from '../../components/law-side';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { StepBar } from '../../components/step-bar';
import { ArrivePanel } from './arrive-panel';
import { checklistGroups } from './checklist-groups';
import { ChecklistPanel } from './checklist-panel';
import { DeparturePanel, type Ending } from './departure-panel';
import css from './inspection.module.css';
import { recordClauses } from './inspection-law';
import { type InspectionFile, officerNames } from './inspection-words';
import { KeyLegend } from './key-legend';
import { PreviousProblems } from './previous-problems';
import { RecordPanel } from './record-panel';
import { SignPanel } from './sign-panel';
import { useAnswers } from './use-answers';
import { usePhrases } from './use-phrases';
import { FIRST_OF, focusOn, useStepKeys } from './work-focus';
import { firstStep, isStep, isStepDone, placeOf, type StepKey, stepKeys, stepWords } from './work-steps';

/** A visit in hand: arrival, checklist, site record, signatures, departure; each line saved as it is made. */
export function WorkPage({ file }: { readonly file: InspectionFile }) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = params.get('step');
  const [first] = useState(() => firstStep(file));
  const step: StepKey = isStep(asked) ? asked : first;
  const go = (next: StepKey) => setParams({ step: next });
  const work = useRef<HTMLDivElement>(null);
  const shown = useRef<StepKey | null>(null);
  /** The place in the step that is being opened, when it is not its first one. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === step) return;
    const opened = shown.current === null;
    shown.current = step;
    if (!opened) work.current?.scrollIntoView({ block: 'start' });
    const place = wanted.current ?? FIRST_OF[step];
    wanted.current = null;
    // The keyboard goes with the step, once it is painted.
    const handle = requestAnimationFrame(() => focusOn(place));
    return () => cancelAnimationFrame(handle);
  }, [step]);
  const answers = useAnswers(file);
  const phrases = usePhrases(file);
  const [current, setCurrent] = useState(() => firstOpen(file));
  const [ending, setEnding] = useState<Ending>({
    endedAt: file.endedAt ?? likelyEnd(file.startedAt),
    resultCode: file.resultCode,
    dispositionCode: file.dispositionCode,
  });

  // a refusal may be recorded while the page is open; another result can still be chosen
  const leaving = { ...ending, resultCode: ending.resultCode ?? (file.refusal ? '8' : null) };

  const items = checklistGroups(file).flatMap((group) => group.items);
  const askedItems = items.filter((item) => answers.asking.get(item.code)?.state === 'asked');
  const answered = askedItems.filter((item) => answers.of(item.code).answer !== null).length;
  const goTo = (next: StepKey, place: string) => {
    if (next === step) return void requestAnimationFrame(() => focusOn(place));
    wanted.current = place;
    go(next);
  };
  const toItem = (itemCode: string) => {
    setCurrent(itemCode);
    goTo('checklist', `[data-item="${itemCode}"]`);
  };
  /** The next one that is open, after the one in hand; from the start when there is none after it. */
  const toUnanswered = () => {
    const at = askedItems.findIndex((item) => item.code === current);
    const around = [...askedItems.slice(at + 1), ...askedItems.slice(0, at + 1)];
    const next = around.find((item) => answers.of(item.code).answer === null);
    if (next) toItem(next.code);
    else go('leave');
  };
  useShortcut('F7', () => go('checklist'));
  useShortcut('F8', toUnanswered);
  useShortcut('F9', () => go('leave'));
  useShortcut('F3', () => {
    phrases.open() || phrases.open(work.current?.querySelector('[data-phrase-field] textarea'));
  });
  useStepKeys(go);
  const jump = ({ itemCode, field }: { readonly itemCode: string | null; readonly field: string }) => {
    const place = placeOf(field, itemCode);
    if (place?.step === 'checklist') return toItem(place.id);
    const here = document.getElementById(`leave-${field}`);
    if (here) return (here.querySelector('input') ?? here).focus();
    if (place) goTo(place.step, `#${CSS.escape(place.id)}`);
  };
  const item = items.find((entry) => entry.code === current);

  return (
    <Page>
      <PageHeader
        title={file.subjectName}
        badges={<StatePill label={inspectionStateLabels.open} tone="going" />}
        purpose={`${file.no}　${inspectionKindLabels[file.kind]}，${inspectionMethodLabels[file.method]}　${officerNames(file.officers)}`}
        back={{ to: '/inspections', label: '检查' }}
        actions={
          <>
            <Button variant="default" onClick={() => navigate(`/papers/case/inspection/${file.id}`)}>
              文书
            </Button>
            <Button variant="default" onClick={() => navigate(`/inspections/${file.id}/evidence`)}>
              证据台
            </Button>
            <Button variant="default" onClick={() => navigate(`/subjects/${file.subjectId}`)}>
              查看主体档案
            </Button>
            {step === 'leave' ? null : <Button onClick={() => go('leave')}>离场核对</Button>}
          </>
        }
      />
      <StepBar
        steps={stepKeys.map((key, at) => ({
          key,
          ...stepWords(key, file, answered, askedItems.length),
          state: step === key ? 'current' : isStepDone(key, file, answered === askedItems.length) ? 'done' : 'todo',
          onOpen: () => go(key),
          keys: `Ctrl+${at + 1}`,
        }))}
      />
      <Columns
        fixedSide
        main={
          <div ref={work} className={css.work}>
            {step === 'arrive' ? (
              <ArrivePanel file={file} onNextStep={() => go('checklist')} onSign={() => go('sign')} />
            ) : null}
            {step === 'checklist' ? (
              <ChecklistPanel
                file={file}
                answers={answers}
                phrases={phrases}
                current={current}
                onCurrent={setCurrent}
                onNextStep={() => go('record')}
              />
            ) : null}
            {step === 'record' ? <RecordPanel file={file} onNextStep={() => go('sign')} /> : null}
            {step === 'sign' ? <SignPanel file={file} onNextStep={() => go('leave')} /> : null}
            {step === 'leave' ? (
              <DeparturePanel file={file} ending={leaving} onEnding={setEnding} onJump={jump} />
            ) : null}
          </div>
        }
        side={
          <>
            {step === 'checklist' && item ? (
              <LawSide title={`${item.code} 的依据`} clauses={[{ ...item.clause, verified: item.verified }]} />
            ) : (
              <LawSide clauses={recordClauses} />
            )}
            <PreviousProblems problems={file.previousProblems} onItem={toItem} />
          </>
        }
      />
      <KeyLegend step={step} />
      {phrases.dialog}
    </Page>
  );
}

/** Now, for a visit of today; for one written up later only the day is known. */
function likelyEnd(startedAt: string): string {
  const now = localNow();
  return now.slice(0, 10) === startedAt.slice(0, 10) ? now : `${startedAt.slice(0, 10)}T`;
}

/** Where the officer stopped, also after a power cut. */
function firstOpen(file: InspectionFile): string {
  const items = checklistGroups(file).flatMap((group) => group.items);
  const asking = askingOf(checklistItems(file.checklist), file.answers);
  const done = new Set(file.answers.map((entry) => entry.itemCode));
  const open = items.find((item) => asking.get(item.code)?.state === 'asked' && !done.has(item.code));
  return (open ?? items[0])?.code ?? '';
}
