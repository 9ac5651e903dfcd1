import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RouteInput } from '#shared/ipc/contract';
import { announce, officeWithAgencies, visitsOf } from '../../support/draw';
import { type Office, saveOfficer } from '../../support/office';

/** An office of four officers with a drawn plan. */
async function drawnOffice(agencies = 12) {
  const office = await officeWithAgencies(agencies);
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const zhao = await saveOfficer(office, '赵示例', 'Y004');
  const visits = await visitsOf(office, planId);
  const [visit] = visits;
  const [first, second] = visit?.officers ?? [];
  if (!visit || !first || !second) throw new Error('no visit with a pair');
  return { office, planId, zhao, visits, visit, first, second };
}

const exchange = (
  drawn: Awaited<ReturnType<typeof drawnOffice>>,
  change: Partial<RouteInput<'plan.exchange-officer'>> = {},
): RouteInput<'plan.exchange-officer'> => ({
  visitIds: [drawn.visit.id],
  outOfficerId: drawn.second.id,
  inOfficerId: drawn.zhao,
  cause: 'illness',
  reason: '当日就医',
  secondOfficerId: drawn.office.li,
  ...change,
});

const officersOf = async (office: Office, planId: string, id: string) =>
  (await visitsOf(office, planId)).find((visit) => visit.id === id)?.officers.map((officer) => officer.id);

test('an exchange leaves the draw provable, keeps the place in the pair, and is told by the verifier', async () => {
  const drawn = await drawnOffice();
  const { office, planId, visit, first, zhao } = drawn;
  await office.call('plan.exchange-officer', exchange(drawn));
  expect(await officersOf(office, planId, visit.id)).toEqual([first.id, zhao]);
  const verified = await office.call('plan.verify', { id: planId });
  expect(verified).toMatchObject({ ok: true, message: expect.stringContaining('1 户抽取后换过人员') });
  const { changes } = await office.call('plan.list-changes', { planId });
  expect(changes).toMatchObject([
    { kind: 'exchange', cause: 'illness', reason: '当日就医', officerName: '张示例', secondOfficerName: '李示例' },
  ]);
  expect(changes[0]?.after).toContain('赵示例');
});

test('two exchanges of one visit lead back to the drawn pair; a planted pair without an entry does not', async () => {
  const drawn = await drawnOffice();
  const { office, planId, visit, first, second, zhao } = drawn;
  await office.call('plan.exchange-officer', exchange(drawn));
  await office.call('plan.exchange-officer', exchange(drawn, { outOfficerId: zhao, inOfficerId: second.id }));
  expect(await officersOf(office, planId, visit.id)).toEqual([first.id, second.id]);
  await office.call('plan.exchange-officer', exchange(drawn));
  expect((await office.call('plan.verify', { id: planId })).ok).toBe(true);
  const handle = new Database(office.engine.store.file);
  handle.prepare('update visit set officer2_id = ? where id = ?').run(second.id, visit.id);
  handle.close();
  expect(await office.call('plan.verify', { id: planId })).toMatchObject({
    ok: false,
    message: expect.stringContaining('与换人记录接不上'),
  });
});

test('nobody exchanges officers alone, and nobody comes who may not act on that day', async () => {
  const drawn = await drawnOffice(0);
  const { office, zhao, visit, first } = drawn;
  await office.fails('plan.exchange-officer', exchange(drawn, { secondOfficerId: office.zhang }), 'forbidden');
  await office.fails('plan.exchange-officer', exchange(drawn, { inOfficerId: first.id }), 'bad_input');
  await office.fails('plan.exchange-officer', exchange(drawn, { outOfficerId: zhao }), 'bad_input');
  const zhaoWith = (change: Parameters<typeof saveOfficer>[3]) =>
    saveOfficer(office, '赵示例', 'Y004', { id: zhao, ...change });
  await zhaoWith({ leaves: [{ from: visit.date, to: visit.date, reason: '公休' }] });
  expect((await office.fails('plan.exchange-officer', exchange(drawn), 'bad_input')).message).toContain('请假');
  await zhaoWith({ certificateUntil: '2026-11-23' });
  expect((await office.fails('plan.exchange-officer', exchange(drawn), 'bad_input')).message).toContain('到期');
  await zhaoWith({});
  await office.call('officer.add-avoidance', { officerId: zhao, subjectId: visit.subjectId, reason: '近亲属任职' });
  expect((await office.fails('plan.exchange-officer', exchange(drawn), 'bad_input')).message).toContain('回避');
  const { officers } = await office.call('plan.suggest-officers', {
    visitIds: [visit.id],
    outOfficerId: drawn.second.id,
  });
  expect(officers.find(({ id }) => id === zhao)?.problems).toEqual(['应当回避']);
  expect(officers.at(0)?.problems).toEqual([]);
});

