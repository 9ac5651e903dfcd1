import { AppError } from '../../kernel/errors';
import { askingOf } from './ask-when';
import { checklistItems } from './checklist';
import { blockingProblems, type DepartureContext, departureProblems } from './departure';
import type { Answer, Finding, Inspection } from './inspection';
import { type OfficerOnDuty, requirePair } from './officer-pair';
import type { DispositionCode, ResultCode } from './result-codes';
import { type Signature, withSignature } from './signature';
import { type AvoidanceRuling, type Refusal, requireRefusal, requireRuling } from './site-acts';
import type { LocalTime } from './visit-time';

export type RecordPatch = Partial<
  Pick<
    Inspection,
    | 'place'
    | 'startedAt'
    | 'scanNo'
    | 'scannedAt'
    | 'scanLater'
    | 'scanReason'
    | 'certificatesShownAt'
    | 'rightsTold'
    | 'rightsToldAt'
    | 'avoidanceAsked'
    | 'partyPresent'
    | 'scene'
    | 'statement'
  >
>;
export type FindingPatch = Partial<Pick<Finding, 'itemCode' | 'clause' | 'facts' | 'severity'>>;

export type InspectionAction =
  | ({ readonly type: 'answer' } & Answer)
  | { readonly type: 'update_record'; readonly patch: RecordPatch }
  | { readonly type: 'add_finding'; readonly finding: Omit<Finding, 'state'> }
  | { readonly type: 'update_finding'; readonly findingId: string; readonly patch: FindingPatch }
  | { readonly type: 'withdraw_finding'; readonly findingId: string }
  | { readonly type: 'sign'; readonly signature: Signature }
  | { readonly type: 'rule_avoidance'; readonly ruling: AvoidanceRuling; readonly steppingIn: OfficerOnDuty | null }
  | { readonly type: 'record_refusal'; readonly refusal: Refusal }
  | { readonly type: 'withdraw_refusal' }
  | { readonly type: 'break_off'; readonly endedAt: LocalTime; readonly reason: string; readonly finishedAt: string }
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
      requireAsked(record, action.itemCode);
      const { type: _, ...answer } = action;
      const others = record.answers.filter((entry) => entry.itemCode !== action.itemCode);
      return { ...record, answers: holding(record, [...others, answer]) };
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
    case 'sign':
      return { ...record, signatures: withSignature(record, action.signature) };
    case 'rule_avoidance':
      return ruled(record, action.ruling, action.steppingIn);
    case 'record_refusal':
      requireRefusal(action.refusal);
      return { ...record, refusal: action.refusal };
    case 'withdraw_refusal':
      if (!record.refusal) throw new AppError('bad_state', '这次检查没有拒绝检查的记录，请刷新页面。');
      return { ...record, refusal: null };
    case 'break_off':
      return brokenOff(record, action);
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

/** A question that is not asked takes no answer: it would count, and nobody would see why. */
function requireAsked(record: Inspection, itemCode: string): void {
  requireItem(record, itemCode);
  const asking = askingOf(checklistItems(record.checklist), record.answers).get(itemCode);
  if (asking && asking.state !== 'asked')
    throw new AppError('bad_state', `项目 ${itemCode} 现在不询问（${asking.because}），不能作答。`);
}

/** The answers that still hold: one to a question that is no longer asked goes to the history. */
function holding(record: Inspection, answers: readonly Answer[]): readonly Answer[] {
  const asking = askingOf(checklistItems(record.checklist), answers);
  return answers.filter((entry) => asking.get(entry.itemCode)?.state === 'asked');
}

/** 行政处罚法第四十三条: the head of the office decides; until then nothing is stopped. */
function ruled(record: Inspection, ruling: AvoidanceRuling, steppingIn: OfficerOnDuty | null): Inspection {
  if (record.avoidanceAsked !== 'requested')
    throw new AppError('bad_state', '当事人没有申请回避，不需要作出决定。请先记录当事人申请回避。');
  requireRuling(ruling);
  if (!record.officers.some((officer) => officer.id === ruling.officerId))
    throw new AppError('bad_input', '申请回避的人员不是本次检查的检查人员，请重新选择。', [
      { path: 'officerId', message: '不是本次检查人员' },
    ]);
  if (ruling.outcome !== 'exchanged' || steppingIn === null) return { ...record, avoidanceRuling: ruling };
  const officers = record.officers.map((officer) => (officer.id === ruling.officerId ? steppingIn : officer));
  requirePair(officers, record.startedAt.slice(0, 10));
  return { ...record, officers, avoidanceRuling: ruling };
}

function brokenOff(record: Inspection, action: Extract<InspectionAction, { type: 'break_off' }>): Inspection {
  const { endedAt, reason, finishedAt } = action;
  if (reason.trim() === '')
    throw new AppError('bad_input', '请写明中止检查的理由。', [{ path: 'reason', message: '不能为空' }]);
  if (endedAt < record.startedAt)
    throw new AppError('bad_input', '中止时间不能早于检查开始时间。', [{ path: 'endedAt', message: '早于开始时间' }]);
  return { ...record, endedAt, brokenOff: reason, state: 'finished', finishedAt };
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
