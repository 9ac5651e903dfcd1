/** Answers to a question of the checklist. A question without an answer is not checked, never passed. */
export const ANSWERS = ['compliant', 'problem', 'not_applicable', 'not_checked'] as const;
export type AnswerCode = (typeof ANSWERS)[number];
export const ANSWER_LABELS: Record<AnswerCode, string> = {
  compliant: '符合',
  problem: '发现问题',
  not_applicable: '不适用',
  not_checked: '未检查',
};

export const SEVERITIES = ['minor', 'general', 'serious'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_LABELS: Record<Severity, string> = { minor: '轻微', general: '一般', serious: '严重' };

/** 核查方式, the choices of the 随机抽查情况记录表. */
export const METHODS = ['on_site', 'desk', 'other_department', 'testing', 'network', 'entrusted'] as const;
export type InspectionMethod = (typeof METHODS)[number];
export const METHOD_LABELS: Record<InspectionMethod, string> = {
  on_site: '实地检查',
  desk: '书面检查',
  other_department: '行政部门检查结果或专业意见',
  testing: '检验检测',
  network: '网络监测',
  entrusted: '委托专业机构辅助',
};

/** What the party answered when asked whether an inspector should withdraw (行政处罚法第四十三条). */
export const AVOIDANCE_ANSWERS = ['not_requested', 'requested'] as const;
export type AvoidanceAnswer = (typeof AVOIDANCE_ANSWERS)[number];
export const AVOIDANCE_LABELS: Record<AvoidanceAnswer, string> = {
  not_requested: '不申请回避',
  requested: '申请回避',
};

export const INSPECTION_STATES = ['open', 'finished'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];
export const INSPECTION_STATE_LABELS: Record<InspectionState, string> = { open: '检查中', finished: '已办结' };

export const FINDING_STATES = ['open', 'withdrawn'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
export const FINDING_STATE_LABELS: Record<FindingState, string> = { open: '有效', withdrawn: '已撤回' };
