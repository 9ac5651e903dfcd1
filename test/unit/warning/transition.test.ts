import { describe, expect, it } from 'vitest';
import { type Lead, type LeadState, leadNo, leadStates } from '#shared/domain/warning/lead';
import { type LeadAction, transition } from '#shared/domain/warning/transition';

const lead = (state: LeadState): Lead => ({
  id: 'l1',
  no: 'ABCD1234',
  source: 'rule',
  state,
  assignedTo: state === 'new' ? null : 'zhang',
  stateOn: state === 'new' ? null : '2026-11-01',
  closeReason: state === 'closed' ? 'unfounded' : null,
  note: '',
  evidence: state === 'confirmed' ? '证据' : '',
  factId: state === 'confirmed' ? 'f1' : null,
});
const actions: Record<LeadAction['type'], LeadAction> = {
  assign: { type: 'assign', officerId: 'li' },
  confirm: { type: 'confirm', evidence: '已调取申请档案', factId: 'f2' },
  close: { type: 'close', reason: 'explained', note: '' },
  reopen: { type: 'reopen', reason: '发现新的申请' },
};
const ON = '2026-11-25';

/** What each action makes of each state; a dash is a refusal. */
const TABLE: Record<LeadState, Record<LeadAction['type'], LeadState | '—'>> = {
  new: { assign: 'assigned', confirm: '—', close: '—', reopen: '—' },
  assigned: { assign: 'assigned', confirm: 'confirmed', close: 'closed', reopen: '—' },
  confirmed: { assign: '—', confirm: '—', close: '—', reopen: 'assigned' },
  closed: { assign: '—', confirm: '—', close: '—', reopen: 'assigned' },
};

describe.each(leadStates)('a lead that is %s', (state) => {
  it.each(Object.keys(actions) as LeadAction['type'][])('takes %s as the table says', (type) => {
    const expected = TABLE[state][type];
    const act = () => transition(lead(state), actions[type], ON);
    if (expected === '—') expect(act).toThrow(expect.objectContaining({ code: 'bad_state' }));
    else expect(act()).toMatchObject({ state: expected, stateOn: ON });
  });
});

it('keeps nothing of the old ending when it is reopened, but stays with its officer', () => {
  for (const state of ['confirmed', 'closed'] as const)
    expect(transition(lead(state), actions.reopen, ON)).toMatchObject({
      assignedTo: 'zhang',
      factId: null,
      evidence: '',
      closeReason: null,
    });
});

it.each([
  ['evidence', { type: 'confirm', evidence: '  ', factId: 'f' }, 'assigned'],
  ['note', { type: 'close', reason: 'other', note: ' ' }, 'assigned'],
  ['reason', { type: 'reopen', reason: '' }, 'closed'],
] as const)('asks for %s', (path, action, state) => {
  expect(() => transition(lead(state), action, ON)).toThrow(
    expect.objectContaining({ code: 'bad_input', details: [expect.objectContaining({ path })] }),
  );
});

it('does not assign to the same officer twice', () => {
  expect(() => transition(lead('assigned'), { type: 'assign', officerId: 'zhang' }, ON)).toThrow(
    expect.objectContaining({ code: 'bad_state' }),
  );
});

it('numbers a lead by its key alone', () => {
  expect(leadNo('0123abcdef')).toBe('0123ABCD');
});
