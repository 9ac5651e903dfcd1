import { useEffect, useRef } from 'react';
import type { Asking } from '#shared/domain/inspection/ask-when';
import type { ChecklistItem as Item } from '#shared/domain/inspection/checklist';
import { type AnswerCode, answerLabels } from '#shared/domain/inspection/codes';
import { StatePill } from '../../components/pill';
import { SaveMark } from '../../components/save-state';
import css from './checklist.module.css';
import { answerTones, type Finding, type InspectionFile } from './inspection-words';
import { ItemWork } from './item-work';
import type { ItemAnswer } from './use-answers';

export type ChecklistItemProps = {
  readonly file: InspectionFile;
  readonly item: Item;
  readonly entry: ItemAnswer;
  readonly asking: Asking;
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

export function ChecklistItem({ item, entry, asking, again, current, ...on }: ChecklistItemProps) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) own.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (asking.state !== 'asked') return <LeftOut item={item} asking={asking} />;
  const label = entry.answer ? answerLabels[entry.answer] : '未作答';
  const photos = on.file.photos.filter((photo) => photo.itemCode === item.code).length;
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
          {again ? <span className={css.again}>上次发现问题</span> : null}
          {photos > 0 ? <span className={css.photo}>照片 {photos}</span> : null}
          {current || entry.save.phase === 'failed' ? (
            <SaveMark state={entry.save} onRetry={() => on.onSave({})} />
          ) : null}
          {!current && entry.answer ? <StatePill label={label} tone={answerTones[entry.answer]} /> : null}
        </span>
      </div>
      {current ? <ItemWork item={item} entry={entry} photos={photos} {...on} /> : null}
    </div>
  );
}

/** Left out by an earlier answer, or waiting for it: seen, with the reason, but not asked. */
function LeftOut({ item, asking }: { readonly item: Item; readonly asking: Asking }) {
  if (asking.state === 'asked') return null;
  const waiting = asking.state === 'waiting';
  return (
    // biome-ignore lint/a11y/useSemanticElements: one line of the list, as the asked ones are
    <div
      role="group"
      data-left-out={item.code}
      className={`${css.item} ${css.leftOut}`}
      aria-label={`${item.code} 不询问`}
    >
      <div className={css.line}>
        <span className={css.code}>{item.code}</span>
        <span className={css.question}>
          {item.question}
          <span className={css.because}>{asking.because}</span>
        </span>
        <span className={css.marks}>
          <StatePill label={waiting ? '待定' : '不询问'} tone={waiting ? 'waiting' : 'off'} />
        </span>
      </div>
    </div>
  );
}
