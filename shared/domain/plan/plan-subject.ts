import type { SubjectKind } from '../subject/subject';

export const planFlags = [
  'abnormal_list',
  'serious_list',
  'dishonest',
  'recent_penalty',
  'complaint',
  'incentive',
  'inspected_this_year',
  'planned_this_year',
  'ceased',
] as const;

/** What the store knows of a subject on the day of planning; a sampling pack may only ask for these. */
export type PlanFlag = (typeof planFlags)[number];

export const planFlagLabels: Record<PlanFlag, string> = {
  abnormal_list: '列入经营异常名录',
  serious_list: '列入严重违法失信名单',
  dishonest: '失信主体管理期内',
  recent_penalty: '规定年限内受过行政处罚',
  complaint: '有投诉举报或转办交办',
  incentive: '守信激励名单',
  inspected_this_year: '本年度已接受现场检查',
  planned_this_year: '本年度已列入其他抽查计划',
  ceased: '已注销、被吊销、被撤销或迁出',
};

/** A subject as the planner sees it. `code` is the USCC, or another code that never changes. */
export type PlanSubject = {
  readonly subjectId: string;
  readonly code: string;
  readonly kind: SubjectKind;
  /** Grade code of the last rating, null when it was never rated. */
  readonly grade: string | null;
  readonly flags: readonly PlanFlag[];
};
