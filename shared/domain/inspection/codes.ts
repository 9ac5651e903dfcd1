/** Answers to a question of the checklist. A question without an answer is not checked, never passed. */
export const answerCodes = ['compliant', 'problem', 'not_applicable', 'not_checked'] as const;
export type AnswerCode = (typeof answerCodes)[number];
export const answerLabels: Record<AnswerCode, string> = {
  compliant: '符合',
  problem: '发现问题',
  not_applicable: '不适用',
  not_checked: '未检查',
};

export const severities = ['minor', 'general', 'serious'] as const;
export type Severity = (typeof severities)[number];
export const severityLabels: Record<Severity, string> = { minor: '轻微', general: '一般', serious: '严重' };

/** 核查方式, the choices of the 随机抽查情况记录表. */
export const inspectionMethods = ['on_site', 'desk', 'other_department', 'testing', 'network', 'entrusted'] as const;
export type InspectionMethod = (typeof inspectionMethods)[number];
export const inspectionMethodLabels: Record<InspectionMethod, string> = {
  on_site: '实地检查',
  desk: '书面检查',
  other_department: '行政部门检查结果或专业意见',
  testing: '检验检测',
  network: '网络监测',
  entrusted: '委托专业机构辅助',
};

/** What the party answered when asked whether an inspector should withdraw (行政处罚法第四十三条). */
export const avoidanceAnswers = ['not_requested', 'requested'] as const;
export type AvoidanceAnswer = (typeof avoidanceAnswers)[number];
export const avoidanceLabels: Record<AvoidanceAnswer, string> = {
  not_requested: '不申请回避',
  requested: '申请回避',
};

export const inspectionStates = ['open', 'finished'] as const;
export type InspectionState = (typeof inspectionStates)[number];
export const inspectionStateLabels: Record<InspectionState, string> = { open: '检查中', finished: '已办结' };

export const findingStates = ['open', 'withdrawn'] as const;
export type FindingState = (typeof findingStates)[number];
export const findingStateLabels: Record<FindingState, string> = { open: '有效', withdrawn: '已撤回' };
