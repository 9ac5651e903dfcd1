import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { allowsNoDisposition, resultLabels } from '../inspection/result-codes';
import type { Inspected, PublicResult, ResultReview, ReviewAction } from './review';

const refuse = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);

/**
 * The only way a result changes on its way to the public: not entered (null) → waiting → returned or published. A
 * published result is corrected or withdrawn by a new entry with a second officer, never overwritten.
 *
 * @param review null while nobody has entered the result
 * @throws AppError `bad_state` for a step that is not open, `forbidden` for an officer who may not judge his own work,
 *   `bad_input` for a missing text or a wrong day
 * @example transition(null, { type: 'enter', by: 'o1', resultCode: '1', dispositionCode: 'none_needed', summary: '' }, inspected, '2026-11-25').state // 'waiting'
 */
export function transition(
  review: ResultReview | null,
  action: ReviewAction,
  inspected: Inspected,
  today: IsoDate,
): ResultReview {
  switch (action.type) {
    case 'enter':
      return enter(review, action, inspected, today);
    case 'return': {
      const record = requireWaiting(review, inspected, '退回');
      requireIndependent(action.by, record, inspected, '审核');
      if (action.marks.length === 0) throw refuse('marks', '请写明要改什么，至少一处');
      return { ...record, state: 'returned', reviewedBy: action.by, reviewedOn: today, marks: action.marks };
    }
    case 'publish': {
      const record = requireWaiting(review, inspected, '公示');
      requireIndependent(action.by, record, inspected, '审核');
      if (action.where.trim() === '') throw refuse('where', '请填写公示的地方');
      requireDay('on', action.on, record.enteredOn, '录入日期', today);
      return {
        ...record,
        state: 'published',
        reviewedBy: action.by,
        reviewedOn: today,
        marks: [],
        publishedOn: action.on,
        publishedWhere: action.where.trim(),
      };
    }
    case 'correct': {
      const record = requirePublic(review, inspected);
      requireSecond(action, inspected);
      requireFit(action);
      if (
        action.resultCode === record.resultCode &&
        action.dispositionCode === record.dispositionCode &&
        action.summary === record.summary
      )
        throw new AppError('bad_input', '更正前后的内容相同，没有可更正的；请修改后再登记。');
      const { resultCode, dispositionCode, summary } = action;
      const reopened = record.dispositionCode === 'none_needed' && dispositionCode !== 'none_needed';
      return {
        ...record,
        resultCode,
        dispositionCode,
        summary,
        disposalClosedOn:
          dispositionCode === 'none_needed'
            ? (record.disposalClosedOn ?? today)
            : reopened
              ? null
              : record.disposalClosedOn,
      };
    }
    case 'withdraw': {
      const record = requirePublic(review, inspected);
      requireSecond(action, inspected);
      requireDay('on', action.on, record.publishedOn ?? record.enteredOn, '公示日期', today);
      return { ...record, withdrawnOn: action.on, withdrawnReason: action.reason };
    }
    case 'close': {
      if (!review) throw notEntered(inspected);
      if (review.disposalClosedOn !== null)
        throw new AppError(
          'bad_state',
          `${inspected.no} 的后续处置已于 ${review.disposalClosedOn} 完结，无需重复登记。`,
        );
      if (action.openEnds.length > 0)
        throw new AppError('bad_state', `后续处置还没有办完：${action.openEnds.join('；')}。请先办理，再登记完结。`);
      if (action.note.trim() === '') throw refuse('note', '请写明后续处置的结果');
      requireDay('on', action.on, inspected.endedOn, '检查结束日期', today);
      return { ...review, disposalClosedOn: action.on, disposalNote: action.note };
    }
  }
}

