import { describe, expect, it } from 'vitest';
import { departureProblems } from '#shared/domain/inspection/departure';
import type { Inspection } from '#shared/domain/inspection/inspection';
import { type Signature, type Signer, signersOf, signingsOf } from '#shared/domain/inspection/signature';
import type { AvoidanceRuling, Refusal } from '#shared/domain/inspection/site-acts';
import { type InspectionAction, transition } from '#shared/domain/inspection/transition';
import { officer, sampleInspection, signatureOf, signedBy } from './sample-inspection';

const ALONE = { others: [] };
const PARTY: Signer = { role: 'party', officerId: null, name: '周例文' };
const codes = (record: Inspection) => departureProblems(record, ALONE).map(({ level, code }) => `${level} ${code}`);
const signed = (change: Partial<Signature>, record = sampleInspection()) =>
  transition(record, { type: 'sign', signature: signatureOf(record, PARTY, change) }, ALONE);

describe('signatures', () => {
  it('are asked of the party and both officers on site, of nobody at the desk', () => {
    expect(signersOf(sampleInspection()).map(({ role, officerId }) => officerId ?? role)).toEqual(['party', '1', '2']);
    expect(signersOf(sampleInspection({ method: 'desk' }))).toEqual([]);
    expect(signersOf(sampleInspection({ resultCode: '6' })).map(({ role }) => role)).toEqual(['officer', 'officer']);
  });

  it.each<[string, Partial<Inspection>]>([
    ['the scene', { scene: '改写' }],
    ['the statement', { statement: '有异议' }],
    ['an answer', { answers: sampleInspection().answers.slice(1) }],
    ['an officer', { officers: [officer('1'), officer('3')] }],
  ])('no longer hold after %s changed', (_, change) => {
    const record = { ...sampleInspection(), ...change };
    expect(
      signingsOf(record)
        .filter(({ role }) => role === 'party')
        .map(({ status }) => status),
    ).toEqual(['changed']);
    expect(codes(record)).toContain('block signature_changed');
    expect(codes(signedBy(record))).not.toContain('block signature_changed');
  });

  it('still hold after the scan, the end and the result were entered', () => {
    const record = { ...sampleInspection(), scanNo: 'SM-9', endedAt: '2026-05-10T12:00', resultCode: '1' as const };
    expect(signingsOf(record).every(({ status }) => status === 'signed')).toBe(true);
  });

  it('on paper only warn until the scan is there', () => {
    expect(codes(signedBy(sampleInspection(), { way: 'paper', attachmentId: null }))).toEqual([
      'warn signature_scan',
      'warn signature_scan',
      'warn signature_scan',
    ]);
  });

  it('refused need a reason and a witness or a recording', () => {
    const refuse = { state: 'refused', way: 'none', attachmentId: null } as const;
    expect(() => signed({ ...refuse })).toThrow('拒绝签名的理由');
    expect(() => signed({ ...refuse, reason: '不认可' })).toThrow('见证人');
    expect(codes(signed({ ...refuse, reason: '不认可', recorded: true }))).toEqual([]);
    expect(codes(signed({ ...refuse, reason: '不认可', witnessName: '吴例' }))).toEqual([]);
  });

  it('of an officer cannot be refused, and nobody else signs', () => {
    const record = sampleInspection();
    const of = (signer: Signer, change: Partial<Signature> = {}): InspectionAction => ({
      type: 'sign',
      signature: signatureOf(record, signer, change),
    });
    const first: Signer = { role: 'officer', officerId: '1', name: '检查员1' };
    expect(() => transition(record, of(first, { state: 'refused', way: 'none' }), ALONE)).toThrow('不能拒绝签名');
    expect(() => transition(record, of({ ...first, officerId: '9' }), ALONE)).toThrow('签名人之列');
    expect(() => transition(record, of(PARTY, { name: ' ' }), ALONE)).toThrow('姓名');
  });
});

const refusal: Refusal = {
  at: '2026-05-10T09:40',
  facts: '负责人锁门，称没有预约不接受检查。',
  witnessName: '吴例',
  witnessUnit: '示例物业',
  recorded: false,
  told: true,
};

