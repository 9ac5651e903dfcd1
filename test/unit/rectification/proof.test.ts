import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { noticePack } from '#shared/domain/rectification/notice-pack';
import {
  type Judging,
  judgeProof,
  lastProofDay,
  type Proof,
  type Reminder,
  remind,
  submitProof,
  waitingForRecheck,
} from '#shared/domain/rectification/proof';
import { type RectificationAction, transition } from '#shared/domain/rectification/transition';
import { officer } from '../inspection/sample-inspection';
import { context, recheckOf, sampleOrder } from './sample-order';

const on = { today: '2026-10-20', otherEntryOn: null };
const proof = (change: Partial<Proof> = {}): Proof => ({
  ...{ id: 'p1', submittedOn: '2026-10-08', submittedBy: '王示例', way: 'in_person', itemIds: ['i1'], note: '' },
  ...{ judgement: null, judgedBy: null, judgedOn: null, reason: '' },
  ...change,
});
const judging = (change: Partial<Judging> = {}): Judging => ({
  ...{ judgement: 'accepted', on: '2026-10-09', officer: officer('1'), reason: '' },
  ...change,
});
const reminder = (change: Partial<Reminder> = {}): Reminder => ({
  ...{ id: 'm1', on: '2026-10-12', way: 'phone', whom: '王示例', text: '请尽快改正', officer: officer('1') },
  ...change,
});
const refused = (code: string) => expect.objectContaining({ code });
const pack = (version: number) => {
  const file = resolve(import.meta.dirname, `../../../resources/packs/rectification/order-notice.v${version}.json`);
  return parsePack(noticePack, JSON.parse(readFileSync(file, 'utf8')), file).extension;
};
const extendOn = (day: string, version: number): ReturnType<typeof transition> => {
  const action: RectificationAction = {
    ...{ type: 'extend', itemId: 'i1', on: day, reason: '需开会通过' },
    to: { newDueOn: '2026-10-30' },
  };
  return transition(sampleOrder(), action, { ...context, extension: pack(version) });
};

describe('the last day of extension', () => {
  it('is the due day itself by version 2, and not a day longer', () => {
    expect(extendOn('2026-10-08', 2).items[0]?.extendedTo).toBe('2026-10-30');
    expect(extendOn('2026-10-09', 2).items[0]?.extendedTo).toBe('2026-10-30');
    expect(() => extendOn('2026-10-10', 2)).toThrowError(refused('bad_input'));
  });

  it('was the day before by version 1, which said nothing of it', () => {
    expect(extendOn('2026-10-08', 1).items[0]?.extendedTo).toBe('2026-10-30');
    expect(() => extendOn('2026-10-09', 1)).toThrowError(refused('bad_input'));
  });

  it('does not exist where the pack allows none', () => {
    const none = { ...context, extension: { ...pack(2), times: 0 } };
    const action: RectificationAction = {
      ...{ type: 'extend', itemId: 'i1', on: '2026-10-08', reason: '需开会通过' },
      to: { newDueOn: '2026-10-30' },
    };
    expect(() => transition(sampleOrder(), action, none)).toThrowError(refused('bad_state'));
  });
});

