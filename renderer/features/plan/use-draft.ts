import type { IsoDate } from '#shared/kernel/dates';
import { useToday } from '../../api/today';
import { useRemembered } from '../../components/view-memory';
import type { PlanInput } from './plan-words';

export type Draft = {
  readonly packId: string | null;
  readonly scope: NonNullable<PlanInput['scope']>;
  readonly year: number | null;
  readonly startOn: IsoDate | null;
  readonly officerIds: readonly string[];
  /** null: the proposed one. */
  readonly title: string | null;
};

const FRESH: Draft = { packId: null, scope: 'year', year: null, startOn: null, officerIds: [], title: null };

export type DraftState = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly clear: () => void;
  readonly year: number;
  readonly startOn: IsoDate;
  readonly titleOf: (batchNo: number | null) => string;
};

/** The rules of a list that is not frozen yet; they wait while an officer looks something up elsewhere. */
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
    titleOf: (batchNo) => draft.title ?? `${year}年度双随机抽查计划${batchNo === null ? '' : `（第${batchNo}批）`}`,
  };
}
