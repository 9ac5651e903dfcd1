import { expect, test } from 'vitest';
import { expectAudited } from '../../support/engine';
import { type Office, openOffice } from '../../support/office';

async function orderedOffice() {
  const office = await openOffice({ today: '2026-09-24' });
  const { id } = await office.call('rectification.order', {
    subjectId: office.subjectId,
    orderedOn: '2026-09-24',
    items: [
      { problem: '无收费公示', requirement: '公示收费', term: { count: 5, unit: 'working_day' } },
      { problem: '年报信息不实', requirement: '更正年报', term: { count: 15, unit: 'calendar_day' } },
    ],
    violated: '《专利代理管理办法》第四十一条',
    basis: '《中华人民共和国行政处罚法》第二十八条第一款',
    contact: '张示例',
    contactPhone: '000-0000',
    officerIds: [office.zhang, office.li],
  });
  const [first, second] = (await office.call('rectification.get', { id })).items;
  if (!first || !second) throw new Error('an item is missing');
  return { office, id, first: first.id, second: second.id };
}

const proofOf = (id: string, itemIds: string[], submittedOn: string) => ({
  ...{ id, submittedOn, submittedBy: '王经理', way: 'in_person' as const, itemIds, note: '改正说明一份' },
});
const get = (office: Office, id: string) => office.call('rectification.get', { id });

test('papers are handed in, found short, handed in again and accepted; only the re-check settles the item', async () => {
  const { office, id, first, second } = await orderedOffice();
  await office.call('rectification.deliver', { id, on: '2026-09-24', receivedBy: '王经理' });
  office.goTo('2026-09-28');
  const { proofId } = await office.call('rectification.submit-proof', proofOf(id, [first], '2026-09-28'));
  await office.call('rectification.attach', { id, file: office.choose('整改照片.jpg', 'photo') });
  const judge = { id, proofId, on: '2026-09-28', officerId: office.zhang };
  await office.fails('rectification.judge-proof', { ...judge, judgement: 'insufficient' }, 'bad_input');
  await office.call('rectification.judge-proof', { ...judge, judgement: 'insufficient', reason: '照片看不清价格' });
  await office.fails('rectification.judge-proof', { ...judge, judgement: 'accepted' }, 'bad_state');
  expect(await get(office, id)).toMatchObject({ recheckOffer: null });

  office.goTo('2026-09-30');
  await office.call('rectification.remind', {
    ...{ id, on: '2026-09-30', way: 'phone', whom: '王经理', text: '请补交照片', officerId: office.li },
  });
  const again = await office.call('rectification.submit-proof', proofOf(id, [first, second], '2026-09-30'));
  await office.call('rectification.judge-proof', {
    ...{ id, proofId: again.proofId, judgement: 'accepted', on: '2026-09-30', officerId: office.zhang },
  });
  const file = await get(office, id);
  expect(file).toMatchObject({
    correctedCount: 0,
    recheckOffer: { proofId: again.proofId, itemIds: [first, second] },
    proofs: [
      { judgement: 'insufficient', reason: '照片看不清价格', judgedBy: { name: '张示例' } },
      { judgement: 'accepted', submittedBy: '王经理' },
    ],
    reminders: [{ way: 'phone', whom: '王经理', officer: { name: '李示例' } }],
    attachments: [{ fileName: '整改照片.jpg' }],
  });
  await office.fails('rectification.close', { id, on: '2026-09-30' }, 'bad_state');
  await office.call('rectification.recheck', {
    ...{ id, checkedOn: '2026-09-30', officer1Id: office.zhang, officer2Id: office.li },
    results: [first, second].map((itemId) => ({ itemId, result: 'corrected' as const })),
    conclusion: '经书面复查，均已整改。',
  });
  expect(await get(office, id)).toMatchObject({ correctedCount: 2, recheckOffer: null });
  await office.fails('rectification.submit-proof', proofOf(id, [first], '2026-09-30'), 'bad_state');
  await office.call('rectification.close', { id, on: '2026-09-30' });
  await expectAudited(
    office,
    [
      'order',
      'deliver',
      'submit-proof',
      'attach',
      'judge-proof',
      'remind',
      'submit-proof',
      'judge-proof',
      'recheck',
      'close',
    ].map((verb) => [`rectification.${verb}`, `rectification:${id}`] as const),
  );
});

