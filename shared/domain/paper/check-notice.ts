import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { OfficerOnDuty } from '../inspection/officer-pair';
import type { LocalTime } from '../inspection/visit-time';

export const checkNoticeStates = [
  'draft',
  'approved',
  'refused',
  'noticed',
  'served',
  'not_notified',
  'withdrawn',
] as const;
export type CheckNoticeState = (typeof checkNoticeStates)[number];
export const checkNoticeStateLabels: Record<CheckNoticeState, string> = {
  draft: '待审批',
  approved: '已批准',
  refused: '未批准',
  noticed: '已制作通知书',
  served: '已送达',
  not_notified: '不事先通知',
  withdrawn: '已撤回',
};

/** Approval and notice of one inspection (检查审批、检查通知). */
export type CheckNotice = {
  readonly no: string;
  readonly subjectId: string;
  readonly officers: readonly OfficerOnDuty[];
  readonly plannedFrom: LocalTime;
  readonly appliedBy: string;
  readonly appliedOn: IsoDate;
  readonly state: CheckNoticeState;
  /** Set when the inspection may begin before the approval. */
  readonly urgentReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: IsoDate | null;
  readonly decisionNote: string | null;
  readonly noticeNo: string | null;
  readonly noticedOn: IsoDate | null;
  readonly servedOn: IsoDate | null;
  readonly receivedBy: string | null;
  readonly notNotifiedReason: string | null;
  readonly withdrawnReason: string | null;
};

export type CheckNoticeAction =
  | { readonly type: 'approve'; readonly by: string; readonly on: IsoDate; readonly note: string }
  | { readonly type: 'refuse'; readonly by: string; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'notice'; readonly no: string; readonly on: IsoDate }
  | { readonly type: 'serve'; readonly on: IsoDate; readonly receivedBy: string }
  | { readonly type: 'skip_notice'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string };

const FROM: Record<CheckNoticeAction['type'], readonly CheckNoticeState[]> = {
  approve: ['draft'],
  refuse: ['draft'],
  notice: ['approved'],
  serve: ['noticed'],
  skip_notice: ['approved'],
  withdraw: ['draft', 'approved', 'noticed'],
};

const VERBS: Record<CheckNoticeAction['type'], string> = {
  approve: '批准',
  refuse: '不予批准',
  notice: '制作通知书',
  serve: '登记送达',
  skip_notice: '改为不事先通知',
  withdraw: '撤回',
};

/**
 * One step of approval and notice. The decision is made by a second person: neither who applied nor one of the two
 * inspectors. Days never run backwards and never lie ahead of today.
 *
 * @throws AppError `bad_state` out of turn, `forbidden` for a decision in one's own matter, `bad_input` for a day
 * @example transitionNotice(draft, { type: 'approve', by: head, on: '2026-11-20', note: '' }, { today }).state // 'approved'
 */
export function transitionNotice(
  notice: CheckNotice,
  action: CheckNoticeAction,
  { today }: { readonly today: IsoDate },
): CheckNotice {
  if (!FROM[action.type].includes(notice.state))
    throw new AppError(
      'bad_state',
      `检查审批 ${notice.no} 的状态是“${checkNoticeStateLabels[notice.state]}”，不能${VERBS[action.type]}，请刷新后核对。`,
    );
  switch (action.type) {
    case 'approve':
    case 'refuse': {
      requireSecondPerson(notice, action.by);
      requireDay(action.on, notice.appliedOn, today, '审批日期', '申请日期');
      const note = action.type === 'approve' ? action.note : action.reason;
      const state = action.type === 'approve' ? 'approved' : 'refused';
      return { ...notice, state, decidedBy: action.by, decidedOn: action.on, decisionNote: note };
    }
    case 'notice':
      requireDay(action.on, notice.decidedOn ?? notice.appliedOn, today, '通知书日期', '批准日期');
      return { ...notice, state: 'noticed', noticeNo: action.no, noticedOn: action.on };
    case 'serve':
      requireDay(action.on, notice.noticedOn ?? notice.appliedOn, today, '送达日期', '通知书日期');
      return { ...notice, state: 'served', servedOn: action.on, receivedBy: action.receivedBy };
    case 'skip_notice':
      return { ...notice, state: 'not_notified', notNotifiedReason: action.reason };
    case 'withdraw':
      return { ...notice, state: 'withdrawn', withdrawnReason: action.reason };
  }
}

function requireSecondPerson(notice: CheckNotice, by: string): void {
  if (by === notice.appliedBy)
    throw new AppError('forbidden', '检查审批不能由申请人自己作出，请换机关负责人审批。', [
      { path: 'officerId', message: '与申请人是同一人' },
    ]);
  if (notice.officers.some((officer) => officer.id === by))
    throw new AppError('forbidden', '检查审批不能由承担这次检查的人员作出，请换机关负责人审批。', [
      { path: 'officerId', message: '是这次检查的检查人员' },
    ]);
}

function requireDay(on: IsoDate, from: IsoDate, today: IsoDate, what: string, before: string): void {
  if (on < from)
    throw new AppError('bad_input', `${what}不能早于${before}（${from}），请核对日期。`, [
      { path: 'on', message: `早于${before}` },
    ]);
  if (on > today)
    throw new AppError('bad_input', `${what}不能晚于今天，请核对日期。`, [{ path: 'on', message: '晚于今天' }]);
}

/** May the officers go out on this approval, and if without one, why? */
export type StartGround =
  | { readonly allowed: true; readonly how: 'approved' }
  | { readonly allowed: true; readonly how: 'urgent'; readonly reason: string }
  | { readonly allowed: false; readonly message: string };

/**
 * What an inspection stands on: an approval, or a written reason to begin before it (情况紧急、规则包允许).
 *
 * @example startGround(null).allowed // false
 */
export function startGround(notice: Pick<CheckNotice, 'state' | 'urgentReason' | 'no'> | null): StartGround {
  if (notice === null) return { allowed: false, message: '还没有办理检查审批' };
  if (['approved', 'noticed', 'served', 'not_notified'].includes(notice.state))
    return { allowed: true, how: 'approved' };
  if (notice.state === 'draft' && notice.urgentReason !== null)
    return { allowed: true, how: 'urgent', reason: notice.urgentReason };
  if (notice.state === 'draft') return { allowed: false, message: `检查审批 ${notice.no} 还没有批准` };
  if (notice.state === 'refused') return { allowed: false, message: `检查审批 ${notice.no} 未获批准` };
  return { allowed: false, message: `检查审批 ${notice.no} 已撤回` };
}
