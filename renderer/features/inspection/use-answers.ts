import { useCallback, useRef, useState } from 'react';
import { type Asking, askingOf } from '#shared/domain/inspection/ask-when';
import { checklistItems } from '#shared/domain/inspection/checklist';
import type { AnswerCode } from '#shared/domain/inspection/codes';
import { call, toApiError } from '../../api/client';
import type { SaveState } from '../../components/save-state';
import type { InspectionFile } from './inspection-words';

export type ItemAnswer = {
  /** null: not answered yet; what was typed is kept on the page until then. */
  readonly answer: AnswerCode | null;
  readonly reason: string;
  readonly note: string;
  readonly save: SaveState;
};
const BLANK: ItemAnswer = { answer: null, reason: '', note: '', save: { phase: 'none' } };

export type Answers = {
  /** Which questions are asked, by the answers on the page. */
  readonly asking: ReadonlyMap<string, Asking>;
  readonly of: (itemCode: string) => ItemAnswer;
  readonly set: (itemCode: string, change: Partial<Pick<ItemAnswer, 'answer' | 'reason' | 'note'>>) => void;
  /** The last answer that reached the disk. */
  readonly savedAt: string | null;
};

/** Answers as they are given: shown at once, written one after the other, and marked when they are safe. */
export function useAnswers(file: InspectionFile): Answers {
  const [local, setLocal] = useState<ReadonlyMap<string, ItemAnswer>>(new Map());
  const latest = useRef(local);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { id } = file;

  const put = useCallback((itemCode: string, entry: ItemAnswer) => {
    latest.current = new Map(latest.current).set(itemCode, entry);
    setLocal(latest.current);
  }, []);
  const known = (itemCode: string): ItemAnswer => {
    const stored = file.answers.find((entry) => entry.itemCode === itemCode);
    return (
      latest.current.get(itemCode) ?? (stored ? { ...stored, save: { phase: 'saved', at: stored.answeredAt } } : BLANK)
    );
  };

  const items = checklistItems(file.checklist);
  const asking = () =>
    askingOf(
      items,
      items.flatMap(({ code }) => {
        const { answer } = known(code);
        return answer === null ? [] : [{ itemCode: code, answer }];
      }),
    );

  const set: Answers['set'] = (itemCode, change) => {
    const next = { ...known(itemCode), ...change };
    const { answer, reason, note } = next;
    if (answer === null) return put(itemCode, { ...next, save: { phase: 'none' } });
    const settle = (save: SaveState) => {
      const now = latest.current.get(itemCode);
      // A newer answer is on its way; its own end will be told.
      if (now && now.answer === answer && now.reason === reason && now.note === note) put(itemCode, { ...now, save });
    };
    put(itemCode, { ...next, save: { phase: 'saving' } });
    // what is left out now starts anew when it is asked again
    for (const [code, asked] of asking()) if (asked.state === 'not_asked' && known(code) !== BLANK) put(code, BLANK);
    queue.current = queue.current
      .then(() => call('inspection.answer', { id, itemCode, answer, reason, note }))
      .then(() => settle({ phase: 'saved', at: new Date().toISOString() }))
      .catch((thrown) => settle({ phase: 'failed', message: toApiError(thrown).message }));
  };

  const times = [...file.answers.map((entry) => entry.answeredAt), ...[...local.values()].map(savedTime)];
  return { of: known, set, asking: asking(), savedAt: times.reduce<string | null>(later, null) };
}

const savedTime = ({ save }: ItemAnswer): string | null => (save.phase === 'saved' ? save.at : null);
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