function enter(
  review: ResultReview | null,
  action: Extract<ReviewAction, { type: 'enter' }>,
  inspected: Inspected,
  today: IsoDate,
): ResultReview {
  if (review && review.state !== 'returned')
    throw new AppError(
      'bad_state',
      review.state === 'waiting'
        ? `${inspected.no} 的结果已录入，正在等待审核。`
        : `${inspected.no} 的结果已公示，不能重新录入；内容有误的，请登记更正。`,
    );
  if (today < inspected.endedOn)
    throw new AppError('bad_state', `今天（${today}）早于检查结束日期（${inspected.endedOn}），请核对电脑的日期。`);
  requireFit(action);
  const { resultCode, dispositionCode, summary } = action;
  return {
    resultCode,
    dispositionCode,
    summary,
    state: 'waiting',
    enteredBy: action.by,
    enteredOn: today,
    reviewedBy: null,
    reviewedOn: null,
    marks: [],
    publishedOn: null,
    publishedWhere: null,
    withdrawnOn: null,
    withdrawnReason: null,
    // nothing has to follow: closed with the inspection itself
    disposalClosedOn: dispositionCode === 'none_needed' ? inspected.endedOn : null,
    disposalNote: '',
  };
}

function requireFit({ resultCode, dispositionCode, summary }: PublicResult): void {
  if (dispositionCode === 'none_needed' && !allowsNoDisposition(resultCode))
    throw refuse('dispositionCode', `检查结果为“${resultLabels[resultCode]}”的，应当选择后续处置措施`);
  if (summary.trim() === '') throw refuse('summary', '请填写公示内容');
}

/** @throws AppError `forbidden` when the officer inspected or entered what he would judge */
export function requireIndependent(
  officerId: string,
  review: Pick<ResultReview, 'enteredBy'>,
  inspected: Inspected,
  act: string,
): void {
  if (inspected.officerIds.includes(officerId))
    throw new AppError('forbidden', `${act}人员参加了这次检查，须由未参加检查的人员${act}，请更换。`, [
      { path: 'officerId', message: '参加了这次检查' },
    ]);
  if (review.enteredBy === officerId)
    throw new AppError('forbidden', `${act}人员就是录入人员，须由另一名人员${act}，请更换。`, [
      { path: 'officerId', message: '是录入人员' },
    ]);
}

function requireSecond(
  { by, second, reason }: { readonly by: string; readonly second: string; readonly reason: string },
  inspected: Inspected,
): void {
  if (by === second) throw refuse('secondOfficerId', '复核人员须是经办人以外的人员');
  if (inspected.officerIds.includes(second)) throw refuse('secondOfficerId', '复核人员参加了这次检查，请更换');
  if (reason.trim() === '') throw refuse('reason', '请写明理由');
}

function requireWaiting(review: ResultReview | null, inspected: Inspected, verb: string): ResultReview {
  if (!review) throw notEntered(inspected);
  if (review.state === 'waiting') return review;
  throw new AppError(
    'bad_state',
    review.state === 'returned'
      ? `${inspected.no} 的结果已退回修改，重新录入后才能${verb}。`
      : `${inspected.no} 的结果已于 ${review.publishedOn} 公示，不能再${verb}。`,
  );
}

function requirePublic(review: ResultReview | null, inspected: Inspected): ResultReview {
  if (!review) throw notEntered(inspected);
  if (review.state !== 'published')
    throw new AppError('bad_state', `${inspected.no} 的结果还没有公示，请退回修改，不用登记更正。`);
  if (review.withdrawnOn !== null)
    throw new AppError('bad_state', `${inspected.no} 的结果已于 ${review.withdrawnOn} 撤回公示，不能再更改。`);
  return review;
}

const notEntered = ({ no }: Inspected) => new AppError('bad_state', `${no} 的结果还没有录入，请先录入检查结果。`);

function requireDay(path: string, on: IsoDate, first: IsoDate, what: string, today: IsoDate): void {
  if (on < first) throw refuse(path, `日期不能早于${what}（${first}）`);
  if (on > today) throw refuse(path, '日期不能晚于今天');
}
