import { expect, test } from 'vitest';
import {
  fillIn,
  finishedInspection,
  type Office,
  openOffice,
  saveOfficer,
  startInspection,
} from '../../support/office';

const WHERE = '国家企业信用信息公示系统';

const officeWithReviewer = async (today = '2026-09-21') => {
  const office = await openOffice({ today });
  await office.call('office.act-as', { officerId: office.zhang });
  const zhao = await saveOfficer(office, '赵审核', 'Y009');
  return { office, zhao };
};
const get = (office: Office, inspectionId: string) => office.call('review.get', { inspectionId });
const tabs = async (office: Office) => (await office.call('review.count', {})).counts;

async function entered(office: Office, startedAt = '2026-09-21T09:00') {
  const { id } = await finishedInspection(office, { startedAt });
  const { publicResult } = await get(office, id);
  await office.call('review.enter', { inspectionId: id, ...publicResult });
  return { id, publicResult };
}

/** A visit without any problem. */
async function cleanVisit(office: Office, startedAt: string) {
  const { id } = await startInspection(office, { startedAt });
  await fillIn(office, id);
  await office.call('inspection.finish', {
    id,
    endedAt: `${startedAt.slice(0, 11)}12:00`,
    resultCode: '1',
    dispositionCode: 'none_needed',
  });
  const { publicResult } = await get(office, id);
  await office.call('review.enter', { inspectionId: id, ...publicResult });
  return id;
}

