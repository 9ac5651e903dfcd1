import { describe, expect, it } from 'vitest';
import { followUpCodes, type Repair } from '#shared/domain/repair/repair';
import { repairTerms } from '#shared/domain/repair/terms';
import { type RepairAction, type RepairContext, transition } from '#shared/domain/repair/transition';
import { officer } from '../inspection/sample-inspection';
import { packNamed } from './packs';

const terms = repairTerms(packNamed('ndrc-36'), {
  regime: 'ndrc',
  class: 'general',
  decidedOn: '2026-05-10',
  publishedOn: null,
});
const applied: Repair = {
  id: 'r1',
  no: '示知信修〔2026〕1号',
  dishonestyId: 'd1',
  subjectId: 's1',
  regime: 'ndrc-36',
  terms,
  appliedOn: '2026-08-10',
  applicant: { contact: '王示例', phone: '', statement: '' },
  conditions: [],
  verification: null,
  opinion: null,
  decision: null,
  followUp: [],
  state: 'applied',
  stateOn: '2026-08-10',
};
const context: RepairContext = { today: '2026-09-30', check: { refusals: [], nextOn: null } };
const verify: RepairAction = {
  type: 'verify',
  on: '2026-08-12',
  officers: [officer('1'), officer('2')],
  method: 'on_site',
  text: '已整改',
};
const opine: RepairAction = {
  type: 'opine',
  on: '2026-08-13',
  officerId: '1',
  officerName: '甲',
  text: '同意',
  recommend: 'grant',
};
const grant: RepairAction = {
  type: 'decide',
  on: '2026-08-14',
  officerId: '3',
  officerName: '丙',
  decision: 'grant',
  reason: '',
};
const follow = (code: (typeof followUpCodes)[number], on = '2026-08-17'): RepairAction => ({
  type: 'follow_up',
  code,
  on,
  officerId: '1',
  officerName: '甲',
  note: '',
});
const run = (...actions: RepairAction[]) =>
  actions.reduce((record, action) => transition(record, action, context), applied);
const refused = (code: string) => expect.objectContaining({ code });

describe('transition of a repair', () => {
  it('goes from application to closed, and closes with the fourth line only', () => {
    const granted = run(verify, opine, grant);
    expect(granted).toMatchObject({ state: 'granted', decision: { officerId: '3', nextOn: null } });
    const three = followUpCodes
      .slice(0, 3)
      .reduce((record, code) => transition(record, follow(code), context), granted);
    expect(three.state).toBe('granted');
    expect(transition(three, follow('re_rate'), context)).toMatchObject({ state: 'closed', stateOn: '2026-08-17' });
  });

  it.each<[string, RepairAction[], RepairAction]>([
    ['an opinion without verification', [], opine],
    ['a decision without an opinion', [verify], grant],
    ['a second verification', [verify], verify],
    ['other conditions after the opinion', [verify, opine], { type: 'update_conditions', conditions: [] }],
    ['follow-through before the grant', [verify, opine], follow('unpublish')],
    ['the same line twice', [verify, opine, grant, follow('unpublish')], follow('unpublish')],
    ['a second decision', [verify, opine, grant], grant],
  ])('refuses %s', (_, before, action) => {
    const record = run(...before);
    expect(() => transition(record, action, context)).toThrowError(refused('bad_state'));
  });

  it('does not let the officer of the opinion decide', () => {
    const record = run(verify, opine);
    expect(() => transition(record, { ...grant, officerId: '1' } as RepairAction, context)).toThrowError(
      refused('forbidden'),
    );
  });

  it('does not grant before the earliest day, even when the application was let in', () => {
    const early: Repair = { ...run(verify, opine), terms: { ...terms, earliestOn: '2026-08-15' } };
    expect(() => transition(early, grant, context)).toThrowError(refused('bad_input'));
  });

  it('does not grant while a reason to refuse stands, and then refuses with the next day', () => {
    const check = {
      refusals: [{ code: 'repaired_recently' as const, message: '不到一年', nextOn: '2026-12-01', verified: true }],
      nextOn: '2026-12-01',
    };
    const record = run(verify, opine);
    expect(() => transition(record, grant, { ...context, check })).toThrowError(refused('bad_state'));
    const no: RepairAction = { ...grant, decision: 'refuse', reason: '距上次修复不到一年' } as RepairAction;
    expect(transition(record, no, { ...context, check })).toMatchObject({
      state: 'refused',
      decision: { nextOn: '2026-12-01' },
    });
  });

  it('wants a reason for a refusal and for a decision against the opinion', () => {
    const record = run(verify, opine);
    expect(() => transition(record, { ...grant, decision: 'refuse' } as RepairAction, context)).toThrowError(
      refused('bad_input'),
    );
    const against = run(verify, { ...opine, recommend: 'refuse' } as RepairAction);
    expect(() => transition(against, grant, context)).toThrowError(refused('bad_input'));
    expect(transition(against, { ...grant, reason: '补充材料后符合条件' } as RepairAction, context).state).toBe(
      'granted',
    );
  });

  it.each<[string, RepairAction[], RepairAction]>([
    ['verification before the application', [], { ...verify, on: '2026-08-09' } as RepairAction],
    ['verification by one person twice', [], { ...verify, officers: [officer('1'), officer('1')] } as RepairAction],
    [
      'verification with an expired certificate',
      [],
      { ...verify, officers: [officer('1'), officer('2', '2026-08-11')] } as RepairAction,
    ],
    ['an opinion before the verification', [verify], { ...opine, on: '2026-08-11' } as RepairAction],
    ['an empty opinion', [verify], { ...opine, text: '' } as RepairAction],
    ['a decision before the opinion', [verify, opine], { ...grant, on: '2026-08-12' } as RepairAction],
    ['a decision in the future', [verify, opine], { ...grant, on: '2026-10-01' } as RepairAction],
    ['follow-through before the decision', [verify, opine, grant], follow('unpublish', '2026-08-13')],
  ])('refuses the date or person of %s', (_, before, action) => {
    const record = run(...before);
    expect(() => transition(record, action, context)).toThrowError(refused('bad_input'));
  });
});
