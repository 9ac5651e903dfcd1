import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ChecklistItem as Item } from '#shared/domain/inspection/checklist';
import { type AnswerCode, answerLabels } from '#shared/domain/inspection/codes';
import { AutosaveText } from '../../components/autosave-text';
import { StatePill } from '../../components/pill';
import { SaveMark } from '../../components/save-state';
import { AnswerButtons } from './answer-buttons';
import css from './checklist.module.css';
import { FindingForm } from './finding-form';
import { FindingList } from './finding-list';
import { answerTones, type Finding, needsReason } from './inspection-words';
import type { ItemAnswer } from './use-answers';

type ChecklistItemProps = {
  readonly inspectionId: string;
  readonly item: Item;
  readonly entry: ItemAnswer;
  readonly findings: readonly Finding[];
  /** It went wrong at an earlier visit. */
  readonly again: boolean;
  readonly current: boolean;
  readonly noteOpen: boolean;
  readonly onEnter: () => void;
  readonly onAnswer: (answer: AnswerCode) => void;
  readonly onSave: (change: { readonly reason?: string; readonly note?: string }) => void;
  readonly onFindingDone: () => void;
};

export function ChecklistItem({ inspectionId, item, entry, findings, again, current, ...on }: ChecklistItemProps) {
  const own = useRef<HTMLDivElement>(null);
  const label = entry.answer ? answerLabels[entry.answer] : '未作答';
  useEffect(() => {
    if (current) own.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take the keys from the fields inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      ref={own}
      role="group"
      data-item={item.code}
      tabIndex={current ? 0 : -1}
      aria-label={`${item.code} ${item.question}，${label}`}
      aria-current={current ? 'true' : undefined}
      className={`${css.item} ${current ? css.current : ''}`}
      onClick={current ? undefined : on.onEnter}
    >
      <div className={css.line}>
        <span className={css.code}>{item.code}</span>
        <span className={css.question}>{item.question}</span>
        <span className={css.marks}>
          {again ? <span className={css.again}>上次有问题</span> : null}
          {current || entry.save.phase === 'failed' ? (
            <SaveMark state={entry.save} onRetry={() => on.onSave({})} />
          ) : null}
          {!current && entry.answer ? <StatePill label={label} tone={answerTones[entry.answer]} /> : null}
        </span>
      </div>
      {current ? <ItemWork inspectionId={inspectionId} item={item} entry={entry} findings={findings} {...on} /> : null}
    </div>
  );
}

type ItemWorkProps = Omit<ChecklistItemProps, 'again' | 'current' | 'onEnter'>;

/** The item in hand: its answer and what the answer asks for. */
function ItemWork({ inspectionId, item, entry, findings, noteOpen, onAnswer, onSave, onFindingDone }: ItemWorkProps) {
  const open = findings.filter((finding) => finding.state === 'open');
  const [another, setAnother] = useState(false);
  const writing = entry.answer === 'problem' && (open.length === 0 || another);
  const draft = {
    itemCode: item.code,
    clause: item.clause,
    severity: item.severityDefault,
    facts: '',
  };
  return (
    <div className={css.work}>
      {item.help ? <p className={css.help}>{item.help}</p> : null}
      <AnswerButtons question={item.question} value={entry.answer} onAnswer={onAnswer} />
      {needsReason(entry.answer) ? (
        <AutosaveText
          key={`reason ${item.code}`}
          id={`reason-${item.code}`}
          label={entry.answer === 'not_checked' ? '未检查的理由' : '不适用的理由'}
          required
          value={entry.reason}
          state={{ phase: 'none' }}
          onSave={(reason) => onSave({ reason })}
        />
      ) : null}
      <FindingList inspectionId={inspectionId} findings={findings} />
      {writing ? (
        <FindingForm
          inspectionId={inspectionId}
          draft={draft}
          autoFocus={another}
          onDone={() => {
            setAnother(false);
            onFindingDone();
          }}
          onCancel={another ? () => setAnother(false) : undefined}
        />
      ) : null}
      {entry.answer === 'problem' && !writing ? (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setAnother(true)}>
            再记一个问题
          </Button>
        </div>
      ) : null}
      {noteOpen || entry.note !== '' ? (
        <AutosaveText
          id={`note-${item.code}`}
          label="备注"
          rows={2}
          value={entry.note}
          state={{ phase: 'none' }}
          description={entry.answer === null ? '作答后一并保存。' : undefined}
          onSave={(note) => onSave({ note })}
        />
      ) : null}
    </div>
  );
}