test('a result goes from not entered over a return to public, and each step stays in its story', async () => {
  const { office, zhao } = await officeWithReviewer();
  const { id } = await finishedInspection(office);
  expect(await tabs(office)).toMatchObject({ unentered: 1, waiting: 0 });
  const proposed = await get(office, id);
  expect(proposed).toMatchObject({
    state: null,
    publicResult: { resultCode: '5', dispositionCode: 'order_correction' },
  });
  expect(proposed.publicResult.summary).toContain('执业许可证所载地址与实际不一致');
  await office.call('review.enter', { inspectionId: id, ...proposed.publicResult });
  await office.call('review.return', {
    inspectionId: id,
    officerId: zhao,
    marks: [{ field: 'summary', text: '请写明许可证编号' }],
  });
  expect(await get(office, id)).toMatchObject({ state: 'returned', marks: [{ field: 'summary' }] });
  await office.fails(
    'review.publish',
    { inspectionIds: [id], officerId: zhao, on: '2026-09-21', where: WHERE },
    'bad_state',
  );
  const summary = `${proposed.publicResult.summary}许可证编号 33100。`;
  await office.call('review.enter', { inspectionId: id, ...proposed.publicResult, summary });
  await office.call('review.publish', { inspectionIds: [id], officerId: zhao, on: '2026-09-21', where: WHERE });
  const file = await get(office, id);
  expect(file).toMatchObject({ state: 'published', publishedOn: '2026-09-21', publishedWhere: WHERE, marks: [] });
  expect(file.publicResult.summary).toBe(summary);
  expect(file.steps.map(({ action }) => action)).toEqual(['enter', 'return', 'enter', 'publish']);
  expect(await tabs(office)).toEqual({ unentered: 0, waiting: 0, returned: 0, published: 1, overdue: 0 });
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('neither inspector nor the one who entered it approves a result', async () => {
  const { office, zhao } = await officeWithReviewer();
  const { id } = await finishedInspection(office);
  const { publicResult } = await get(office, id);
  await office.call('office.act-as', { officerId: office.wang });
  await office.call('review.enter', { inspectionId: id, ...publicResult });
  const publish = { inspectionIds: [id], on: '2026-09-21', where: WHERE };
  for (const officerId of [office.zhang, office.li, office.wang])
    await office.fails('review.publish', { ...publish, officerId }, 'forbidden');
  expect((await get(office, id)).state).toBe('waiting');
  await office.call('review.publish', { ...publish, officerId: zhao });
});

test('one result that may not be published keeps all of the batch back, and is named', async () => {
  const { office, zhao } = await officeWithReviewer('2026-09-25');
  const first = await cleanVisit(office, '2026-09-22T09:00');
  const second = await cleanVisit(office, '2026-09-23T09:00');
  await office.call('review.return', {
    inspectionId: second,
    officerId: zhao,
    marks: [{ field: 'other', text: '再核' }],
  });
  const publish = { inspectionIds: [first, second], officerId: zhao, on: '2026-09-25', where: WHERE };
  const { message } = await office.fails('review.publish', publish, 'bad_state');
  expect(message).toContain((await get(office, second)).no);
  expect((await get(office, first)).state).toBe('waiting');
  await office.call('review.publish', { ...publish, inspectionIds: [first] });
  // nothing had to follow: closed with the inspection
  expect((await get(office, first)).disposalClosedOn).toBe('2026-09-22');
});

test('the day until which a result has to be public steps over the national holiday', async () => {
  const { office } = await officeWithReviewer();
  const { id } = await finishedInspection(office, { startedAt: '2026-09-21T09:00' });
  // 20 working days after 21 September 2026: without 25–27 September and 1–7 October, with 10 October
  const due = (await get(office, id)).due;
  expect(due.dueOn).toBe('2026-10-26');
  expect(due.dueSteps.length).toBeGreaterThan(2);
  office.goTo('2026-10-26');
  expect(await tabs(office)).toMatchObject({ overdue: 0 });
  office.goTo('2026-10-27');
  expect(await tabs(office)).toMatchObject({ overdue: 1, unentered: 1 });
  const { rows } = await office.call('review.list', { tab: 'overdue' });
  expect(rows[0]).toMatchObject({ inspectionId: id, overdue: true });
  await office.call('review.enter', { inspectionId: id, ...(await get(office, id)).publicResult });
  expect((await office.call('review.list', { tab: 'overdue' })).rows[0]).toMatchObject({
    state: 'waiting',
    overdue: true,
  });
});

test('a published result is corrected by a new entry with a second officer, and the old wording stays', async () => {
  const { office, zhao } = await officeWithReviewer();
  const { id, publicResult } = await entered(office);
  const change = {
    inspectionId: id,
    ...publicResult,
    summary: '更正后的内容。',
    secondOfficerId: zhao,
    reason: '当事人名称有误',
  };
  await office.fails('review.correct', change, 'bad_state');
  await office.call('review.publish', { inspectionIds: [id], officerId: zhao, on: '2026-09-21', where: WHERE });
  await office.fails('review.enter', { inspectionId: id, ...publicResult }, 'bad_state');
  await office.fails('review.correct', { ...change, secondOfficerId: office.zhang }, 'bad_input');
  await office.fails('review.correct', { ...change, summary: publicResult.summary }, 'bad_input');
  await office.call('review.correct', change);
  const { steps, publicResult: now } = await get(office, id);
  expect(now.summary).toBe('更正后的内容。');
  expect(steps.at(-1)).toMatchObject({
    action: 'correct',
    secondName: '赵审核',
    before: { summary: publicResult.summary },
    after: { summary: '更正后的内容。' },
  });
  await office.call('review.withdraw', {
    inspectionId: id,
    secondOfficerId: zhao,
    on: '2026-09-21',
    reason: '决定撤销',
  });
  await office.fails('review.correct', { ...change, summary: '又改' }, 'bad_state');
});

test('the disposal is closed only when the order is ended', async () => {
  const { office, zhao } = await officeWithReviewer('2026-10-30');
  const { id } = await entered(office);
  await office.call('review.publish', { inspectionIds: [id], officerId: zhao, on: '2026-10-30', where: WHERE });
  expect((await get(office, id)).openEnds.map(({ code }) => code)).toEqual(['order']);
  const close = { inspectionId: id, on: '2026-10-30', note: '已整改' };
  await office.fails('review.close', close, 'bad_state');
  const order = await office.call('rectification.order', {
    inspectionId: id,
    subjectId: office.subjectId,
    orderedOn: '2026-09-22',
    items: [{ problem: '地址不符', requirement: '办理变更', term: { count: 15, unit: 'calendar_day' } }],
    violated: '《专利代理管理办法》',
    basis: '《行政处罚法》第二十八条第一款',
    contact: '张示例',
    contactPhone: '0990-1',
    officerIds: [office.zhang, office.li],
  });
  const open = await get(office, id);
  expect(open.openEnds).toMatchObject([{ code: 'order_open', target: { noun: 'rectification', id: order.id } }]);
  await office.call('rectification.cancel', { id: order.id, on: '2026-10-30', reason: '当事人已迁出' });
  await office.fails('review.close', close, 'bad_state');
});

test('what cannot be entered is refused in one sentence and leaves nothing', async () => {
  const { office } = await officeWithReviewer();
  const { id: running } = await startInspection(office);
  await office.fails('review.get', { inspectionId: running }, 'not_found');
  await fillIn(office, running);
  const done = { id: running, endedAt: '2026-09-21T11:00', resultCode: '1', dispositionCode: 'none_needed' } as const;
  await office.call('inspection.finish', done);
  const result = {
    inspectionId: running,
    resultCode: '5',
    dispositionCode: 'none_needed',
    summary: '发现问题',
  } as const;
  const { details } = await office.fails('review.enter', result, 'bad_input');
  expect(details.map(({ path }) => path)).toEqual(['dispositionCode']);
  office.goTo('2026-09-20');
  const clean = { ...result, resultCode: '1' } as const;
  expect((await office.fails('review.enter', clean, 'bad_state')).message).toContain('请核对电脑的日期');
  office.goTo('2026-09-21');
  await office.call('review.enter', clean);
  await office.fails('review.enter', clean, 'bad_state');
  expect((await get(office, running)).steps).toHaveLength(1);
});

test('the proof that a publication was taken back stays with the result, and verify reads its bytes', async () => {
  const { office, zhao } = await officeWithReviewer();
  const { id: other } = await finishedInspection(office);
  const early = await office.fails(
    'review.attach',
    { inspectionId: other, file: office.choose('撤回证明.pdf', 'proof') },
    'bad_state',
  );
  expect(early.message).toContain('还没有录入');
  await office.call('review.enter', { inspectionId: other, ...(await get(office, other)).publicResult });
  await office.call('review.publish', { inspectionIds: [other], officerId: zhao, on: '2026-09-21', where: WHERE });
  const before = await office.call('store.verify', {});
  await office.call('review.attach', { inspectionId: other, file: office.choose('撤回证明.pdf', 'proof') });
  const { attachments } = await get(office, other);
  expect(attachments.map(({ fileName }) => fileName)).toEqual(['撤回证明.pdf']);
  const after = await office.call('store.verify', {});
  expect(after.ok).toBe(true);
  expect(after.attachments).toBe(before.attachments + 1);
});

test('the file of a subject tells when its result went public and when that was taken back', async () => {
  const { office, zhao } = await officeWithReviewer();
  const { id } = await entered(office);
  await office.call('review.publish', { inspectionIds: [id], officerId: zhao, on: '2026-09-21', where: WHERE });
  await office.call('review.withdraw', {
    inspectionId: id,
    secondOfficerId: zhao,
    on: '2026-09-21',
    reason: '当事人名称有误',
  });
  const { subjectId } = await get(office, id);
  const { timeline } = await office.call('subject.get', { id: subjectId });
  const lines = timeline.filter(({ noun }) => noun === 'review');
  expect(lines.map(({ title }) => title.slice(0, 4)).sort()).toEqual(['公示检查', '撤回公示']);
  expect(lines.every(({ opensId }) => opensId === id)).toBe(true);
  expect(lines.find(({ title }) => title.startsWith('撤回'))?.detail).toBe('当事人名称有误');
});
