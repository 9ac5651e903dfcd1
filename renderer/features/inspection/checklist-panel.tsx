import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AnswerCode } from '#shared/domain/inspection/codes';
import { useShortcut } from '../../components/ime';
import { SaveMark } from '../../components/save-state';
import { Section } from '../../components/section';
import { KeyHint } from '../../components/text';
import css from './checklist.module.css';
import { checklistGroups } from './checklist-groups';
import { ChecklistItem } from './checklist-item';
import { answerKeys, type InspectionFile, needsReason } from './inspection-words';
import { OutsideFindings } from './outside-findings';
import type { Answers } from './use-answers';

type ChecklistPanelProps = {
  readonly file: InspectionFile;
  readonly answers: Answers;
  readonly current: string;
  readonly onCurrent: (itemCode: string) => void;
  readonly onNextStep: () => void;
};

/** One question after the other, by the keys 1–4, ↓ and F2. */
export function ChecklistPanel({ file, answers, current, onCurrent, onNextStep }: ChecklistPanelProps) {
  const groups = checklistGroups(file);
  const items = groups.flatMap((group) => group.items);
  const list = useRef<HTMLDivElement>(null);
  const [noteOf, setNoteOf] = useState<string | null>(null);
  const before = new Set(file.previousProblems.map((problem) => problem.itemCode));

  const focus = (selector: string) =>
    // After the page has painted the field.
    requestAnimationFrame(() => {
      const field = list.current?.querySelector<HTMLElement>(selector);
      field?.focus();
      field?.closest('[data-item]')?.scrollIntoView({ block: 'nearest' });
    });
  const focusItem = (code: string) => focus(`[data-item="${code}"]`);
  useEffect(() => {
    // The frame gives a new page the keyboard first; then the item in hand takes it.
    const handle = requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus());
    return () => cancelAnimationFrame(handle);
  }, []);

  const move = (by: number) => {
    const at = items.findIndex((item) => item.code === current);
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (!next) return;
    onCurrent(next.code);
    focusItem(next.code);
  };
  const answer = (code: string, value: AnswerCode) => {
    onCurrent(code);
    answers.set(code, { answer: value, ...(needsReason(value) ? {} : { reason: '' }) });
    if (needsReason(value)) focus(`#reason-${code}`);
    else if (value === 'problem') focus(`[data-item="${code}"] textarea`);
    else focusItem(code);
  };
  const save = (code: string, change: { readonly reason?: string; readonly note?: string }) => {
    // A reason that was being typed goes with the answer it was for.
    if (change.reason !== undefined && !needsReason(answers.of(code).answer)) return;
    answers.set(code, change);
  };
  const note = () => {
    setNoteOf(current);
    focus(`#note-${current}`);
  };
  useShortcut('F2', note);

  const keys = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const typing = /^(INPUT|TEXTAREA)$/.test(target.tagName);
    if (typing) {
      // A single line is left by Enter; longer texts keep it.
      if (event.key === 'Enter' && target.tagName === 'INPUT' && target.id.startsWith('reason-')) move(1);
      else if (event.key === 'Escape') focusItem(current);
      else return;
    } else {
      const chosen = answerKeys.find(([key]) => key === event.key)?.[1];
      const button = target.tagName === 'BUTTON';
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (chosen) answer(current, chosen);
      else if (event.key === 'ArrowDown' || (event.key === 'Enter' && !button)) move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else return;
    }
    event.preventDefault();
  };

  const answered = items.filter((item) => answers.of(item.code).answer !== null).length;
  return (
    <Section
      title={file.checklist.title}
      hint={`已作答 ${answered} / ${items.length}`}
      actions={answers.savedAt ? <SaveMark state={{ phase: 'saved', at: answers.savedAt }} /> : null}
      flush
      fixedHead
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the item in hand has the focus; its keys are followed here */}
      <div ref={list} onKeyDown={keys}>
        <ol className={css.list}>
          {groups.map((group) => (
            <li key={group.title}>
              <h3 className={css.group}>{group.title}</h3>
              {group.items.map((item) => (
                <ChecklistItem
                  key={item.code}
                  inspectionId={file.id}
                  item={item}
                  entry={answers.of(item.code)}
                  findings={file.findings.filter((finding) => finding.itemCode === item.code)}
                  again={before.has(item.code)}
                  current={item.code === current}
                  noteOpen={noteOf === item.code}
                  onEnter={() => onCurrent(item.code)}
                  onAnswer={(value) => answer(item.code, value)}
                  onSave={(change) => save(item.code, change)}
                  onFindingDone={() => focusItem(item.code)}
                />
              ))}
            </li>
          ))}
        </ol>
      </div>
      <OutsideFindings file={file} />
      <div className={css.item}>
        <div className={css.findingHead}>
          <Button variant="default" onClick={onNextStep}>
            下一步：现场记录
          </Button>
          <p className={css.keys}>
            <span>
              <KeyHint keys="1" />–<KeyHint keys="4" /> 作答
            </span>
            <span>
              <KeyHint keys="↓" /> 下一项
            </span>
            <span>
              <KeyHint keys="F2" /> 备注
            </span>
          </p>
        </div>
      </div>
    </Section>
  );
}
