/** The papers of one inspection, in the order in which they come about (审批—通知—实施—记录—反馈). */
export const paperIds = [
  'check-approval',
  'check-notice',
  'inspection-record',
  'interview-record',
  'rectification-order',
  'recheck-record',
  'result-record',
] as const;
export type PaperId = (typeof paperIds)[number];
