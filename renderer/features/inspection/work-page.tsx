import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { checklistItems } from '#shared/domain/inspection/checklist';
import { inspectionMethodLabels, inspectionStateLabels } from '#shared/domain/inspection/codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { localNow } from '../../api/today';
import { useShortcut } from '../../components/ime';
import { LawSide } from '../../components/law-side';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { StepBar } from '../../components/step-bar';
import { checklistGroups } from './checklist-groups';
import { ChecklistPanel } from './checklist-panel';
import { DeparturePanel, type Ending } from './departure-panel';
import css from './inspection.module.css';
import { recordClauses } from './inspection-law';
import { type InspectionFile, officerNames, timeText } from './inspection-words';
import { PreviousProblems } from './previous-problems';
import { RecordPanel } from './record-panel';
import { useAnswers } from './use-answers';

type StepKey = 'checklist' | 'record' | 'leave';

/** A visit in hand: checklist, site record, departure; each line saved as it is made. */
export function WorkPage({ file }: { readonly file: InspectionFile }) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = params.get('step');
  const step: StepKey = asked === 'record' || asked === 'leave' ? asked : 'checklist';
  const go = (next: StepKey) => setParams(next === 'checklist' ? {} : { step: next });
  const work = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    work.current?.scrollIntoView({ block: 'start' });
    // The keyboard goes with the step; the checklist finds its own item. Dates and choices would open themselves.
    if (step === 'checklist') return;
    work.current?.querySelector<HTMLElement>('#record-place, [data-departure] button, button[type=submit]')?.focus();
  }, [step]);
  const answers = useAnswers(file);
  const [current, setCurrent] = useState(() => firstOpen(file));
  const [ending, setEnding] = useState<Ending>({
    endedAt: file.endedAt ?? likelyEnd(file.startedAt),
    resultCode: file.resultCode,
    dispositionCode: file.dispositionCode,
  });
  useShortcut('F7', () => go('checklist'));
  useShortcut('F8', () => go('record'));
  useShortcut('F9', () => go('leave'));

  const items = checklistItems(file.checklist);
  const answered = items.filter((item) => answers.of(item.code).answer !== null).length;
  const toItem = (itemCode: string) => {
    setCurrent(itemCode);
    go('checklist');
  };
  const jump = ({ itemCode, field }: { readonly itemCode: string | null; readonly field: string }) => {
    if (itemCode) return toItem(itemCode);
    const here = document.getElementById(`leave-${field}`);
    if (here) return (here.querySelector('input') ?? here).focus();
    go('record');
    // After the step has been painted.
    setTimeout(() => {
      const target = document.getElementById(`record-${field}`);
      target?.scrollIntoView({ block: 'center' });
      (target?.querySelector('input') ?? target)?.focus();
    }, 60);
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
            <Button variant="default" onClick={() => navigate(`/subjects/${file.subjectId}`)}>
              查看主体档案
            </Button>
            {step === 'leave' ? null : <Button onClick={() => go('leave')}>离场核对</Button>}
          </>
        }
      />
      <StepBar
        steps={[
          { key: 'start', label: '开始', state: 'done', note: timeText(file.startedAt) },
          {
            key: 'checklist',
            label: '逐项检查',
            state: step === 'checklist' ? 'current' : answered === items.length ? 'done' : 'todo',
            note: `已作答 ${answered} / ${items.length}`,
            onOpen: () => go('checklist'),
            keys: 'F7',
          },
          {
            key: 'record',
            label: '现场记录',
            state: step === 'record' ? 'current' : isRecorded(file) ? 'done' : 'todo',
            note: file.rightsTold ? '已告知权利' : '尚未告知权利',
            onOpen: () => go('record'),
            keys: 'F8',
          },
          {
            key: 'leave',
            label: '离场核对',
            state: step === 'leave' ? 'current' : 'todo',
            note: '核对后办结',
            onOpen: () => go('leave'),
            keys: 'F9',
          },
        ]}
      />
      <Columns
        fixedSide
        main={
          <div ref={work} className={css.work}>
            {step === 'checklist' ? (
              <ChecklistPanel
                file={file}
                answers={answers}
                current={current}
                onCurrent={setCurrent}
                onNextStep={() => go('record')}
              />
            ) : null}
            {step === 'record' ? <RecordPanel file={file} onNextStep={() => go('leave')} /> : null}
            {step === 'leave' ? (
              <DeparturePanel file={file} ending={ending} onEnding={setEnding} onJump={jump} />
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
    </Page>
  );
}

/** Now, for a visit of today; for one written up later only the day is known. */
function likelyEnd(startedAt: string): string {
  const now = localNow();
  return now.slice(0, 10) === startedAt.slice(0, 10) ? now : `${startedAt.slice(0, 10)}T`;
}

const isRecorded = (file: InspectionFile): boolean =>
  file.rightsTold && file.avoidanceAsked !== null && (file.method !== 'on_site' || file.scene.trim() !== '');

/** Where the officer stopped, also after a power cut. */
function firstOpen(file: InspectionFile): string {
  const items = checklistGroups(file).flatMap((group) => group.items);
  const done = new Set(file.answers.map((entry) => entry.itemCode));
  return (items.find((item) => !done.has(item.code)) ?? items[0])?.code ?? '';
}
