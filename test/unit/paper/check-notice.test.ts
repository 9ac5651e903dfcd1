import { describe, expect, it } from 'vitest';
import {
  type CheckNotice,
  type CheckNoticeAction,
  startGround,
  transitionNotice,
} from '../../../shared/domain/paper/check-notice';

const officer = (id: string) => ({ id, name: id, certificateNo: `Y${id}`, certificateUntil: null });
const draft: CheckNotice = {
  no: '云知检审〔2026〕1号',
  subjectId: 's',
  officers: [officer('zhang'), officer('li')],
  plannedFrom: '2026-11-23T09:00',
  appliedBy: 'zhang',
  appliedOn: '2026-11-18',
  state: 'draft',
  urgentReason: null,
  decidedBy: null,
  decidedOn: null,
  decisionNote: null,
  noticeNo: null,
  noticedOn: null,
  servedOn: null,
  receivedBy: null,
  notNotifiedReason: null,
  withdrawnReason: null,
};
const today = '2026-11-25';
const step = (notice: CheckNotice, action: CheckNoticeAction) => transitionNotice(notice, action, { today });
const approve = { type: 'approve', by: 'head', on: '2026-11-19', note: '同意' } as const;

describe('approval', () => {
  it('is not given by who applied nor by an inspector of the visit', () => {
    expect(() => step(draft, { ...approve, by: 'zhang' })).toThrow('不能由申请人自己作出');
    expect(() => step(draft, { ...approve, by: 'li' })).toThrow('不能由承担这次检查的人员作出');
    expect(step(draft, approve)).toMatchObject({ state: 'approved', decidedBy: 'head', decidedOn: '2026-11-19' });
  });
  it('lies between the application and today', () => {
    expect(() => step(draft, { ...approve, on: '2026-11-17' })).toThrow('审批日期不能早于申请日期');
    expect(() => step(draft, { ...approve, on: '2026-11-26' })).toThrow('不能晚于今天');
  });
  it('goes on to notice and service in this order only', () => {
    const approved = step(draft, approve);
    expect(() => step(draft, { type: 'notice', no: 'n', on: today })).toThrow('不能制作通知书');
    expect(() => step(approved, { type: 'serve', on: today, receivedBy: '王' })).toThrow('不能登记送达');
    const noticed = step(approved, { type: 'notice', no: '云知检通〔2026〕1号', on: '2026-11-20' });
    expect(() => step(noticed, { type: 'serve', on: '2026-11-19', receivedBy: '王' })).toThrow('早于通知书日期');
    expect(step(noticed, { type: 'serve', on: '2026-11-21', receivedBy: '王' })).toMatchObject({ state: 'served' });
  });
  it('cannot be decided twice, nor withdrawn after service', () => {
    const refused = step(draft, { type: 'refuse', by: 'head', on: '2026-11-19', reason: '事项不清' });
    expect(refused).toMatchObject({ state: 'refused', decisionNote: '事项不清' });
    expect(() => step(refused, approve)).toThrow('未批准');
    const served = { ...draft, state: 'served' } as const;
    expect(() => step(served, { type: 'withdraw', reason: 'x' })).toThrow('不能撤回');
  });
});

describe('the ground to begin', () => {
  it('is an approval, or a written reason while one waits', () => {
    expect(startGround(null)).toMatchObject({ allowed: false });
    expect(startGround(draft)).toMatchObject({ allowed: false });
    expect(startGround({ ...draft, urgentReason: '接举报须立即核查' })).toEqual({
      allowed: true,
      how: 'urgent',
      reason: '接举报须立即核查',
    });
    expect(startGround({ ...draft, state: 'not_notified' })).toEqual({ allowed: true, how: 'approved' });
  });
  it('is gone when the approval was refused, even with a reason', () => {
    expect(startGround({ ...draft, state: 'refused', urgentReason: '急' })).toMatchObject({ allowed: false });
  });
});
