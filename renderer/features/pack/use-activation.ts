import type { SubjectKind } from '#shared/domain/subject/subject';
import type { IsoDate } from '#shared/kernel/dates';
import { useRemembered } from '../../components/view-memory';
import { type DryRun, keyOf, kindsWords, type PackFile } from './pack-words';

export type StepKey = 'kinds' | 'run' | 'date' | 'decide';

type Draft = {
  readonly step: Exclude<StepKey, 'decide'>;
  readonly kinds: readonly string[];
  readonly result: DryRun | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly note: string;
};

export type ActivationWork = Draft & {
  readonly kindWords: string;
  /** The kinds as the routes take them. */
  readonly subjectKinds: SubjectKind[];
  readonly change: (part: Partial<Draft>) => void;
  readonly go: (step: StepKey) => void;
  readonly clear: () => void;
};

/** An activation under way; it waits while the officer looks at a subject, and ends with the window. */
export function useActivation(file: PackFile): ActivationWork {
  const others = file.subjectKinds.filter((kind) => !file.inForceFor.includes(kind));
  const kinds = others.length > 0 ? others : file.subjectKinds;
  const fresh: Draft = { step: 'kinds', kinds, result: null, from: null, until: null, note: '' };
  const [draft, setDraft] = useRemembered<Draft>(`pack:activate:${keyOf(file)}`, fresh);
  return {
    ...draft,
    kindWords: kindsWords(draft.kinds),
    // A pack names kinds that its schema allowed; the route refuses any other.
    subjectKinds: draft.kinds as SubjectKind[],
    change: (part) => setDraft({ ...draft, ...part }),
    go: (step) => {
      if (step !== 'decide') setDraft({ ...draft, step });
    },
    clear: () => setDraft(fresh),
  };
}
