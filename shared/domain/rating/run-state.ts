export const ratingRunStates = ['proposed', 'approved', 'rejected', 'superseded'] as const;
export type RatingRunState = (typeof ratingRunStates)[number];

/** How a run of ratings stands, and with it each rating of it. Only an approved one holds. */
export const ratingRunStateLabels: Record<RatingRunState, string> = {
  proposed: '已提交待审定',
  approved: '已审定',
  rejected: '已退回',
  superseded: '已替代',
};

export const ratingRunModes = ['full', 'incremental', 'single'] as const;
export type RatingRunMode = (typeof ratingRunModes)[number];

export const ratingRunModeLabels: Record<RatingRunMode, string> = {
  full: '评价全部主体',
  incremental: '只评有变化的',
  single: '评价单户',
};
