import { AppError } from '../../kernel/errors';
import { checklistItems } from './checklist';
import { blockingProblems, type DepartureContext, departureProblems } from './departure';
import type { Answer, Finding, Inspection } from './inspection';
import type { DispositionCode, ResultCode } from './result-codes';
import type { LocalTime } from './visit-time';

export type RecordPatch = Partial<
  Pick<
    Inspection,
    'place' | 'scanNo' | 'rightsTold' | 'avoidanceAsked' | 'partyPresent' | 'scene' | 'statement' | 'startedAt'
  >
>;
export type FindingPatch = Partial<Pick<Finding, 'itemCode' | 'clause' | 'facts' | 'severity'>>;

export type InspectionAction =
  | ({ readonly type: 'answer' } & Answer)
  | { readonly type: 'update_record'; readonly patch: RecordPatch }
  | { readonly type: 'add_finding'; readonly finding: Omit<Finding, 'state'> }
  | { readonly type: 'update_finding'; readonly findingId: string; readonly patch: FindingPatch }
  | { readonly type: 'withdraw_finding'; readonly findingId: string }
  | {
      readonly type: 'finish';
      readonly endedAt: LocalTime;
      readonly resultCode: ResultCode;
      readonly dispositionCode: DispositionCode;
      readonly finishedAt: string;
    };

/**
 * The only way an inspection changes. Every answer is taken as it is given, even when still incomplete; completeness is
 * asked for once, when the visit is finished. A finished record is never changed.
 *
 * @throws AppError `bad_state` when finished or not ready to finish, `not_found` for an unknown item or finding,
 *   `bad_input` for a finding without facts
 * @example transition(visit, { type: 'withdraw_finding', findingId: 'f1' }, { others: [] }).findings[0]?.state // 'withdrawn'
 */
export function transition(record: Inspection, action: InspectionAction, context: DepartureContext): Inspection {
  if (record.state === 'finished')
    throw new AppError('bad_state', `检查 ${record.no} 已办结，不能再修改；需要更正的，请新建一次后续检查。`);
  switch (action.type) {
    case 'answer': {
      requireItem(record, action.itemCode);
      const { type: _, ...answer } = action;
      const others = record.answers.filter((entry) => entry.itemCode !== action.itemCode);
      return { ...record, answers: [...others, answer] };
    }
    case 'update_record':
      return { ...record, ...action.patch };
    case 'add_finding': {
      const finding: Finding = { ...action.finding, state: 'open' };
      requireFinding(record, finding);
      return { ...record, findings: [...record.findings, finding] };
    }
    case 'update_finding':
      return withFinding(record, action.findingId, (finding) => {
        const next = { ...finding, ...action.patch };
        requireFinding(record, next);
        return next;
      });
    case 'withdraw_finding':
      return withFinding(record, action.findingId, (finding) => ({ ...finding, state: 'withdrawn' }));
    case 'finish': {
      const { endedAt, resultCode, dispositionCode, finishedAt } = action;
      const done = { ...record, endedAt, resultCode, dispositionCode };
      const blocking = blockingProblems(departureProblems(done, context));
      const first = blocking[0];
      if (first)
        throw new AppError(
          'bad_state',
          `还有 ${blocking.length} 处需要处理，检查不能办结。第一处：${first.message}。`,
          blocking.map(({ field, message }) => ({ path: field, message })),
        );
      return { ...done, state: 'finished', finishedAt };
    }
  }
}

function requireItem(record: Inspection, itemCode: string): void {
  if (!checklistItems(record.checklist).some((item) => item.code === itemCode))
    throw new AppError('not_found', `检查表“${record.checklist.title}”里没有项目 ${itemCode}，请刷新页面后重试。`);
}

function requireFinding(record: Inspection, finding: Finding): void {
  if (finding.itemCode !== null) requireItem(record, finding.itemCode);
  if (finding.facts.trim() === '')
    throw new AppError('bad_input', '请写明发现问题的具体事实。', [{ path: 'facts', message: '不能为空' }]);
}

function withFinding(record: Inspection, findingId: string, change: (finding: Finding) => Finding): Inspection {
  const found = record.findings.find((finding) => finding.id === findingId);
  if (!found) throw new AppError('not_found', '没有找到这条发现的问题，请刷新页面后重试。');
  if (found.state === 'withdrawn') throw new AppError('bad_state', '这条问题已撤回，不能再修改；请另记一条。');
  return {
    ...record,
    findings: record.findings.map((finding) => (finding.id === findingId ? change(finding) : finding)),
  };
}
