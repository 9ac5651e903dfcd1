import { expect, test } from 'vitest';
import type { RouteInput } from '#shared/ipc/contract';
import { type Office, openOffice, planVisit, startInspection, visitInput } from '../../support/office';

const arrange = async (office: Office, date: string) => {
  const input: RouteInput<'plan.arrange'> = {
    subjectId: office.subjectId,
    kind: 'special',
    date,
    officer1Id: office.zhang,
    officer2Id: office.li,
    cause: 'big_data',
    causeNote: '数据监测第12期',
  };
  return (await office.call('plan.arrange', input)).id;
};

const exchange = (office: Office, visitId: string): RouteInput<'plan.exchange-officer'> => ({
  visitIds: [visitId],
  outOfficerId: office.li,
  inOfficerId: office.wang,
  cause: 'illness',
  reason: '当日就医',
  secondOfficerId: office.li,
});

const begin = (office: Office, visitId: string, startedAt: string) =>
  startInspection(office, { visitId, startedAt, kind: 'special' });

async function actingOffice(today: string) {
  const office = await openOffice({ today });
  await office.call('office.act-as', { officerId: office.zhang });
  return office;
}

test('a visit whose inspection was broken off is not held for begun: it is merged, begun again, and counted once', async () => {
  const office = await actingOffice('2026-12-01');
  const [lead, other] = [await arrange(office, '2026-12-01'), await arrange(office, '2026-12-08')];
  const first = await begin(office, lead, '2026-12-01T09:00');
  await office.call('inspection.break-off', { id: first.id, endedAt: '2026-12-01T10:00', reason: '现场停电' });
  await office.call('plan.merge-tasks', { leadId: lead, ids: [other] });
  const inspected = async () =>
    (await office.call('statistics.overview', { month: '2026-12' })).figures.find(({ id }) => id === 'inspected')?.now
      .text;
  expect(await inspected()).toBe('0');
  const rows = { month: '2026-12', figure: 'inspected' } as const;
  expect(await office.call('statistics.list-rows', rows)).toMatchObject({ total: 0, rows: [] });
  await begin(office, lead, '2026-12-01T13:00');
  await office.fails('plan.unmerge-task', { id: other }, 'bad_state');
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('a draw is not declared void under a running inspection, which would lose its visit', async () => {
  const office = await actingOffice('2026-09-21');
  const { id, planId } = await planVisit(office);
  const running = await begin(office, id, '2026-09-21T09:00');
  const declare = { id: planId, reason: '规则有误', secondOfficerId: office.li };
  expect((await office.fails('plan.void', declare, 'bad_state')).message).toContain(running.no);
  await office.call('inspection.break-off', { id: running.id, endedAt: '2026-09-21T10:00', reason: '抽取有误' });
  await office.call('plan.void', declare);
  await office.fails(
    'inspection.create',
    visitInput(office, { visitId: id, startedAt: '2026-09-21T11:00' }),
    'bad_state',
  );
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('day and officers of a visit stay as they are once its inspection runs', async () => {
  const office = await actingOffice('2026-09-21');
  const id = await arrange(office, '2026-09-21');
  const { changeId } = await office.call('plan.move-visit', { visitId: id, date: '2026-09-22' });
  office.goTo('2026-09-22');
  const { no } = await begin(office, id, '2026-09-22T09:00');
  const moved = await office.fails('plan.move-visit', { visitId: id, date: '2026-09-23' }, 'bad_state');
  expect(moved.message).toContain(no);
  await office.fails('plan.exchange-officer', exchange(office, id), 'bad_state');
  await office.fails('plan.undo-changes', { changeIds: [changeId] }, 'bad_state');
});

test('a merged visit neither changes officers nor goes back to its day, and its lead keeps to the month', async () => {
  const office = await actingOffice('2026-11-23');
  const [lead, other] = [await arrange(office, '2026-12-01'), await arrange(office, '2026-11-27')];
  const { changeId } = await office.call('plan.move-visit', { visitId: other, date: '2026-12-08' });
  await office.call('plan.merge-tasks', { leadId: lead, ids: [other] });
  await office.fails('plan.undo-changes', { changeIds: [changeId] }, 'bad_state');
  await office.fails('plan.exchange-officer', exchange(office, other), 'bad_state');
  const month = { visitId: lead, date: '2026-11-30' };
  expect((await office.fails('plan.move-visit', month, 'bad_input')).message).toContain('撤销合并');
  await office.call('plan.move-visit', { ...month, date: '2026-12-02' });
  await office.call('plan.unmerge-task', { id: other });
  await office.call('plan.move-visit', month);
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
});

test('a visit that others are done with is not turned into a desk review, which would cover an on-site one', async () => {
  const office = await actingOffice('2026-11-23');
  const [lead, other] = [await arrange(office, '2026-12-01'), await arrange(office, '2026-12-08')];
  await office.call('plan.merge-tasks', { leadId: lead, ids: [other] });
  for (const id of [lead, other]) {
    const { message } = await office.fails('plan.make-desk-review', { ids: [id] }, 'bad_state');
    expect(message).toContain('先撤销合并');
  }
});
