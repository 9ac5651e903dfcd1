import { type ChecklistItem, checklistItems } from './checklist';
import type { Inspection } from './inspection';
import { pairProblems } from './officer-pair';
import { recordQuality } from './record-quality';
import { allowsNoDisposition, dispositionLabels, resultLabels, resultTraits } from './result-codes';
import { overlap, type VisitTime } from './visit-time';

/** Other visits of the same officers on that day, with a name for the message. */
export type DepartureContext = { readonly others: readonly (VisitTime & { readonly label: string })[] };

export type DepartureProblem = {
  /** `block` must be dealt with before the visit is finished; `warn` is only shown. */
  readonly level: 'block' | 'warn';
  readonly code: string;
  readonly field: string;
  readonly itemCode: string | null;
  readonly message: string;
};

const block = (code: string, field: string, message: string, itemCode: string | null = null): DepartureProblem => ({
  level: 'block',
  code,
  field,
  itemCode,
  message,
});

const warn = (code: string, field: string, message: string): DepartureProblem => ({
  ...block(code, field, message),
  level: 'warn',
});

/**
 * The departure list: what is still open before the inspectors leave. The end time and the codes that the officers
 * are about to enter are taken from the record given.
 *
 * @returns blocking problems first, in the order of the page; an item that was not answered is a problem, never a pass
 * @example departureProblems({ ...visit, endedAt, resultCode: '1', dispositionCode: 'none_needed' }, { others: [] })
 */
export function departureProblems(record: Inspection, context: DepartureContext): readonly DepartureProblem[] {
  const all = [
    ...headProblems(record, context),
    ...checklistItems(record.checklist).flatMap((item) => itemProblems(record, item)),
    ...resultProblems(record),
    ...recordQuality(record.scene).map(({ message }) => warn('conclusion', 'scene', message)),
  ];
  return [...all.filter((p) => p.level === 'block'), ...all.filter((p) => p.level === 'warn')];
}

export function blockingProblems(problems: readonly DepartureProblem[]): readonly DepartureProblem[] {
  return problems.filter((problem) => problem.level === 'block');
}

function headProblems(record: Inspection, context: DepartureContext): readonly DepartureProblem[] {
  const problems = pairProblems(record.officers, record.startedAt.slice(0, 10)).map(({ path, message }) =>
    block('officers', path, message),
  );
  if (record.endedAt === null) problems.push(block('end_missing', 'endedAt', '请填写检查结束时间'));
  else if (record.endedAt <= record.startedAt)
    problems.push(block('end_before_start', 'endedAt', '检查结束时间应当晚于开始时间'));
  for (const other of context.others) {
    const visit = { ...record, officerIds: record.officers.map((officer) => officer.id) };
    const common = overlap(visit, other);
    if (!common) continue;
    const name = record.officers.find((officer) => officer.id === common.officerId)?.name ?? '';
    problems.push(
      block(
        'overlap',
        'startedAt',
        `${name}在 ${common.from.replace('T', ' ')} 起还有另一次检查（${other.label}），时间不能重叠`,
      ),
    );
  }
  if (record.place.trim() === '') problems.push(block('place_missing', 'place', '请填写检查地点'));
  if (!record.rightsTold)
    problems.push(block('rights_not_told', 'rightsTold', '尚未记录已告知当事人陈述、申辩和申请回避的权利'));
  if (record.avoidanceAsked === null)
    problems.push(block('avoidance_not_asked', 'avoidanceAsked', '尚未记录当事人是否申请回避'));
  if (record.avoidanceAsked === 'requested')
    problems.push(
      block(
        'avoidance_requested',
        'avoidanceAsked',
        '当事人申请回避，须由机关负责人决定后，更换人员另行检查或改记为不申请回避',
      ),
    );
  if (record.method === 'on_site' && !record.scanNo)
    problems.push(warn('scan_missing', 'scanNo', '扫码入企登记号为空，请在联网后补扫并填写'));
  if (record.method === 'on_site' && record.scene.trim() === '')
    problems.push(block('scene_missing', 'scene', '请记录现场情况'));
  return problems;
}

function itemProblems(record: Inspection, item: ChecklistItem): readonly DepartureProblem[] {
  const answer = record.answers.find((entry) => entry.itemCode === item.code);
  const findings = record.findings.filter((entry) => entry.itemCode === item.code && entry.state === 'open');
  const at = `answers.${item.code}`;
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

function resultProblems(record: Inspection): readonly DepartureProblem[] {
  const problems: DepartureProblem[] = [];
  const { resultCode, dispositionCode } = record;
  const open = record.findings.filter((finding) => finding.state === 'open').length;
  if (resultCode === null) problems.push(block('result_missing', 'resultCode', '请选择检查结果'));
  if (dispositionCode === null) problems.push(block('disposition_missing', 'dispositionCode', '请选择后续处置措施'));
  if (resultCode === null) return problems;
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

/** How many items carry each answer; items without an answer count as not checked. */
export function answerCounts(record: Pick<Inspection, 'checklist' | 'answers'>): {
  readonly total: number;
  readonly compliant: number;
  readonly problem: number;
  readonly notApplicable: number;
  readonly notChecked: number;
  readonly unanswered: number;
} {
  const items = checklistItems(record.checklist);
  const count = (code: string) =>
    items.filter((item) => record.answers.some((entry) => entry.itemCode === item.code && entry.answer === code))
      .length;
  const answered = count('compliant') + count('problem') + count('not_applicable') + count('not_checked');
  const unanswered = items.length - answered;
  return {
    total: items.length,
    compliant: count('compliant'),
    problem: count('problem'),
    notApplicable: count('not_applicable'),
    notChecked: count('not_checked') + unanswered,
    unanswered,
  };
}
