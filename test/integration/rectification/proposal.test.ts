import { expect, test } from 'vitest';
import { expectAudited } from '../../support/engine';
import { finishedInspection, openOffice } from '../../support/office';

async function lateOffice() {
  const office = await openOffice({ today: '2026-09-24' });
  await office.call('office.act-as', { officerId: office.zhang });
  const { id: inspectionId, findingId } = await finishedInspection(office);
  const { id } = await office.call('rectification.order', {
    subjectId: office.subjectId,
    inspectionId,
    orderedOn: '2026-09-24',
    items: [
      { findingId: findingId ?? '', problem: '地址不符', requirement: '变更', term: { count: 5, unit: 'working_day' } },
    ],
    violated: '《专利代理管理办法》第四十一条',
    basis: '《中华人民共和国行政处罚法》第二十八条第一款',
    contact: '张示例',
    contactPhone: '000-0000',
    officerIds: [office.zhang, office.li],
  });
  const { items } = await office.call('rectification.get', { id });
  const view = () => office.call('rectification.list-proposals', { id });
  return { office, id, itemId: items[0]?.id ?? '', due: items[0]?.dueOn ?? '', view };
}

test('an order is suggested only after the days of the pack, and nothing is stored or passed on by itself', async () => {
  const { office, id, due, view } = await lateOffice();
  // 24 September and five working days over the holidays
  expect(due).toBe('2026-10-09');
  office.goTo('2026-10-15');
  // 10 (made up), 12, 13, 14 and 15 October: five, not more than five
  expect(await view()).toEqual({ candidates: [], proposals: [] });
  office.goTo('2026-10-16');
  const found = await view();
  expect(found.candidates).toMatchObject([{ rule: 'overdue', verified: false }]);
  expect(found.candidates[0]?.why).toContain('已逾期 6 个工作日');
  expect(found.proposals).toEqual([]);
  expect((await office.call('rectification.get', { id })).state).toBe('ordered');
});

test('one officer proposes, another decides, and only acceptance passes the order on', async () => {
  const { office, id, view } = await lateOffice();
  office.goTo('2026-10-20');
  await office.fails('rectification.propose', { id, rule: 'uncorrected' }, 'bad_state');
  const { id: proposal } = await office.call('rectification.propose', { id, rule: 'overdue' });
  expect((await view()).candidates).toEqual([]);
  await office.fails('rectification.propose', { id, rule: 'overdue' }, 'bad_state');
  const decision = { id: proposal, decision: 'accept', officerId: office.li, reason: '移送执法队' } as const;
  await office.fails('rectification.decide-proposal', { ...decision, officerId: office.zhang }, 'bad_input');
  await office.fails('rectification.decide-proposal', { ...decision, reason: ' ' }, 'bad_input');
  expect((await office.call('rectification.get', { id })).state).toBe('ordered');
  await office.call('rectification.decide-proposal', decision);
  await expectAudited(office, [
    ['rectification.propose', `rectification:${id}`],
    ['rectification.decide-proposal', `proposal:${proposal}`],
  ]);
  const after = await office.call('rectification.get', { id });
  expect(after).toMatchObject({ state: 'escalated', stateOn: '2026-10-20' });
  expect(after.stateReason).toContain('移送执法队');
  await office.fails('rectification.decide-proposal', decision, 'bad_state');
});

test('a dismissed proposal leaves the order open and returns only with a new cause', async () => {
  const { office, id, itemId, view } = await lateOffice();
  office.goTo('2026-10-20');
  const { id: proposal } = await office.call('rectification.propose', { id, rule: 'overdue' });
  await office.call('rectification.decide-proposal', {
    id: proposal,
    decision: 'dismiss',
    officerId: office.li,
    reason: '当事人正在办理',
  });
  expect(await view()).toMatchObject({ candidates: [], proposals: [{ state: 'dismissed', decidedBy: '李示例' }] });
  expect((await office.call('rectification.get', { id })).state).toBe('ordered');
  await office.call('rectification.recheck', {
    id,
    checkedOn: '2026-10-20',
    officer1Id: office.zhang,
    officer2Id: office.li,
    results: [{ itemId, result: 'uncorrected', note: '仍未变更' }],
    conclusion: '未整改',
  });
  expect((await view()).candidates.map(({ rule }) => rule)).toEqual(['uncorrected']);
});