test('a refused proof, judgement or reminder leaves nothing behind', async () => {
  const { office, id, first } = await orderedOffice();
  office.goTo('2026-09-28');
  await office.fails('rectification.submit-proof', proofOf(id, [first], '2026-09-23'), 'bad_input');
  await office.fails('rectification.submit-proof', proofOf(id, [first], '2026-09-29'), 'bad_input');
  await office.fails('rectification.submit-proof', proofOf(id, [], '2026-09-28'), 'bad_input');
  await office.fails('rectification.submit-proof', proofOf(id, ['nothing'], '2026-09-28'), 'not_found');
  await office.fails('rectification.submit-proof', proofOf('nothing', [first], '2026-09-28'), 'not_found');
  await office.fails(
    'rectification.judge-proof',
    { id, proofId: 'nothing', judgement: 'accepted', on: '2026-09-28', officerId: office.zhang },
    'not_found',
  );
  const reminder = {
    id,
    on: '2026-09-28',
    way: 'letter' as const,
    whom: '王经理',
    text: '请改正',
    officerId: office.wang,
  };
  await office.fails('rectification.remind', { ...reminder, officerId: 'nobody' }, 'not_found');
  await office.fails('rectification.remind', { ...reminder, on: '2026-09-29' }, 'bad_input');
  await office.call('officer.add-avoidance', {
    ...{ officerId: office.wang, subjectId: office.subjectId, reason: '曾任该所顾问' },
  });
  await office.fails('rectification.remind', reminder, 'bad_input');
  expect(await get(office, id)).toMatchObject({ proofs: [], reminders: [] });
});

test('a proof of another order is not found through this one', async () => {
  const { office, id, first } = await orderedOffice();
  const { proofId } = await office.call('rectification.submit-proof', proofOf(id, [first], '2026-09-24'));
  const file = await get(office, id);
  const other = await office.call('rectification.order', {
    ...{ subjectId: file.subjectId, orderedOn: '2026-09-24', violated: '某条', basis: '某法' },
    items: [{ problem: '另一问题', requirement: '改正', term: { count: 5, unit: 'working_day' } }],
    ...{ contact: '张示例', contactPhone: '000-0000', officerIds: [office.zhang, office.li] },
  });
  await office.fails(
    'rectification.judge-proof',
    { id: other.id, proofId, judgement: 'accepted', on: '2026-09-24', officerId: office.zhang },
    'not_found',
  );
});

test('a term is extended on its last day, not on the day after, by the rule of the shipped pack', async () => {
  const { office, id, first, second } = await orderedOffice();
  const term = { count: 5, unit: 'working_day' as const };
  office.goTo('2026-10-09');
  expect((await get(office, id)).extension).toEqual({ times: 1, latest: 'on_due_day', verified: false });
  await office.call('rectification.extend', { id, itemId: first, on: '2026-10-09', reason: '开会通过', term });
  office.goTo('2026-10-10');
  const late = { id, itemId: second, on: '2026-10-10', reason: '开会通过', term };
  expect((await office.fails('rectification.extend', late, 'bad_input')).message).toContain(
    '期限届满当日（2026-10-09）',
  );
});

test('with the clock set back nothing is written, and one sentence says what to look at', async () => {
  const { office, id, first } = await orderedOffice();
  office.goTo('2026-10-08');
  await office.call('rectification.submit-proof', proofOf(id, [first], '2026-10-08'));
  office.goTo('2026-09-30');
  const { message } = await office.fails(
    'rectification.deliver',
    { id, on: '2026-09-25', receivedBy: '王经理' },
    'bad_state',
  );
  expect(message).toContain('请核对电脑的日期');
  await office.fails('rectification.submit-proof', proofOf(id, [first], '2026-09-29'), 'bad_state');
  expect((await get(office, id)).proofs).toHaveLength(1);
});
