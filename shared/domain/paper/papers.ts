import type { DocumentNoun } from '../document/document-no';

/** The papers of one inspection, in the order in which they come about (审批—通知—实施—记录—反馈). */
export const paperIds = [
  'check-approval',
  'check-notice',
  'checklist',
  'inspection-record',
  'interview-record',
  'rectification-order',
  'recheck-record',
  'result-record',
] as const;
export type PaperId = (typeof paperIds)[number];

export const paperTitles: Record<PaperId, string> = {
  'check-approval': '行政检查审批表',
  'check-notice': '行政检查通知书',
  checklist: '检查表（现场填写）',
  'inspection-record': '现场检查笔录',
  'interview-record': '询问笔录',
  'rectification-order': '责令改正通知书',
  'recheck-record': '复查记录',
  'result-record': '检查结果记录表',
};

/** The record a paper is made from; its id is the paper's parameter. */
export const paperOwners: Record<PaperId, 'check_notice' | 'inspection' | 'interview' | 'rectification' | 'recheck'> = {
  'check-approval': 'check_notice',
  'check-notice': 'check_notice',
  checklist: 'inspection',
  'inspection-record': 'inspection',
  'interview-record': 'interview',
  'rectification-order': 'rectification',
  'recheck-record': 'recheck',
  'result-record': 'inspection',
};

/** How a paper of a case stands (文书状态). */
export const paperStates = ['not_needed', 'to_make', 'numbered', 'printed', 'returned'] as const;
export type PaperState = (typeof paperStates)[number];
export const paperStateLabels: Record<PaperState, string> = {
  not_needed: '不需要',
  to_make: '待制作',
  numbered: '已编号',
  printed: '已打印',
  returned: '已收回签字件',
};

/** Papers that may be printed blank in advance, and the series their number comes from. */
export const blankNouns = {
  'inspection-record': 'inspection',
  'result-record': 'inspection',
  checklist: 'inspection',
  'interview-record': 'interview',
  'rectification-order': 'rectification',
} as const satisfies Partial<Record<PaperId, DocumentNoun>>;
export type BlankPaperId = keyof typeof blankNouns;
export const blankPaperIds = Object.keys(blankNouns) as readonly BlankPaperId[];
