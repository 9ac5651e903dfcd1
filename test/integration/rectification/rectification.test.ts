import { describe, expect, it } from 'vitest';
import type { RouteInput } from '#shared/ipc/contract';
import { expectAudited } from '../../support/engine';
import { createSubject, finishedInspection, type Office, openOffice } from '../../support/office';

type OrderInput = RouteInput<'rectification.order'>;

async function orderInput(office: Office, change: Partial<OrderInput> = {}): Promise<OrderInput> {
  const { id, findingId } = await finishedInspection(office);
  return {
    subjectId: office.subjectId,
    inspectionId: id,
    orderedOn: '2026-09-24',
    items: [
      {
        findingId,
        problem: '许可证地址与实际不一致。',
        requirement: '办理变更',
        term: { count: 5, unit: 'working_day' },
      },
      { problem: '年报信息不实', requirement: '更正年报', term: { count: 15, unit: 'calendar_day' } },
    ],
    violated: '《专利代理管理办法》第四十一条',
    basis: '《中华人民共和国行政处罚法》第二十八条第一款',
    contact: '张示例',
    contactPhone: '000-0000',
    officerIds: [office.zhang, office.li],
    ...change,
  };
}

async function orderedOffice(today = '2026-09-24') {
  const office = await openOffice({ today });
  const order = await office.call('rectification.order', await orderInput(office));
  const { items } = await office.call('rectification.get', { id: order.id });
  const [first, second] = items;
  if (!first || !second) throw new Error('an item is missing');
  return { office, id: order.id, no: order.no, first: first.id, second: second.id };
}

const recheck = (
  office: Office,
  id: string,
  checkedOn: string,
  results: RouteInput<'rectification.recheck'>['results'],
) => ({
  id,
  checkedOn,
  officer1Id: office.zhang,
  officer2Id: office.wang,
  results,
  conclusion: '经复查，情况如上。',
});

