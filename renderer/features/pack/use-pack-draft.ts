import { useCallback, useEffect, useRef, useState } from 'react';
import type { RatingPack } from '#shared/domain/rating/pack';
import { call, toApiError } from '../../api/client';
import type { SaveState } from '../../components/save-state';
import { begin, type History, record, stepBack, stepForward } from './history';
import { type Path, setAt, textOf } from './json-path';
import type { Check, PackKey } from './pack-words';
import type { Edited } from './tree-edit';

/** The draft and the part that its form shows. */
type Stand = { readonly pack: RatingPack; readonly part: string };

const PAUSE = 900;

export type PackDraft = Stand & {
  readonly select: (part: string) => void;
  /** Changes one field; typing on in it is one step back. */
  readonly set: (path: Path, value: unknown) => void;
  /** Changes a list or a choice that others hang on; always a step of its own. */
  readonly replace: (path: Path, value: unknown) => void;
  /** Changes the form of the pack; one step back each. */
  readonly edit: (change: (pack: RatingPack) => Edited) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saved: SaveState;
  /** Of the last save; null until the first answer. */
  readonly check: Check | null;
  /** The draft as it stands is in the store. */
  readonly isSaved: boolean;
  readonly saveNow: () => Promise<boolean>;
};

/** A draft that saves itself a moment after each change, and can go back step by step. */
export function usePackDraft(key: PackKey, content: RatingPack, firstCheck: Check): PackDraft {
  const [history, setHistory] = useState<History<Stand>>(() => begin({ pack: content, part: 'head' }));
  const [saved, setSaved] = useState<SaveState>({ phase: 'none' });
  const [check, setCheck] = useState<Check | null>(firstCheck);
  const stored = useRef<RatingPack>(content);
  const { pack, part } = history.now;
  const latest = useRef(pack);
  latest.current = pack;
  const { packId, version } = key;

  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const saveNow = useCallback((): Promise<boolean> => {
    // One after the other, so that an older state never overtakes a newer one.
    running.current = running.current.then(async () => {
      const sent = latest.current;
      if (sent === stored.current) return true;
      setSaved({ phase: 'saving' });
      try {
        const answer = await call('pack.save-draft', { packId, version, content: sent });
        stored.current = sent;
        if (sent === latest.current) setCheck(answer);
        setSaved({ phase: 'saved', at: new Date().toISOString() });
        return true;
      } catch (thrown) {
        setSaved({ phase: 'failed', message: toApiError(thrown).message });
        return false;
      }
    });
    return running.current;
  }, [packId, version]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => void saveNow(), PAUSE);
    return () => clearTimeout(timer);
  }, [pack, saveNow]);
  // The last words are not lost when the page is left.
  useEffect(() => () => void saveNow(), [saveNow]);

  const select = useCallback(
    (next: string) => setHistory((old) => ({ ...old, now: { ...old.now, part: next }, subject: '' })),
    [],
  );
  const change = (next: Stand, subject: string) => setHistory((old) => record(old, next, subject));
  return {
    pack,
    part,
    select,
    set: (path, value) =>
      setHistory((old) => record(old, { ...old.now, pack: setAt(old.now.pack, path, value) }, textOf(path))),
    replace: (path, value) =>
      setHistory((old) => record(old, { ...old.now, pack: setAt(old.now.pack, path, value) }, '')),
    edit: (make) => {
      const edited = make(pack);
      if (edited.pack !== pack) change({ pack: edited.pack, part: edited.path }, '');
    },
    undo: () => setHistory(stepBack),
    redo: () => setHistory(stepForward),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    saved,
    check,
    isSaved: stored.current === pack,
    saveNow,
  };
}
