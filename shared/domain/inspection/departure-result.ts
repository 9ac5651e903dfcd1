import { block, type DepartureProblem, warn } from './departure-problem';
import type { Inspection } from './inspection';
import { allowsNoDisposition, dispositionLabels, resultLabels, resultTraits } from './result-codes';

/** Result and disposition against what was found. */
export function resultProblems(record: Inspection): readonly DepartureProblem[] {
  const problems: DepartureProblem[] = [];
  const { resultCode, dispositionCode } = record;
  const open = record.findings.filter((finding) => finding.state === 'open').length;
  if (resultCode === null) problems.push(block('result_missing', 'resultCode', '请选择检查结果'));
  if (dispositionCode === null) problems.push(block('disposition_missing', 'dispositionCode', '请选择后续处置措施'));
  if (resultCode === null) return problems;
  if (record.refusal && resultCode !== '8')
    problems.push(
      block('refusal_contradicts', 'resultCode', `已记录当事人拒绝检查，检查结果应当是“${resultLabels['8']}”`),
    );
  if (!record.refusal && resultCode === '8')
    problems.push(
      block('refusal_missing', 'refusal', `检查结果是“${resultLabels['8']}”，请先记录拒绝检查的经过和见证`),
    );
  const { findings } = resultTraits[resultCode];
  const label = resultLabels[resultCode];
  if (findings === 'forbidden' && open > 0)
    problems.push(block('result_contradicts', 'resultCode', `已记录 ${open} 个问题，检查结果不能是“${label}”`));
  if (findings === 'required' && open === 0)
    problems.push(block('result_contradicts', 'resultCode', `检查结果是“${label}”，但没有记录任何问题`));
  if (resultCode === '1' && record.answers.some((entry) => entry.answer === 'not_checked'))
    problems.push(warn('partly_checked', 'resultCode', '有项目未检查，“未发现问题”只对已检查的项目成立'));
  if (dispositionCode === 'none_needed' && (!allowsNoDisposition(resultCode) || (open > 0 && resultCode !== 'E')))
    problems.push(
      block(
        'disposition_contradicts',
        'dispositionCode',
        `检查结果是“${label}”，后续处置不能是“${dispositionLabels.none_needed}”`,
      ),
    );
  if (findings === 'forbidden' && (dispositionCode === 'order_correction' || dispositionCode === 'case_clue'))
    problems.push(
      block(
        'disposition_contradicts',
        'dispositionCode',
        `检查结果是“${label}”，与“${dispositionLabels[dispositionCode]}”矛盾`,
      ),
    );
  return problems;
}
