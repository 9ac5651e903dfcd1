import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AnswerCode } from '#shared/domain/inspection/codes';
import { useShortcut } from '../../components/ime';
import { SaveMark } from '../../components/save-state';
import { Section } from '../../components/section';
import css from './checklist.module.css';
import { checklistGroups } from './checklist-groups';
import { ChecklistItem } from './checklist-item';
import { answerKeys, type InspectionFile, needsReason } from './inspection-words';
import { OutsideFindings } from './outside-findings';
import site from './site.module.css';
import type { Answers } from './use-answers';
import { useItemPhoto } from './use-item-photo';
import type { Phrases } from './use-phrases';

type ChecklistPanelProps = {
  readonly file: InspectionFile;
  readonly answers: Answers;
  readonly phrases: Phrases;
  readonly current: string;
  readonly onCurrent: (itemCode: string) => void;
  readonly onNextStep: () => void;
};

/** One question after the other, by the keys of the legend. */
export function ChecklistPanel({ file, answers, phrases, current, onCurrent, onNextStep }: ChecklistPanelProps) {
  const groups = checklistGroups(file);
  const items = groups.flatMap((group) => group.items);
  const asked = items.filter((item) => answers.asking.get(item.code)?.state === 'asked');
  const list = useRef<HTMLDivElement>(null);
  const [noteOf, setNoteOf] = useState<string | null>(null);
  const before = new Set(file.previousProblems.map((problem) => problem.itemCode));
  const photo = useItemPhoto(file.id);

  const field = (selector: string) => list.current?.querySelector<HTMLElement>(selector) ?? null;
  const focus = (selector: string) =>
    // After the page has painted the field.
    requestAnimationFrame(() => {
      const found = field(selector);
      found?.focus();
      found?.closest('[data-item]')?.scrollIntoView({ block: 'nearest' });
    });
  const focusItem = (code: string) => focus(`[data-item="${code}"]`);
  useEffect(() => {
    // The frame gives a new page the keyboard first; then the item in hand takes it.
    const handle = requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus());
    return () => cancelAnimationFrame(handle);
  }, []);

  const move = (by: number) => {
    const at = asked.findIndex((item) => item.code === current);
    const next = asked[at + by];
    if (next) {
      onCurrent(next.code);
      focusItem(next.code);
    } else if (by > 0) focus('[data-next-step]');
    else focusItem(current);
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
  /** Where a phrase goes: to what the answer asks for, else to the note. */
  const phrase = () => {
    if (phrases.open()) return;
    const { answer: given } = answers.of(current);
    const wanted = needsReason(given)
      ? `#reason-${current}`
      : `[data-item="${current}"] [data-phrase-field="facts"] textarea`;
    if (phrases.open(field(wanted))) return;
    setNoteOf(current);
    requestAnimationFrame(() => phrases.open(field(`#note-${current}`)));
  };
  useShortcut('F2', note);
  useShortcut('F4', () => photo.pick(current));
  useShortcut('.', phrase);

  const keys = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const typing = /^(INPUT|TEXTAREA)$/.test(target.tagName);
    const back = event.key === 'Enter' && event.shiftKey;
    if (typing) {
      // A single line is left by Enter; longer texts keep it.
      if (event.key === 'Enter' && target.tagName === 'INPUT' && target.id.startsWith('reason-')) move(back ? -1 : 1);
      else if (event.key === 'Escape') focusItem(current);
      else return;
    } else {
      const chosen = answerKeys.find(([key]) => key === event.key)?.[1];
      const button = target.tagName === 'BUTTON';
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (chosen) answer(current, chosen);
      else if (event.key === 'ArrowUp' || (back && !button)) move(-1);
      else if (event.key === 'ArrowDown' || (event.key === 'Enter' && !button)) move(1);
      else return;
    }
    event.preventDefault();
  };

  const answered = asked.filter((item) => answers.of(item.code).answer !== null).length;
  const leftOut = items.filter((item) => answers.asking.get(item.code)?.state === 'not_asked').length;
  return (
    <Section
      title={file.checklist.title}
      hint={`已作答 ${answered} / ${asked.length}${leftOut > 0 ? `，不询问 ${leftOut} 项` : ''}`}
      actions={answers.savedAt ? <SaveMark state={{ phase: 'saved', at: answers.savedAt }} /> : null}
      flush
      fixedHead
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the item in hand has the focus; its keys are followed here */}
      <div ref={list} onKeyDown={keys}>
        {file.refusal ? (
          <p className={site.notice}>当事人拒绝检查，不再逐项作答；改为接受检查的，请先在“到场告知”中撤回。</p>
        ) : null}
        <ol className={css.list}>
          {groups.map((group) => (
            <li key={group.title}>
              <h3 className={css.group}>{group.title}</h3>
              {group.items.map((item) => (
                <ChecklistItem
                  key={item.code}
                  file={file}
                  item={item}
                  entry={answers.of(item.code)}
                  asking={answers.asking.get(item.code) ?? { state: 'asked' }}
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
        <OutsideFindings file={file} />
        <div className={css.item}>
          <Button variant="default" data-next-step onClick={onNextStep}>
            下一步：现场记录
          </Button>
        </div>
      </div>
    </Section>
  );
}
