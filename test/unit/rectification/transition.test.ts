import { describe, expect, it } from 'vitest';
import { alerts, overdueState } from '#shared/domain/rectification/overdue';
import { type RectificationAction, transition } from '#shared/domain/rectification/transition';
import { officer } from '../inspection/sample-inspection';
import { calendar } from './calendar';
import { context, recheckOf, sampleOrder } from './sample-order';

type Extend = Extract<RectificationAction, { type: 'extend' }>;
const extend = (change: Partial<Extend> = {}): Extend => ({
  type: 'extend',
  itemId: 'i1',
  on: '2026-10-08',
  reason: '制度文本需经合伙人会议通过',
  to: { newDueOn: '2026-10-20' },
  ...change,
});
const both = recheckOf('2026-10-10', [
  ['i1', 'corrected'],
  ['i2', 'corrected'],
]);
const run = (...actions: RectificationAction[]) =>
  actions.reduce((record, action) => transition(record, action, context), sampleOrder());
const refused = (code: string) => expect.objectContaining({ code });

describe('transition of a rectification', () => {
  it('goes from order over delivery and re-check to closed', () => {
    const closed = run(
      { type: 'deliver', on: '2026-09-24', receivedBy: '李示例' },
      { type: 'recheck', recheck: both },
      { type: 'close', on: '2026-10-12', note: '' },
    );
    expect(closed).toMatchObject({ state: 'closed', stateOn: '2026-10-12', deliveredOn: '2026-09-24' });
    expect(closed.rechecks).toHaveLength(1);
    expect(() => transition(closed, extend(), context)).toThrowError(refused('bad_state'));
  });

  it('does not close while one item is open or not corrected', () => {
    expect(() => run({ type: 'close', on: '2026-10-12', note: '' })).toThrowError(refused('bad_state'));
    const half = recheckOf('2026-10-10', [
      ['i1', 'corrected'],
      ['i2', 'uncorrected'],
    ]);
    expect(() => run({ type: 'recheck', recheck: half }, { type: 'close', on: '2026-10-12', note: '' })).toThrowError(
      refused('bad_state'),
    );
  });

  it('takes an uncorrected item to a second re-check', () => {
    const record = run(
      {
        type: 'recheck',
        recheck: recheckOf('2026-10-10', [
          ['i1', 'uncorrected'],
          ['i2', 'corrected'],
        ]),
      },
      { type: 'recheck', recheck: recheckOf('2026-10-15', [['i1', 'corrected']], 'k2') },
    );
    expect(record.items.map((item) => item.state)).toEqual(['corrected', 'corrected']);
  });

  it.each<[string, ReturnType<typeof recheckOf>]>([
    ['on the day of the order', recheckOf('2026-09-24', [['i1', 'corrected']])],
    ['before the order', recheckOf('2026-09-23', [['i1', 'corrected']])],
    ['in the future', recheckOf('2027-01-01', [['i1', 'corrected']])],
    ['by one officer', { ...both, officers: [officer('1')] }],
    ['by the same officer twice', { ...both, officers: [officer('1'), officer('1')] }],
    [
      'by an officer without a certificate number',
      { ...both, officers: [officer('1'), { ...officer('2'), certificateNo: ' ' }] },
    ],
    ['without results', recheckOf('2026-10-10', [])],
    [
      'with an item twice',
      recheckOf('2026-10-10', [
        ['i1', 'corrected'],
        ['i1', 'uncorrected'],
      ]),
    ],
    ['without a conclusion', { ...both, conclusion: '' }],
  ])('refuses a re-check %s', (_, recheck) => {
    expect(() => run({ type: 'recheck', recheck })).toThrowError(refused('bad_input'));
  });

  it('refuses a re-check of a stranger item, of a corrected one and out of order', () => {
    expect(() => run({ type: 'recheck', recheck: recheckOf('2026-10-10', [['x', 'corrected']]) })).toThrowError(
      refused('not_found'),
    );
    const first: RectificationAction = { type: 'recheck', recheck: recheckOf('2026-10-10', [['i1', 'corrected']]) };
    expect(() =>
      run(first, { type: 'recheck', recheck: recheckOf('2026-10-11', [['i1', 'uncorrected']], 'k2') }),
    ).toThrowError(refused('bad_input'));
    expect(() =>
      run(first, { type: 'recheck', recheck: recheckOf('2026-10-09', [['i2', 'corrected']], 'k2') }),
    ).toThrowError(refused('bad_input'));
  });

  it('extends once, with the reason in the steps', () => {
    const record = run(extend());
    expect(record.items[0]).toMatchObject({ extendedTo: '2026-10-20', extendedOn: '2026-10-08', dueOn: '2026-10-09' });
    expect(record.items[0]?.dueSteps.some((step) => step.text.includes('合伙人会议'))).toBe(true);
    expect(() => transition(record, extend({ to: { newDueOn: '2026-11-20' } }), context)).toThrowError(
      refused('bad_state'),
    );
  });

  it('counts a term of extension from the old due day', () => {
    expect(run(extend({ to: { term: { count: 5, unit: 'working_day' } } })).items[0]?.extendedTo).toBe('2026-10-15');
  });

  it.each<[string, Partial<Extend>]>([
    ['after the due day', { on: '2026-10-10' }],
    ['before the order', { on: '2026-09-23' }],
    ['to the same day', { to: { newDueOn: '2026-10-09' } }],
    ['to an earlier day', { to: { newDueOn: '2026-10-01' } }],
    ['by no time at all', { to: { term: { count: 0, unit: 'calendar_day' } } }],
    ['without a reason', { reason: ' ' }],
  ])('refuses an extension %s', (_, change) => {
    expect(() => run(extend(change))).toThrowError(refused('bad_input'));
  });

  it('escalates only what is late or was found uncorrected, with a reason', () => {
    const escalate = (on: string, reason = '逾期未改'): RectificationAction => ({ type: 'escalate', on, reason });
    expect(() => run(escalate('2026-10-09'))).toThrowError(refused('bad_state'));
    expect(() => run(escalate('2026-10-10', ''))).toThrowError(refused('bad_input'));
    expect(run(escalate('2026-10-10'))).toMatchObject({ state: 'escalated', stateReason: '逾期未改' });
    expect(() => run(extend(), escalate('2026-10-10'))).not.toThrow();
    const uncorrected: RectificationAction = {
      type: 'recheck',
      recheck: recheckOf('2026-09-30', [['i1', 'uncorrected']]),
    };
    expect(run(uncorrected, escalate('2026-10-01')).state).toBe('escalated');
  });

  it('refuses to end before the last re-check, to deliver twice and to cancel without a reason', () => {
    const recheck: RectificationAction = { type: 'recheck', recheck: both };
    expect(() => run(recheck, { type: 'close', on: '2026-10-09', note: '' })).toThrowError(refused('bad_input'));
    const deliver: RectificationAction = { type: 'deliver', on: '2026-09-25', receivedBy: '李示例' };
    expect(() => run(deliver, deliver)).toThrowError(refused('bad_state'));
    expect(() => run({ type: 'deliver', on: '2026-09-23', receivedBy: '李示例' })).toThrowError(refused('bad_input'));
    expect(() => run({ type: 'cancel', on: '2026-10-01', reason: '' })).toThrowError(refused('bad_input'));
    expect(run({ type: 'cancel', on: '2026-10-01', reason: '当事人有误' }).state).toBe('cancelled');
  });
});

