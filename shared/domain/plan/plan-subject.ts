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

/** A subject as the planner sees it. `code` is the USCC, or another code that never changes. */
export type PlanSubject = {
  readonly subjectId: string;
  readonly code: string;
  readonly kind: SubjectKind;
  /** Grade code of the last rating, null when it was never rated. */
  readonly grade: string | null;
  readonly flags: readonly PlanFlag[];
};
