import { describe, expect, it } from 'vitest';
import { answerCounts, blockingProblems, departureProblems } from '#shared/domain/inspection/departure';
import type { Inspection } from '#shared/domain/inspection/inspection';
import { answerOf, findingOf, officer, sampleInspection, sampleItems } from './sample-inspection';

const codes = (record: Inspection, others: Parameters<typeof departureProblems>[1]['others'] = []) =>
  blockingProblems(departureProblems(record, { others })).map((problem) => problem.code);
const [first, second] = sampleItems;
if (!first || !second) throw new Error('the sample checklist is empty');
const answersWith = (...changed: ReturnType<typeof answerOf>[]) =>
  sampleItems.map((item) => changed.find((entry) => entry.itemCode === item.code) ?? answerOf(item));

describe('departureProblems', () => {
  it('lets a complete visit go', () => {
    expect(departureProblems(sampleInspection(), { others: [] })).toEqual([]);
  });

  it.each<[string, Partial<Inspection>, string[]]>([
    ['an unanswered item', { answers: sampleItems.slice(1).map((i) => answerOf(i)) }, ['unanswered']],
    [
      'not applicable without a reason',
      { answers: answersWith(answerOf(first, 'not_applicable')) },
      ['reason_missing'],
    ],
    [
      'not checked without a reason',
      { answers: answersWith(answerOf(first, 'not_checked', '  ')) },
      ['reason_missing'],
    ],
    ['a problem without a finding', { answers: answersWith(answerOf(first, 'problem')) }, ['finding_missing']],
    [
      'a withdrawn finding counted as one',
      {
        answers: answersWith(answerOf(first, 'problem')),
        findings: [{ ...findingOf(first.code), state: 'withdrawn' }],
      },
      ['finding_missing'],
    ],
    [
      'a finding on an item answered compliant',
      { findings: [findingOf(first.code)], resultCode: 'D', dispositionCode: 'order_correction' },
      ['finding_contradicts'],
    ],
    [
      'result 1 although there are findings',
      { findings: [findingOf(null)] },
      ['result_contradicts', 'disposition_contradicts'],
    ],
    [
      'a problem result without findings',
      { resultCode: 'D', dispositionCode: 'order_correction' },
      ['result_contradicts'],
    ],
    [
      'nothing to do although problems stand',
      { findings: [findingOf(null)], resultCode: 'B', dispositionCode: 'none_needed' },
      ['disposition_contradicts'],
    ],
    ['a case clue out of nothing', { dispositionCode: 'case_clue' }, ['disposition_contradicts']],
    [
      'no result and no disposition',
      { resultCode: null, dispositionCode: null },
      ['result_missing', 'disposition_missing'],
    ],
    ['one officer', { officers: [officer('1')] }, ['officers']],
    ['the same officer twice', { officers: [officer('1'), officer('1')] }, ['officers']],
    ['a certificate that ended the day before', { officers: [officer('1'), officer('2', '2026-05-09')] }, ['officers']],
    [
      'an officer without a certificate',
      { officers: [officer('1'), { ...officer('2'), certificateNo: '' }] },
      ['officers'],
    ],
    ['rights not told', { rightsTold: false }, ['rights_not_told']],
    ['avoidance not asked', { avoidanceAsked: null }, ['avoidance_not_asked']],
    ['avoidance requested', { avoidanceAsked: 'requested' }, ['avoidance_requested']],
    ['an end before the start', { endedAt: '2026-05-10T09:29' }, ['end_before_start']],
    ['no end', { endedAt: null }, ['end_missing']],
    ['a visit that was not scanned', { scanNo: null }, ['scan_missing']],
    ['a scan put off until the end', { scanNo: null, scanLater: true }, ['scan_missing']],
    ['nobody signed', { signatures: [] }, ['signature_missing', 'signature_missing', 'signature_missing']],
    ['not co-operating without a record of it', { resultCode: '8', dispositionCode: 'case_clue' }, ['refusal_missing']],
    ['no place', { place: ' ' }, ['place_missing']],
    ['an on-site check without a scene', { scene: '' }, ['scene_missing']],
  ])('blocks %s', (_, change, expected) => {
    expect(codes(sampleInspection(change))).toEqual(expected);
  });

  it('accepts a certificate on its last day', () => {
    expect(codes(sampleInspection({ officers: [officer('1'), officer('2', '2026-05-10')] }))).toEqual([]);
  });

  it('lets a corrected problem need nothing more', () => {
    const record = sampleInspection({
      answers: answersWith(answerOf(first, 'problem')),
      findings: [findingOf(first.code)],
      resultCode: 'E',
    });
    expect(codes(record)).toEqual([]);
  });

  it('only warns of unanswered items when the party could not be found, and counts them as not checked', () => {
    const record = sampleInspection({ answers: [], resultCode: '6', dispositionCode: 'stop_and_feed_back' });
    expect(codes(record)).toEqual([]);
    expect(departureProblems(record, { others: [] }).map((p) => p.code)).toEqual(sampleItems.map(() => 'unanswered'));
    expect(answerCounts(record)).toMatchObject({
      compliant: 0,
      notChecked: sampleItems.length,
      unanswered: sampleItems.length,
    });
  });

  it('blocks when an officer was elsewhere at the time and names that visit', () => {
    const other = {
      officerIds: ['2', '9'],
      startedAt: '2026-05-10T10:30',
      endedAt: '2026-05-10T12:00',
      label: '乙公司',
    };
    const problems = departureProblems(sampleInspection(), { others: [other] });
    expect(problems.map((p) => p.code)).toEqual(['overlap']);
    expect(problems[0]?.message).toContain('乙公司');
    expect(codes(sampleInspection(), [{ ...other, startedAt: '2026-05-10T11:00' }])).toEqual([]);
  });

  it('warns, but does not block, on a scan left out with a reason, conclusions and items not checked', () => {
    const record = sampleInspection({
      scanNo: null,
      scanReason: '现场没有网络，也没有二维码',
      scene: '该机构涉嫌无证代理',
      answers: answersWith(answerOf(second, 'not_checked', '资料在外地')),
    });
    expect(departureProblems(record, { others: [] }).map((p) => [p.level, p.code])).toEqual([
      ['warn', 'scan_missing'],
      ['warn', 'partly_checked'],
      ['warn', 'conclusion'],
    ]);
  });
});