describe('an order to correct', () => {
  it('goes from the finding to the close, with every refusal on the way, and each write is in the log', async () => {
    const { office, id, no, first, second } = await orderedOffice();
    expect(no).toBe('云知责改〔2026〕1号');
    const both = [
      { itemId: first, result: 'corrected' as const },
      { itemId: second, result: 'uncorrected' as const },
    ];
    await office.call('rectification.deliver', { id, on: '2026-09-24', receivedBy: '王经理' });
    await office.fails('rectification.recheck', recheck(office, id, '2026-09-24', both), 'bad_input');
    await office.fails('rectification.recheck', recheck(office, id, '2026-09-25', both), 'bad_input');
    office.goTo('2026-10-08');
    await office.call('rectification.recheck', recheck(office, id, '2026-10-08', both));
    await office.fails('rectification.close', { id, on: '2026-10-08' }, 'bad_state');
    const extend = {
      id,
      itemId: second,
      on: '2026-10-08',
      reason: '年报系统维护',
      term: { count: 10, unit: 'calendar_day' as const },
    };
    expect(await office.call('rectification.extend', extend)).toEqual({ id, extendedTo: '2026-10-19' });
    const again = await office.fails('rectification.extend', extend, 'bad_state');
    expect(again.message).toContain('2026-10-19');
    office.goTo('2026-10-20');
    expect(await office.call('rectification.get', { id })).toMatchObject({
      overdue: true,
      remaining: '已逾期 1 个工作日',
      nextDueOn: '2026-10-19',
    });
    await office.call(
      'rectification.recheck',
      recheck(office, id, '2026-10-20', [{ itemId: second, result: 'corrected', note: '已更正' }]),
    );
    await office.fails('rectification.close', { id, on: '2026-10-19' }, 'bad_input');
    await office.call('rectification.close', { id, on: '2026-10-20' });
    await office.fails('rectification.escalate', { id, on: '2026-10-20', reason: '仍有问题' }, 'bad_state');
    expect(await office.call('rectification.get', { id })).toMatchObject({
      state: 'closed',
      stateOn: '2026-10-20',
      correctedCount: 2,
      overdue: false,
      remaining: '',
      alerts: [],
      rechecks: [
        { checkedOn: '2026-10-08' },
        { checkedOn: '2026-10-20', officers: [{ name: '张示例' }, { name: '王示例' }] },
      ],
    });
    await expectAudited(
      office,
      ['order', 'deliver', 'recheck', 'extend', 'recheck', 'close'].map((verb) => [
        `rectification.${verb}`,
        `rectification:${id}`,
      ]),
    );
  });

  it('counts working days over the official holidays and keeps the steps with the record', async () => {
    const { office, id } = await orderedOffice();
    const { items, behaviour, orderText } = await office.call('rectification.get', { id });
    expect(items.map((item) => [item.dueOn, item.termText])).toEqual([
      ['2026-10-09', '5个工作日内'],
      ['2026-10-09', '15日内'],
    ]);
    const preview = await office.call('rectification.preview-due', {
      from: '2026-09-24',
      term: { count: 5, unit: 'working_day' },
    });
    expect(items[0]?.dueSteps).toEqual(preview.steps);
    expect(preview.steps.some((step) => step.text.includes('放假'))).toBe(true);
    expect(behaviour).toBe('许可证地址与实际不一致；年报信息不实');
    expect(orderText.items).toHaveLength(2);
    const defaults = await office.call('rectification.get-defaults', {});
    expect(defaults.terms.map((term) => term.text)).toContain('15日内');
  });

  it('becomes overdue by itself as days pass, and only after its last day', async () => {
    const { office, id } = await orderedOffice();
    const late = async (today: string) => {
      office.goTo(today);
      return (await office.call('rectification.list', { overdueOnly: true })).rows.map((row) => row.id);
    };
    expect(await late('2026-10-09')).toEqual([]);
    expect((await office.call('rectification.get', { id })).remaining).toBe('今天到期');
    expect(await late('2026-10-10')).toEqual([id]);
    expect((await office.call('rectification.list', {})).rows).toMatchObject([
      { overdue: true, itemCount: 2, nextDueOn: '2026-10-09' },
    ]);
    expect((await office.call('rectification.get', { id })).alerts.map((alert) => alert.code)).toEqual([
      'not_delivered',
      'overdue',
      'overdue',
    ]);
  });

  it('is passed on only when it is late or was found uncorrected', async () => {
    const { office, id, first } = await orderedOffice();
    const escalate = { id, on: '2026-09-28', reason: '拒不改正' };
    office.goTo('2026-09-28');
    await office.fails('rectification.escalate', escalate, 'bad_state');
    await office.call(
      'rectification.recheck',
      recheck(office, id, '2026-09-28', [{ itemId: first, result: 'uncorrected' }]),
    );
    await office.call('rectification.escalate', escalate);
    expect(await office.call('rectification.list', { state: 'escalated' })).toMatchObject({
      total: 1,
      rows: [{ uncorrected: true }],
    });
  });

  it('is not doubled, and a refused one burns no number', async () => {
    const office = await openOffice({ today: '2026-09-24' });
    const input = await orderInput(office);
    await office.fails('rectification.order', { ...input, orderedOn: '2026-09-25' }, 'bad_input');
    await office.fails('rectification.order', { ...input, orderedOn: '2026-09-20' }, 'bad_input');
    await office.fails('rectification.order', { ...input, officerIds: [office.zhang, office.zhang] }, 'bad_input');
    const other = await createSubject(office, '另一家事务所');
    await office.fails('rectification.order', { ...input, subjectId: other }, 'bad_input');
    await office.fails('rectification.order', { ...input, subjectId: other, inspectionId: undefined }, 'not_found');
    expect((await office.call('rectification.order', input)).no).toBe('云知责改〔2026〕1号');
    const { message } = await office.fails('rectification.order', input, 'conflict');
    expect(message).toContain('云知责改〔2026〕1号');
  });

  it('is rechecked by two officers with certificates who need not withdraw', async () => {
    const { office, id, first } = await orderedOffice();
    office.goTo('2026-09-25');
    const results = [{ itemId: first, result: 'corrected' as const }];
    const input = recheck(office, id, '2026-09-25', results);
    await office.fails('rectification.recheck', { ...input, officer2Id: office.zhang }, 'bad_input');
    await office.call('officer.add-avoidance', {
      officerId: office.wang,
      subjectId: office.subjectId,
      reason: '曾任该所顾问',
    });
    await office.fails('rectification.recheck', input, 'bad_input');
    await office.fails(
      'rectification.recheck',
      { ...input, officer2Id: office.li, results: [{ itemId: 'nothing', result: 'corrected' }] },
      'not_found',
    );
    expect((await office.call('rectification.get', { id })).rechecks).toEqual([]);
    await office.call('rectification.attach', { id, file: office.choose('回证.pdf', 'scan') });
    expect((await office.call('rectification.get', { id })).attachments).toMatchObject([{ fileName: '回证.pdf' }]);
  });
});
