import type { IsoDate } from '../../kernel/dates';
import { AppError, type FieldProblem } from '../../kernel/errors';

/** An officer as written into a record: a later change of the staff list does not change the record. */
export type OfficerOnDuty = {
  readonly id: string;
  readonly name: string;
  readonly certificateNo: string;
  readonly certificateUntil: IsoDate | null;
};

/**
 * What is wrong with the officers of a visit: at least two different people who hold a law-enforcement certificate
 * that is valid on the day (行政处罚法第四十二条、第五十五条).
 *
 * @example pairProblems([zhang, zhang], '2026-05-10')[0]?.message // '两名检查人员是同一人…'
 */
export function pairProblems(officers: readonly OfficerOnDuty[], onDate: IsoDate): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (officers.length < 2) problems.push({ path: 'officers', message: '检查人员不足两人，请再选一名持证人员' });
  if (new Set(officers.map((officer) => officer.id)).size < officers.length)
    problems.push({ path: 'officer2Id', message: '两名检查人员是同一人，请选择两名不同的人员' });
  officers.forEach((officer, index) => {
    const path = `officer${index + 1}Id`;
    if (officer.certificateNo.trim() === '')
      problems.push({ path, message: `${officer.name}没有登记执法证号，请先在人员管理中补登` });
    else if (officer.certificateUntil !== null && officer.certificateUntil < onDate)
      problems.push({
        path,
        message: `${officer.name}的执法证已于 ${officer.certificateUntil} 到期，请更换人员或更新证件有效期`,
      });
  });
  return problems;
}

/** @throws AppError `bad_input` when the pair may not act on that day */
export function requirePair(officers: readonly OfficerOnDuty[], onDate: IsoDate): void {
  const problems = pairProblems(officers, onDate);
  const first = problems[0];
  if (first) throw new AppError('bad_input', `${first.message}。`, problems);
}
