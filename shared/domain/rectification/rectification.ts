import type { IsoDate } from '../../kernel/dates';
import type { OfficerOnDuty } from '../inspection/officer-pair';
import type { Due, Term } from './term';

export const rectificationStates = ['ordered', 'closed', 'escalated', 'cancelled'] as const;
export type RectificationState = (typeof rectificationStates)[number];
export const rectificationStateLabels: Record<RectificationState, string> = {
  ordered: '整改中',
  closed: '已办结',
  escalated: '已转处理',
  cancelled: '已撤销',
};

export const itemStates = ['open', 'corrected', 'uncorrected'] as const;
export type ItemState = (typeof itemStates)[number];
export const itemStateLabels: Record<ItemState, string> = {
  open: '待整改',
  corrected: '已整改',
  uncorrected: '未整改',
};

/** 复查结果: one of two, nothing between. */
export const recheckResults = ['corrected', 'uncorrected'] as const;
export type RecheckResult = (typeof recheckResults)[number];
export const recheckResultLabels: Record<RecheckResult, string> = { corrected: '已整改', uncorrected: '未整改' };

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
