import { type ReactNode, useRef, useState } from 'react';
import { fillPhrase, type PhraseField, type PhraseValues, phraseFields } from '#shared/domain/inspection/phrase';
import { formatZh } from '#shared/kernel/dates';
import { localNow } from '../../api/today';
import { type InspectionFile, officerNames } from './inspection-words';
import { PhrasePicker } from './phrase-picker';
import { type TextField, writeAtCursor } from './write-field';

type Place = { readonly field: PhraseField; readonly itemCode: string | null; readonly chosen: string };

export type Phrases = {
  /** Opens the list for a field, or for the one that has the keyboard. Answers whether there was one. */
  readonly open: (field?: Element | null) => boolean;
  readonly dialog: ReactNode;
};

const isText = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/** The phrase list of a record: what is chosen is written at the cursor, with the names of the record in it. */
export function usePhrases(file: InspectionFile): Phrases {
  const target = useRef<TextField | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const open: Phrases['open'] = (wanted = document.activeElement) => {
    const marked = wanted?.closest<HTMLElement>('[data-phrase-field]');
    if (!marked || !isText(wanted)) return false;
    const { phraseField, phraseItem } = marked.dataset;
    target.current = wanted;
    setPlace({
      field: phraseFields.find((field) => field === phraseField) ?? 'any',
      itemCode: phraseItem || null,
      chosen: wanted.value.slice(wanted.selectionStart ?? 0, wanted.selectionEnd ?? 0),
    });
    return true;
  };
  const back = (text: string | null) => {
    const field = target.current;
    setPlace(null);
    // After the dialog has given the keyboard back.
    requestAnimationFrame(() => {
      if (!field?.isConnected) return;
      field.focus();
      if (text !== null) writeAtCursor(field, fillPhrase(text, valuesOf(file)));
    });
  };
  return {
    open,
    dialog: place ? (
      <PhrasePicker {...place} onDone={back} preview={(text) => fillPhrase(text, valuesOf(file))} />
    ) : null,
  };
}

/** @example moment('2026-11-25T09:30') // '2026年11月25日9时30分' */
const moment = (at: string): string =>
  `${formatZh(at.slice(0, 10))}${Number(at.slice(11, 13))}时${Number(at.slice(14, 16))}分`;

function valuesOf(file: InspectionFile): PhraseValues {
  const now = localNow();
  const at = now.slice(0, 10) === file.startedAt.slice(0, 10) ? now : file.startedAt;
  return {
    对象: file.subjectName,
    日期: formatZh(file.startedAt.slice(0, 10)),
    时间: moment(at),
    地点: file.place,
    检查人员: officerNames(file.officers),
    到场人员: (file.partyPresent ?? '').split(/[，,；;（(]/)[0] ?? '',
    文号: file.no,
  };
}
