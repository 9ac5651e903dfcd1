import type { Asking } from './ask-when';
import type { ChecklistItem } from './checklist';
import { block, type DepartureProblem, warn } from './departure-problem';
import type { Inspection } from './inspection';
import { resultTraits } from './result-codes';

type Asked = ReadonlyMap<string, Asking>;

/** What is open at one question. A question left out by earlier answers asks for nothing. */
export function itemProblems(record: Inspection, item: ChecklistItem, asking: Asked): readonly DepartureProblem[] {
  const asked = asking.get(item.code);
  const answer = record.answers.find((entry) => entry.itemCode === item.code);
  const findings = record.findings.filter((entry) => entry.itemCode === item.code && entry.state === 'open');
  const at = `answers.${item.code}`;
  if (asked && asked.state !== 'asked') {
    if (findings.length > 0)
      return [
        block(
          'finding_not_asked',
          at,
          `项目 ${item.code} 记有问题，但${asked.because}，本项不询问；请撤回这条问题或改正前面的作答`,
          item.code,
        ),
      ];
    // the question it waits for is on the list itself
    return [];
  }
  const problems: DepartureProblem[] = [];
  if (!answer) {
    // a firm that has moved or closed cannot be gone through question by question; its items stay "not checked"
    const possible = record.resultCode === null || resultTraits[record.resultCode].checked;
    problems.push({
      ...block('unanswered', at, `项目 ${item.code} 未作答，未作答不等于符合`, item.code),
      level: possible ? 'block' : 'warn',
    });
  } else if (answer.answer === 'not_applicable' && answer.reason.trim() === '')
    problems.push(block('reason_missing', at, `项目 ${item.code} 选择了不适用，请写明理由`, item.code));
  else if (answer.answer === 'not_checked' && answer.reason.trim() === '')
    problems.push(block('reason_missing', at, `项目 ${item.code} 未检查，请写明理由`, item.code));
  else if (answer.answer === 'problem' && findings.length === 0)
    problems.push(block('finding_missing', at, `项目 ${item.code} 发现问题，请记录条款、事实和程度`, item.code));
  if (findings.length > 0 && answer?.answer !== 'problem')
    problems.push(block('finding_contradicts', at, `项目 ${item.code} 记有问题，作答却不是“发现问题”`, item.code));
  return problems;
}

/**
 * A photo that the checklist demands. A reason in the note lets the officers go without one: cameras fail.
 *
 * @example photoMissing(record, { ...item, photo: 'always' }, asking)[0]?.code // 'photo_missing'
 */
export function photoMissing(record: Inspection, item: ChecklistItem, asking: Asked): readonly DepartureProblem[] {
  if (!item.photo || asking.get(item.code)?.state !== 'asked') return [];
  const answer = record.answers.find((entry) => entry.itemCode === item.code);
  if (!answer || answer.answer === 'not_applicable' || answer.answer === 'not_checked') return [];
  if (item.photo === 'on_problem' && answer.answer !== 'problem') return [];
  if (record.photos.some((photo) => photo.itemCode === item.code)) return [];
  const at = `photo.${item.code}`;
  if (answer.note.trim() !== '')
    return [warn('photo_missing', at, `项目 ${item.code} 没有照片，备注已说明理由`, item.code)];
  return [block('photo_missing', at, `项目 ${item.code} 缺照片，请存入照片，或在备注写明没有拍照的理由`, item.code)];
}
