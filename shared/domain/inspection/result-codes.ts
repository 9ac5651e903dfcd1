/** 抽查检查结果. Codes are those of a provincial double-random system, so that an export is accepted there. */
export const resultCodes = [
  '1',
  'B',
  'C',
  '6',
  'D',
  '3',
  '4',
  '5',
  'G',
  'E',
  'F',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
] as const;
export type ResultCode = (typeof resultCodes)[number];

export const resultLabels: Record<ResultCode, string> = {
  '1': '未发现问题',
  B: '未按规定公示应当公示的信息',
  C: '公示信息隐瞒真实情况、弄虚作假',
  '6': '通过登记的住所（经营场所）无法联系',
  D: '违反其他工商行政管理规定行为',
  '3': '违反食药部门相关规定',
  '4': '违反质监部门相关规定',
  '5': '违反其他部门相关规定',
  G: '移送公安机关',
  E: '发现问题经责令已改正',
  F: '未发现开展本次抽查涉及的经营活动',
  '7': '已关闭停业或正在组织清算',
  '8': '不配合检查情节严重',
  '9': '注销',
  '10': '被吊销',
  '11': '被撤销',
  '12': '迁出',
};

/** Groups that hold other codes and are never a result themselves. */
export const resultGroupLabels = { A: '发现问题待后续处理', '2': '违反工商行政管理相关规定' } as const;
export type ResultGroup = keyof typeof resultGroupLabels;

export const resultParents: Record<ResultCode, ResultGroup | null> = {
  '1': null,
  B: '2',
  C: '2',
  '6': '2',
  D: '2',
  '3': 'A',
  '4': 'A',
  '5': 'A',
  G: 'A',
  E: null,
  F: null,
  '7': null,
  '8': null,
  '9': null,
  '10': null,
  '11': null,
  '12': null,
};
/** What a result says about the findings, and whether the checklist could be gone through at all. */
export type ResultTraits = { readonly findings: 'required' | 'forbidden' | 'any'; readonly checked: boolean };
const problemFound: ResultTraits = { findings: 'required', checked: true };
const gone: ResultTraits = { findings: 'any', checked: false };
export const resultTraits: Record<ResultCode, ResultTraits> = {
  '1': { findings: 'forbidden', checked: true },
  B: problemFound,
  C: problemFound,
  '6': gone,
  D: problemFound,
  '3': problemFound,
  '4': problemFound,
  '5': problemFound,
  G: problemFound,
  E: problemFound,
  F: { findings: 'forbidden', checked: false },
  '7': gone,
  '8': gone,
  '9': gone,
  '10': gone,
  '11': gone,
  '12': gone,
};

/** 后续处置措施; the codes are our own, the wording is that of the record form. */
export const dispositionCodes = [
  'none_needed',
  'stop_and_feed_back',
  'order_correction',
  'case_clue',
  'copy_to_other',
  'other',
] as const;
export type DispositionCode = (typeof dispositionCodes)[number];
export const dispositionLabels: Record<DispositionCode, string> = {
  none_needed: '未发现问题或相关问题已规范、已改正，无需后续处置',
  stop_and_feed_back: '停止检查，反馈至日常监管部门依法依规处理',
  order_correction: '违反本部门相关规定，责令改正；后续跟踪由日常监管部门负责',
  case_clue: '发现案件线索，初步固定相关证据后移送办案机构依法依规处理',
  copy_to_other: '违反其他部门相关规定，抄告相关部门',
  other: '其他',
};

/** Does "nothing more to do" fit this result? Problems that remain need a next step. */
export function allowsNoDisposition(code: ResultCode): boolean {
  return !['B', 'C', '6', 'D', '3', '4', '5', 'G', '8'].includes(code);
}