describe('a proof of correction', () => {
  it.each<[string, Partial<Proof>]>([
    ['a day before the order', { submittedOn: '2026-09-23' }],
    ['tomorrow', { submittedOn: '2026-10-21' }],
    ['by nobody', { submittedBy: ' ' }],
    ['for no item', { itemIds: [] }],
    ['for one item twice', { itemIds: ['i1', 'i1'] }],
  ])('is refused %s', (_, change) => {
    expect(() => submitProof(sampleOrder(), proof(change), on)).toThrowError(refused('bad_input'));
  });

  it('is taken on the day of the order and today', () => {
    expect(submitProof(sampleOrder(), proof({ submittedOn: '2026-09-24' }), on).submittedOn).toBe('2026-09-24');
    expect(submitProof(sampleOrder(), proof({ submittedOn: '2026-10-20' }), on).submittedOn).toBe('2026-10-20');
  });

  it('is refused for a stranger item, a corrected item and an order that is over', () => {
    expect(() => submitProof(sampleOrder(), proof({ itemIds: ['x'] }), on)).toThrowError(refused('not_found'));
    const checked = transition(
      sampleOrder(),
      { type: 'recheck', recheck: recheckOf('2026-10-10', [['i1', 'corrected']]) },
      context,
    );
    expect(() => submitProof(checked, proof(), on)).toThrowError(refused('bad_state'));
    expect(() => submitProof(sampleOrder({ state: 'cancelled' }), proof(), on)).toThrowError(refused('bad_state'));
  });

  it('is judged once, with a reason when it is not enough, and leaves the item as it was', () => {
    const order = sampleOrder();
    const judged = judgeProof(order, proof(), judging(), on);
    expect(judged).toMatchObject({ judgement: 'accepted', judgedOn: '2026-10-09', judgedBy: { id: officer('1').id } });
    expect(() => judgeProof(order, judged, judging(), on)).toThrowError(refused('bad_state'));
    expect(() => judgeProof(order, proof(), judging({ judgement: 'insufficient' }), on)).toThrowError(
      refused('bad_input'),
    );
    expect(judgeProof(order, proof(), judging({ judgement: 'insufficient', reason: '缺制度文本' }), on).judgement).toBe(
      'insufficient',
    );
  });

  it.each<[string, Partial<Judging>]>([
    ['before it was handed in', { on: '2026-10-07' }],
    ['tomorrow', { on: '2026-10-21' }],
    ['by an officer without a certificate number', { officer: { ...officer('1'), certificateNo: ' ' } }],
    ['by an officer whose certificate ran out', { officer: { ...officer('1'), certificateUntil: '2026-10-08' } }],
  ])('is not judged %s', (_, change) => {
    expect(() => judgeProof(sampleOrder(), proof(), judging(change), on)).toThrowError(refused('bad_input'));
  });

  it('asks for a re-check only while its items wait and were not looked at since', () => {
    const accepted = proof({ itemIds: ['i1', 'i2'], judgement: 'accepted', judgedOn: '2026-10-09' });
    const order = sampleOrder();
    expect(waitingForRecheck(order, [proof()])).toBeNull();
    expect(waitingForRecheck(order, [accepted])?.itemIds).toEqual(['i1', 'i2']);
    const checked = transition(
      order,
      { type: 'recheck', recheck: recheckOf('2026-10-10', [['i1', 'uncorrected']]) },
      context,
    );
    expect(waitingForRecheck(checked, [accepted])?.itemIds).toEqual(['i2']);
  });
});

describe('a reminder', () => {
  it.each<[string, Partial<Reminder>]>([
    ['before the order', { on: '2026-09-23' }],
    ['tomorrow', { on: '2026-10-21' }],
    ['to nobody', { whom: '' }],
    ['without words', { text: ' ' }],
    ['by an officer without a certificate number', { officer: { ...officer('1'), certificateNo: '' } }],
  ])('is refused %s', (_, change) => {
    expect(() => remind(sampleOrder(), reminder(change), on)).toThrowError(refused('bad_input'));
  });

  it('is senseless once everything is corrected', () => {
    const items = sampleOrder().items.map((item) => ({ ...item, state: 'corrected' as const }));
    expect(() => remind(sampleOrder({ items }), reminder(), on)).toThrowError(refused('bad_state'));
    expect(remind(sampleOrder(), reminder(), on).whom).toBe('王示例');
  });
});

describe('a clock that was set back', () => {
  const back = expect.objectContaining({ code: 'bad_state', message: expect.stringContaining('请核对电脑的日期') });

  it('stops every step before the day of the last entry', () => {
    const checked = transition(
      sampleOrder(),
      { type: 'recheck', recheck: recheckOf('2026-10-10', [['i1', 'uncorrected']]) },
      context,
    );
    const cancel: RectificationAction = { type: 'cancel', on: '2026-10-09', reason: '误发' };
    expect(() => transition(checked, cancel, { ...context, today: '2026-10-09' })).toThrowError(back);
    expect(() => submitProof(checked, proof(), { today: '2026-10-09', otherEntryOn: null })).toThrowError(back);
    const last = lastProofDay([proof({ judgedOn: '2026-10-15' })], [reminder()]);
    expect(last).toBe('2026-10-15');
    expect(() => remind(sampleOrder(), reminder(), { today: '2026-10-14', otherEntryOn: last })).toThrowError(back);
    expect(remind(sampleOrder(), reminder(), { today: '2026-10-15', otherEntryOn: last }).on).toBe('2026-10-12');
  });
});