describe('a refused inspection', () => {
  const refused = (change: Partial<Inspection> = {}) => {
    const before = sampleInspection({
      ...{ answers: [], scene: '', rightsTold: false, avoidanceAsked: null, certificatesShownAt: null },
      ...{ resultCode: '8', dispositionCode: 'case_clue', signatures: [] },
      ...change,
    });
    return transition(before, { type: 'record_refusal', refusal }, ALONE);
  };

  it('ends with result 8, the witness and both officers, without one answer', () => {
    expect(codes(refused())).toContain('block signature_missing');
    const done = signedBy(refused());
    expect(codes(done).filter((code) => code.startsWith('block'))).toEqual([]);
    expect(codes(done)).toContain('warn refused_items');
  });

  it('is nothing else than not co-operating', () => {
    expect(codes(signedBy(refused({ resultCode: '1', dispositionCode: 'none_needed' })))).toContain(
      'block refusal_contradicts',
    );
  });

  it('needs what happened and somebody or something that saw it', () => {
    const record = sampleInspection();
    const by = (change: Partial<Refusal>): InspectionAction => ({
      type: 'record_refusal',
      refusal: { ...refusal, ...change },
    });
    expect(() => transition(record, by({ facts: ' ' }), ALONE)).toThrow('经过');
    expect(() => transition(record, by({ witnessName: '' }), ALONE)).toThrow('见证人');
    expect(transition(record, by({ witnessName: '', recorded: true }), ALONE).refusal?.recorded).toBe(true);
  });
});

describe('a request that an officer withdraws', () => {
  const asked = sampleInspection({ avoidanceAsked: 'requested' });
  const ruling: AvoidanceRuling = {
    decision: 'granted',
    decidedBy: '郑局长',
    decidedAt: '2026-05-10T09:50',
    reason: '与负责人系亲属',
    officerId: '2',
    officerName: '检查员2',
    outcome: 'exchanged',
    replacedBy: '检查员3',
  };
  const rule = (change: Partial<AvoidanceRuling>, steppingIn = officer('3'), record = asked) =>
    transition(record, { type: 'rule_avoidance', ruling: { ...ruling, ...change }, steppingIn }, ALONE);

  it('stops the visit until the head has decided, and goes on with the other officer', () => {
    expect(codes(asked)).toEqual(['block avoidance_requested']);
    const done = rule({});
    expect(done.officers.map(({ id }) => id)).toEqual(['1', '3']);
    expect(codes(done)).not.toContain('block avoidance_requested');
  });

  it('that is refused keeps the officers', () => {
    const done = rule({ decision: 'refused', outcome: 'goes_on', replacedBy: null });
    expect(done.officers.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each<[string, Partial<AvoidanceRuling>, string]>([
    ['nobody decided', { decidedBy: '' }, '机关负责人'],
    ['no reason is given', { reason: ' ' }, '理由'],
    ['it is granted and the officer stays', { outcome: 'goes_on' }, '更换检查人员或者中止'],
    ['it is refused and the officer goes', { decision: 'refused' }, '原检查人员'],
    ['nobody steps in', { replacedBy: null }, '接替'],
    ['it is about somebody else', { officerId: '9' }, '不是本次检查的检查人员'],
  ])('is not settled when %s', (_, change, words) => {
    expect(() => rule(change)).toThrow(words);
  });

  it('cannot be settled by one officer twice, by an expired certificate, or when nobody asked', () => {
    expect(() => rule({}, officer('1'))).toThrow('同一人');
    expect(() => rule({}, officer('3', '2026-05-09'))).toThrow('到期');
    expect(() => rule({}, officer('3'), sampleInspection())).toThrow('没有申请回避');
  });

  it('may end the visit, which then has no result and takes no more answers', () => {
    const broken = transition(
      asked,
      { type: 'break_off', endedAt: '2026-05-10T09:55', reason: '同意回避', finishedAt: 'now' },
      ALONE,
    );
    expect(broken).toMatchObject({ state: 'finished', brokenOff: '同意回避' });
    expect(() => transition(broken, { type: 'withdraw_refusal' }, ALONE)).toThrow('已办结');
    expect(() =>
      transition(asked, { type: 'break_off', endedAt: '2026-05-10T09:00', reason: 'x', finishedAt: 'now' }, ALONE),
    ).toThrow('早于');
  });
});
