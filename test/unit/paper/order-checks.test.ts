import { expect, it } from 'vitest';
import { type OrderCase, orderProblems } from '../../../shared/domain/paper/order-checks';

const officer = (id: string, certificateNo = `Y${id}`) => ({ id, name: id, certificateNo, certificateUntil: null });
const recheck: OrderCase['rechecks'][number] = {
  checkedOn: '2026-10-20',
  signedOn: '2026-10-20',
  officers: [officer('张'), officer('李')],
  results: ['corrected'],
};
const order: OrderCase = {
  no: '云知责改〔2026〕1号',
  orderedOn: '2026-09-21',
  deliveredOn: '2026-09-22',
  partyName: '云州示例专利代理事务所',
  behaviour: '执业许可证所载地址与实际不一致',
  violated: '《专利代理管理办法》第十六条',
  inspection: { no: '云知检〔2026〕1号', on: '2026-09-21', partyName: '云州示例专利代理事务所' },
  items: [
    {
      seq: 1,
      problem: '执业许可证所载地址与实际不一致。',
      finding: { facts: '执业许可证所载地址与实际不一致', clause: '《专利代理管理办法》第十六条', withdrawn: false },
    },
  ],
  rechecks: [recheck],
};
const codes = (change: Partial<OrderCase>) => orderProblems({ ...order, ...change }).map(({ code }) => code);

it('papers that agree have no problem', () => expect(orderProblems(order)).toEqual([]));
it.each([
  ['another party', { partyName: '云州别名公司' }, 'party'],
  ['an order before the inspection', { orderedOn: '2026-09-20' }, 'order_before_inspection'],
  ['a behaviour that leaves an item out', { behaviour: '未公示收费标准' }, 'behaviour'],
  ['a clause that the order does not name', { violated: '《专利代理条例》第七条' }, 'clause'],
  ['service before the order', { deliveredOn: '2026-09-20' }, 'delivered_before_order'],
  [
    'a re-check on the day of the order',
    { rechecks: [{ ...recheck, checkedOn: '2026-09-21' }] },
    'recheck_before_order',
  ],
  ['a re-check by one officer', { rechecks: [{ ...recheck, officers: [officer('张')] }] }, 'recheck_officers'],
  [
    'a re-check by one officer twice',
    { rechecks: [{ ...recheck, officers: [officer('张'), officer('张')] }] },
    'recheck_officers',
  ],
  [
    'a missing certificate',
    { rechecks: [{ ...recheck, officers: [officer('张'), officer('李', ' ')] }] },
    'recheck_certificate',
  ],
  ['a signature before the re-check', { rechecks: [{ ...recheck, signedOn: '2026-10-19' }] }, 'signed_before_recheck'],
  ['something left uncorrected', { rechecks: [{ ...recheck, results: ['uncorrected'] }] }, 'uncorrected'],
] as const)('%s is reported', (_what, change, code) => expect(codes(change as Partial<OrderCase>)).toContain(code));