test('leave entered after the draw, a certificate that runs out and an avoidance each become one gap with its visits', async () => {
  const drawn = await drawnOffice();
  const { office, planId, visits, visit, first, second } = drawn;
  expect((await office.call('plan.list-gaps', {})).gaps).toEqual([]);
  const mine = visits.filter(({ officers }) => officers.some(({ id }) => id === second.id));
  const last = mine.at(-1)?.date ?? '';
  await saveOfficer(office, second.name, second.certificateNo, {
    id: second.id,
    leaves: [{ from: visit.date, to: last, reason: '公休' }],
  });
  await office.call('officer.add-avoidance', { officerId: first.id, subjectId: visit.subjectId, reason: '近亲属任职' });
  const { gaps } = await office.call('plan.list-gaps', { planId });
  const leave = gaps.find(({ cause }) => cause === 'leave');
  expect(leave?.visits.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
  expect(leave?.sentence).toMatch(/请假，涉及今后 \d+ 户检查，最早 2026-.*请更换人员或改期。/);
  expect(gaps.find(({ cause }) => cause === 'avoidance')?.visits.map(({ id }) => id)).toEqual([visit.id]);
  expect((await office.call('plan.get', { id: planId })).attention).toHaveLength(2);
  // one exchange covers all of them
  await office.call('plan.exchange-officer', {
    ...exchange(drawn, { cause: 'leave', reason: '培训', inOfficerId: drawn.zhao }),
    visitIds: mine.map(({ id }) => id),
  });
  expect((await office.call('plan.list-gaps', { planId })).gaps.map(({ cause }) => cause)).toEqual(['avoidance']);
});

test('a move and an exchange are taken back the same day by whoever made them, and both entries stay', async () => {
  const drawn = await drawnOffice(0);
  const { office, planId, visit, first, second } = drawn;
  const { changeId } = await office.call('plan.move-visit', { visitId: visit.id, date: '2026-12-09' });
  const { changeIds } = await office.call('plan.exchange-officer', exchange(drawn));
  // not the last one of the visit any more
  await office.fails('plan.undo-changes', { changeIds: [changeId] }, 'bad_state');
  await office.call('plan.undo-changes', { changeIds });
  expect(await officersOf(office, planId, visit.id)).toEqual([first.id, second.id]);
  await office.fails('plan.undo-changes', { changeIds }, 'bad_state');
  const { changes } = await office.call('plan.list-changes', { visitId: visit.id });
  expect(changes.map(({ kind, undone }) => `${kind} ${undone}`)).toEqual([
    'exchange false',
    'exchange true',
    'move false',
  ]);
  expect((await office.call('plan.verify', { id: planId })).ok).toBe(true);
  await office.fails('plan.list-changes', {}, 'bad_input');
});

test('a visit is not moved onto a holiday, into the leave of its officer, or to the day it stands on already', async () => {
  const { office, visit, second } = await drawnOffice(0);
  const move = (date: string) => office.fails('plan.move-visit', { visitId: visit.id, date }, 'bad_input');
  expect((await move('2026-12-05')).message).toContain('周六');
  expect((await move(visit.date)).message).toContain('本来就安排在');
  await saveOfficer(office, second.name, second.certificateNo, {
    id: second.id,
    leaves: [{ from: '2026-12-10', to: '2026-12-11', reason: '公休' }],
  });
  expect((await move('2026-12-10')).message).toContain('请假');
});

test('the calendar shows days off by name, and what stands in the way of each visit', async () => {
  const { office, planId, visit, second } = await drawnOffice();
  await saveOfficer(office, second.name, second.certificateNo, {
    id: second.id,
    leaves: [{ from: visit.date, to: visit.date, reason: '公休' }],
  });
  const month = visit.date.slice(0, 7);
  const { days, visits, total } = await office.call('plan.list-calendar', {
    from: `${month}-01`,
    to: `${month}-30`,
    planId,
  });
  expect(days).toHaveLength(30);
  expect(days.find(({ working }) => !working)?.reason).toMatch(/周[六日]|放假/);
  expect(total).toBe(visits.length);
  expect(visits.find(({ id }) => id === visit.id)?.conflicts).toMatchObject([
    { code: 'leave', step: 'exchange', officerId: second.id },
  ]);
  await office.fails('plan.list-calendar', { from: '2026-01-01', to: '2026-12-31' }, 'bad_input');
});

test('with the clock set back, a change is refused instead of losing the order of the entries', async () => {
  const { office, visit } = await drawnOffice(0);
  await office.call('plan.move-visit', { visitId: visit.id, date: '2026-12-09' });
  office.setBack(24 * 60);
  const refused = await office.fails('plan.move-visit', { visitId: visit.id, date: '2026-12-10' }, 'bad_state');
  expect(refused.message).toContain('校正电脑的日期');
});

test('the same day is that of the office, not of Greenwich: a change of the early morning is taken back at ten', async () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Shanghai';
  try {
    const { office, visit } = await drawnOffice(0);
    // half past seven in Beijing is still yesterday in Greenwich
    office.setBack(150);
    const { changeId } = await office.call('plan.move-visit', { visitId: visit.id, date: '2026-12-09' });
    office.setBack(-150);
    await office.call('plan.undo-changes', { changeIds: [changeId] });
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
