import type { IsoDate } from '#shared/kernel/dates';
import type { FieldProblem } from '#shared/kernel/errors';
import { checkIdNumber } from '../subject/id-number';
import type { PenaltySubjectCategory } from './penalty-cells';
import type { PenaltyRow } from './penalty-table';

/** `current`: the upload table now in use; `2016`: the older one, which has fewer columns. */
export type PenaltySet = 'current' | '2016';

/**
 * Which set of columns a table follows: the older one has neither category nor type of violation.
 *
 * @param mappedKeys keys of the mapped columns
 * @example penaltySetOf(mapping.columns.map(({ key }) => key)) // 'current'
 */
export function penaltySetOf(mappedKeys: readonly string[]): PenaltySet {
  return mappedKeys.includes('subjectCategory') || mappedKeys.includes('violationType') ? 'current' : '2016';
}

/**
 * The category as stated, else by the codes (a credit code that begins with 92 is an individual business).
 *
 * @example penaltySubjectCategory({ ...row, subjectCategory: null, uscc: '92370102MA3M9AG94X' }) // 'individual_business'
 */
export function penaltySubjectCategory(row: PenaltyRow): PenaltySubjectCategory {
  if (row.subjectCategory !== null) return row.subjectCategory;
  if (row.uscc !== null) return row.uscc.startsWith('92') ? 'individual_business' : 'organisation';
  return row.subjectIdNumber !== null ? 'natural_person' : 'organisation';
}

/**
 * The rules over a whole row of the penalty table: what the set requires, the subject's code by its category,
 * amounts named by the kinds of penalty, the order of dates.
 *
 * @param options.today refuses a decision dated after it, when given
 * @returns one problem a field, `path` = column key
 * @example checkPenaltyRow({ ...row, validUntil: '2020-01-01', decidedOn: '2026-01-01' }, { set: '2016' })[0]?.path // 'validUntil'
 */
export function checkPenaltyRow(
  row: PenaltyRow,
  options: { readonly set: PenaltySet; readonly today?: IsoDate },
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (path: keyof PenaltyRow, message: string): void => {
    problems.push({ path, message });
  };
  checkSubjectCodes(row, options, say);
  if (row.penaltyKind === null) say('penaltyKind', '“处罚类别”必须填写，请补上。');
  if (options.set === 'current') {
    if (row.subjectCategory === null) say('subjectCategory', '“行政相对人类别”必须填写，请补上。');
    if (row.violationType === null) say('violationType', '“违法行为类型”必须填写，请补上。');
    if (row.validUntil === null) say('validUntil', '“处罚有效期”必须填写，长期有效的填“长期”。');
    if (row.source === null) say('source', '“数据来源单位”必须填写，请补上。');
    const kinds = `${row.penaltyKind ?? ''}${row.penaltyKind2 ?? ''}`;
    if (kinds.includes('罚款') && row.fineFen === null) say('fineFen', '处罚类别含罚款，请填罚款金额。');
    if (kinds.includes('没收') && row.confiscatedFen === null) say('confiscatedFen', '处罚类别含没收，请填没收金额。');
    if (/暂扣|吊销/.test(kinds) && row.licence === null) say('licence', '处罚类别含暂扣或吊销，请填证照名称及编号。');
  }
  checkDates(row, options.today, say);
  return problems;
}

type Say = (path: keyof PenaltyRow, message: string) => void;

function checkSubjectCodes(
  row: PenaltyRow,
  options: { readonly set: PenaltySet; readonly today?: IsoDate },
  say: Say,
): void {
  const category = penaltySubjectCategory(row);
  const anyCode =
    row.uscc ??
    row.registrationNo ??
    row.organisationCode ??
    row.taxNo ??
    row.institutionNo ??
    row.socialOrganisationNo;
  if (category === 'organisation' && anyCode === null) {
    say('uscc', '法人及非法人组织须填统一社会信用代码，请补上。');
  }
  if (category === 'natural_person' && options.set === 'current' && row.subjectIdNumber === null) {
    say('subjectIdNumber', '自然人须填证件号码，请补上。');
  }
  if (row.subjectIdNumber !== null && /身份证|公民身份/.test(row.subjectIdKind ?? '身份证')) {
    const checked = checkIdNumber(row.subjectIdNumber, options);
    if (!checked.ok) say('subjectIdNumber', checked.message);
  }
  if (row.legalPersonIdNumber !== null && /身份证|公民身份/.test(row.legalPersonIdKind ?? '')) {
    const checked = checkIdNumber(row.legalPersonIdNumber, options);
    if (!checked.ok) say('legalPersonIdNumber', checked.message);
  }
}

function checkDates(row: PenaltyRow, today: IsoDate | undefined, say: Say): void {
  if (today !== undefined && row.decidedOn > today) say('decidedOn', '处罚决定日期晚于今天，请核对。');
  if (row.validUntil !== null && row.validUntil !== 'open' && row.validUntil < row.decidedOn) {
    say('validUntil', '处罚有效期早于处罚决定日期，请核对。');
  }
  if (row.publicUntil !== null && row.publicUntil !== 'open' && row.publicUntil < row.decidedOn) {
    say('publicUntil', '公示截止期早于处罚决定日期，请核对。');
  }
}
