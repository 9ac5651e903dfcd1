import type { IsoDate } from '../../kernel/dates';

export const leadStates = ['new', 'assigned', 'confirmed', 'closed'] as const;
export type LeadState = (typeof leadStates)[number];
export const leadStateLabels: Record<LeadState, string> = {
  new: '待分派',
  assigned: '已分派',
  confirmed: '已核实',
  closed: '已关闭',
};

/** Rules of a pack, or a third party's list; what a third party says is never a fact by itself. */
export const leadSources = ['rule', 'third_party'] as const;
export type LeadSource = (typeof leadSources)[number];
export const leadSourceLabels: Record<LeadSource, string> = { rule: '规则筛查', third_party: '第三方筛查' };

export const closeReasons = ['unfounded', 'explained', 'corrected', 'counted', 'elsewhere', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];
export const closeReasonLabels: Record<CloseReason, string> = {
  unfounded: '经核查不成立',
  explained: '有正当理由',
  corrected: '已主动撤回或改正',
  counted: '已计入通报统计',
  elsewhere: '不属本局管辖，已移交',
  other: '其他',
};

export type Lead = {
  readonly id: string;
  readonly no: string;
  readonly source: LeadSource;
  readonly state: LeadState;
  readonly assignedTo: string | null;
  readonly stateOn: IsoDate | null;
  readonly closeReason: CloseReason | null;
  readonly note: string;
  readonly evidence: string;
  readonly factId: string | null;
};

/** The number an officer knows a lead by: the head of its key, so that it is the same on every machine. */
export const leadNo = (key: string): string => key.slice(0, 8).toUpperCase();
