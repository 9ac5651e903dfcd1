import type { IsoDate } from '#shared/kernel/dates';
import { useToday } from '../../api/today';
import { useRemembered } from '../../components/view-memory';
import type { PlanInput, PlanPreview } from './plan-words';

/** The list as it stood when its hash was announced. */
export type Frozen = { readonly input: PlanInput; readonly preview: PlanPreview; readonly at: string };

export type DrawStep = 'rule' | 'announce' | 'seed' | 'result';

export type Draft = {
  readonly step: DrawStep;
  readonly packId: string | null;
  readonly year: number | null;
  readonly startOn: IsoDate | null;
  readonly officerIds: readonly string[];
  /** null: the proposed one. */
  readonly title: string | null;
  readonly frozen: Frozen | null;
  /** Why the last draw was refused. */
  readonly refusal: string | null;
  readonly planId: string | null;
};

const FRESH: Draft = {
  step: 'rule',
  packId: null,
  year: null,
  startOn: null,
  officerIds: [],
  title: null,
  frozen: null,
  refusal: null,
  planId: null,
};

export type DraftState = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly clear: () => void;
  readonly year: number;
  readonly startOn: IsoDate;
  readonly title: string;
};

/** A draw under way; it waits while an officer looks something up elsewhere, and ends with the window. */
export function useDraft(): DraftState {
  const today = useToday();
  const [draft, setDraft] = useRemembered<Draft>('plan:draw', FRESH);
  const year = draft.year ?? Number(today.slice(0, 4));
  return {
    draft,
    change: (part) => setDraft({ ...draft, ...part }),
    clear: () => setDraft(FRESH),
    year,
    startOn: draft.startOn ?? today,
    title: draft.title ?? `${year}年度双随机抽查计划`,
  };
}