describe('what is late', () => {
  it.each([
    ['2026-09-30', '还剩 2 个工作日'],
    ['2026-10-09', '今天到期'],
    ['2026-10-12', '已逾期 2 个工作日'],
  ])('tells on %s in working days: %s', (today, text) => {
    expect(overdueState(sampleOrder(), today, calendar).remaining).toBe(text);
  });

  it('is late on the day after, not on the day', () => {
    expect(overdueState(sampleOrder(), '2026-10-09', calendar).overdueItemIds).toEqual([]);
    expect(overdueState(sampleOrder(), '2026-10-10', calendar).overdueItemIds).toEqual(['i1', 'i2']);
  });

  it('counts the extended day and forgets what is corrected or ended', () => {
    expect(overdueState(run(extend()), '2026-10-10', calendar)).toMatchObject({
      overdueItemIds: ['i2'],
      nextDueOn: '2026-10-09',
    });
    expect(overdueState(run({ type: 'recheck', recheck: both }), '2026-11-01', calendar)).toMatchObject({
      overdueItemIds: [],
      nextDueOn: null,
    });
    expect(
      overdueState(run({ type: 'cancel', on: '2026-10-01', reason: '误发' }), '2026-11-01', calendar).overdueItemIds,
    ).toEqual([]);
  });

  it('raises an alert for every item found uncorrected, even before it is due', () => {
    const record = run(
      { type: 'deliver', on: '2026-09-24', receivedBy: '李示例' },
      { type: 'recheck', recheck: recheckOf('2026-09-30', [['i1', 'uncorrected']]) },
    );
    expect(alerts(record, '2026-10-01', calendar).map((alert) => [alert.code, alert.itemId])).toEqual([
      ['uncorrected', 'i1'],
    ]);
    expect(alerts(sampleOrder(), '2026-10-01', calendar).map((alert) => alert.code)).toEqual(['not_delivered']);
  });
});
