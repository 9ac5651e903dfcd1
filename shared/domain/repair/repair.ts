import type { IsoDate } from '../../kernel/dates';
import type { OfficerOnDuty } from '../inspection/officer-pair';
import type { ConditionAnswer } from './application';
import type { RepairTerms } from './terms';

export const repairStates = ['applied', 'verified', 'opined', 'granted', 'refused', 'closed'] as const;
export type RepairState = (typeof repairStates)[number];
export const repairStateLabels: Record<RepairState, string> = {
  applied: '已申请',
  verified: '已核查',
  opined: '已提出意见',
  granted: '准予修复',
  refused: '不予修复',
  closed: '已办结',
};

/** What a grant must lead to; repaired here and still shown there is the complaint that this list prevents. */
export const followUpCodes = ['unpublish', 'stop_sharing', 'lift_measures', 're_rate'] as const;
export type FollowUpCode = (typeof followUpCodes)[number];
export const followUpLabels: Record<FollowUpCode, string> = {
  unpublish: '停止公示',
  stop_sharing: '停止共享',
  lift_measures: '解除管理措施',
  re_rate: '重新评价',
};

export const verifyMethods = ['desk', 'on_site'] as const;
export type VerifyMethod = (typeof verifyMethods)[number];
export const verifyMethodLabels: Record<VerifyMethod, string> = { desk: '书面核查', on_site: '实地核查' };

export const recommendations = ['grant', 'refuse'] as const;
export type Recommendation = (typeof recommendations)[number];
export const recommendationLabels: Record<Recommendation, string> = { grant: '准予修复', refuse: '不予修复' };

export type Verification = {
  readonly on: IsoDate;
  readonly officers: readonly OfficerOnDuty[];
  readonly method: VerifyMethod;
  readonly text: string;
};
export type Opinion = {
  readonly on: IsoDate;
  readonly officerId: string;
  readonly officerName: string;
  readonly text: string;
  readonly recommend: Recommendation;
};
export type Decision = {
  readonly on: IsoDate;
  readonly officerId: string;
  readonly officerName: string;
  readonly decision: Recommendation;
  readonly reason: string;
  /** For a refusal: first day on which a new application may be made, where dates alone decide it. */
  readonly nextOn: IsoDate | null;
};
export type FollowUp = {
  readonly code: FollowUpCode;
  readonly on: IsoDate;
  readonly officerId: string;
  readonly officerName: string;
  readonly note: string;
};

export type Repair = {
  readonly id: string;
  readonly no: string;
  readonly dishonestyId: string;
  readonly subjectId: string;
  /** Id of the rule pack the application is dealt with under. */
  readonly regime: string;
  readonly terms: RepairTerms;
  readonly appliedOn: IsoDate;
  readonly applicant: { readonly contact: string; readonly phone: string; readonly statement: string };
  readonly conditions: readonly ConditionAnswer[];
  readonly verification: Verification | null;
  readonly opinion: Opinion | null;
  readonly decision: Decision | null;
  readonly followUp: readonly FollowUp[];
  readonly state: RepairState;
  readonly stateOn: IsoDate | null;
};

/** Follow-through lines that are still to do, in order. */
export function openFollowUps(record: Pick<Repair, 'followUp'>): readonly FollowUpCode[] {
  return followUpCodes.filter((code) => !record.followUp.some((line) => line.code === code));
}
