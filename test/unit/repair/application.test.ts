import { describe, expect, it } from 'vitest';
import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import { type Application, checkApplication, conditions, missingConditions } from '#shared/domain/repair/application';
import { openApplication } from '#shared/domain/repair/apply';
import { repairTerms } from '#shared/domain/repair/terms';
import { packNamed } from './packs';

const cnipa = packNamed('cnipa-8');
const record: Dishonesty = {
  id: 'd1',
  subjectId: 's1',
  factId: null,
  actCode: 'SX-6-2',
  regime: 'cnipa',
  class: 'general',
  documentNo: '示知认〔2026〕1号',
  authority: '示例市知识产权局',
  decidedOn: '2026-05-10',
  actSummary: '恶意商标注册申请',
  penalty: '',
  publishedOn: '2026-05-15',
  state: 'active',
  stateOn: null,
};
const met = conditions(cnipa, 'general').map(({ code }) => ({ code, met: true, evidence: '见附件' }));
const application = (change: Partial<Application> = {}): Application => ({
  pack: cnipa,
  terms: repairTerms(cnipa, record),
  appliedOn: '2026-11-10',
  conditions: met,
  lastRepairedOn: null,
  otherActs: [],
  falseStatement: false,
  ...change,
});
const check = (change: Partial<Application>, on: string, state: Dishonesty['state'] = 'active') =>
  checkApplication(application(change), { ...record, state }, on);

describe('checkApplication', () => {
  it('finds nothing against a good application on the first day', () => {
    expect(check({}, '2026-11-10')).toEqual({ refusals: [], nextOn: null });
  });

  it('refuses one day early and names the day', () => {
    const { refusals, nextOn } = check({}, '2026-11-09');
    expect(refusals).toMatchObject([{ code: 'too_early', nextOn: '2026-11-10' }]);
    expect(nextOn).toBe('2026-11-10');
  });

  it('refuses within a year of the last repair, to the day', () => {
    expect(check({ lastRepairedOn: '2025-12-01' }, '2026-11-30')).toMatchObject({
      refusals: [{ code: 'repaired_recently', nextOn: '2026-12-01' }],
    });
    expect(check({ lastRepairedOn: '2025-12-01' }, '2026-12-01').refusals).toEqual([]);
  });

  it('gives the latest of several dates as the next possible day', () => {
    expect(check({ lastRepairedOn: '2026-01-20' }, '2026-11-01').nextOn).toBe('2027-01-20');
  });

  it('does not apply a refusal that the pack does not carry', () => {
    const ndrc = packNamed('ndrc-36');
    const answers = conditions(ndrc, 'general').map(({ code }) => ({ code, met: true, evidence: '见附件' }));
    const terms = repairTerms(ndrc, { ...record, regime: 'ndrc' });
    expect(
      check({ pack: ndrc, terms, conditions: answers, lastRepairedOn: '2026-07-01' }, '2026-08-10').refusals,
    ).toEqual([]);
  });

  it('refuses while conditions are open, are said to be met without evidence, or were not answered', () => {
    const one = met[0];
    if (!one) throw new Error('no condition');
    for (const answers of [
      [],
      met.slice(1),
      [{ ...one, met: false }, ...met.slice(1)],
      [{ ...one, evidence: ' ' }, ...met.slice(1)],
    ])
      expect(check({ conditions: answers }, '2026-11-10').refusals.map((refusal) => refusal.code)).toEqual([
        'conditions_missing',
      ]);
    expect(missingConditions(cnipa, 'general', met.slice(1)).map((condition) => condition.code)).toEqual([one.code]);
  });

  it('refuses a false statement and a new act during the application, not an older or a withdrawn one', () => {
    expect(check({ falseStatement: true }, '2026-11-10').refusals).toMatchObject([{ code: 'false_statement' }]);
    const act = (decidedOn: string, state: Dishonesty['state'] = 'active') => ({ otherActs: [{ decidedOn, state }] });
    expect(check(act('2026-11-12'), '2026-11-15').refusals).toMatchObject([{ code: 'new_act' }]);
    expect(check(act('2026-11-09'), '2026-11-15').refusals).toEqual([]);
    expect(check(act('2026-11-12', 'withdrawn'), '2026-11-15').refusals).toEqual([]);
  });

  it('says that nothing need be applied for when it ends by itself, has ended or is no longer active', () => {
    const ndrc = packNamed('ndrc-36');
    const light = { pack: ndrc, terms: repairTerms(ndrc, { ...record, regime: 'ndrc', class: 'light' }) };
    expect(check(light, '2026-06-01').refusals).toMatchObject([{ code: 'automatic' }]);
    expect(check({}, '2027-05-10').refusals).toMatchObject([{ code: 'ended' }]);
    expect(check({}, '2026-11-10', 'repaired').refusals).toMatchObject([{ code: 'not_active' }]);
  });
});

describe('openApplication', () => {
  const draft = { id: 'r1', no: '示知信修〔2026〕1号', applicant: { contact: '王示例', phone: '', statement: '' } };

  it('takes in an application with open conditions', () => {
    const repair = openApplication(draft, application({ conditions: [] }), record, '2026-11-10');
    expect(repair).toMatchObject({ state: 'applied', regime: 'cnipa-8', dishonestyId: 'd1', followUp: [] });
  });

  it('refuses a day early with the next possible day in the sentence', () => {
    expect(() => openApplication(draft, application({ appliedOn: '2026-11-09' }), record, '2026-11-20')).toThrowError(
      expect.objectContaining({ code: 'bad_state', message: expect.stringContaining('最早可于 2026-11-10 再次申请') }),
    );
  });

  it.each([
    ['a day in the future', { appliedOn: '2026-11-21' }],
    ['a day before the decision', { appliedOn: '2026-05-09' }],
  ])('refuses %s', (_, change) => {
    expect(() => openApplication(draft, application(change), record, '2026-11-20')).toThrowError(
      expect.objectContaining({ code: 'bad_input' }),
    );
  });
});
