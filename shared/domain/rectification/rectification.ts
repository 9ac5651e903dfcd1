import type { IsoDate } from '../../kernel/dates';
import type { OfficerOnDuty } from '../inspection/officer-pair';
import type { Due, Term } from './term';

export const RECTIFICATION_STATES = ['ordered', 'closed', 'escalated', 'cancelled'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];
export const RECTIFICATION_STATE_LABELS: Record<RectificationState, string> = {
  ordered: '整改中',
  closed: '已办结',
  escalated: '已转处理',
  cancelled: '已撤销',
};

export const ITEM_STATES = ['open', 'corrected', 'uncorrected'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export const ITEM_STATE_LABELS: Record<ItemState, string> = {
  open: '待整改',
  corrected: '已整改',
  uncorrected: '未整改',
};

/** 复查结果: one of two, nothing between. */
export const RECHECK_RESULTS = ['corrected', 'uncorrected'] as const;
export type RecheckResult = (typeof RECHECK_RESULTS)[number];
export const RECHECK_RESULT_LABELS: Record<RecheckResult, string> = { corrected: '已整改', uncorrected: '未整改' };

export type RectificationItem = {
  readonly id: string;
  readonly seq: number;
  readonly findingId: string | null;
  readonly problem: string;
  readonly requirement: string;
  readonly term: Term;
  readonly dueOn: IsoDate;
  readonly dueSteps: Due['steps'];
  readonly dueEstimated: boolean;
  readonly extendedTo: IsoDate | null;
  readonly extendedOn: IsoDate | null;
  readonly extendedReason: string | null;
  readonly state: ItemState;
  readonly correction: string;
};

export type RecheckEntry = { readonly itemId: string; readonly result: RecheckResult; readonly note: string };

export type Recheck = {
  readonly id: string;
  readonly checkedOn: IsoDate;
  readonly officers: readonly OfficerOnDuty[];
  readonly results: readonly RecheckEntry[];
  /** 复查意见, in words. */
  readonly conclusion: string;
};

export type Rectification = {
  readonly id: string;
  readonly no: string;
  readonly subjectId: string;
  readonly inspectionId: string | null;
  readonly orderedOn: IsoDate;
  readonly behaviour: string;
  readonly violated: string;
  readonly basis: string;
  readonly contact: string;
  readonly contactPhone: string;
  readonly deliveredOn: IsoDate | null;
  readonly receivedBy: string | null;
  readonly state: RectificationState;
  readonly stateOn: IsoDate | null;
  readonly stateReason: string | null;
  readonly officers: readonly OfficerOnDuty[];
  readonly items: readonly RectificationItem[];
  readonly rechecks: readonly Recheck[];
};

/** The day that counts: the extended one once there is an extension. */
export function effectiveDue(item: Pick<RectificationItem, 'dueOn' | 'extendedTo'>): IsoDate {
  return item.extendedTo ?? item.dueOn;
}
