import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { noticePack } from '#shared/domain/rectification/notice-pack';
import {
  behaviourText,
  type OrderDraft,
  orderRectification,
  orderText,
  remedyDates,
} from '#shared/domain/rectification/order';
import { dueOf, type Term, term, termText } from '#shared/domain/rectification/term';
import { officer } from '../inspection/sample-inspection';
import { calendar } from './calendar';
import { context, draft, sampleOrder } from './sample-order';

const file = resolve(import.meta.dirname, '../../../resources/packs/rectification/order-notice.v1.json');
const pack = parsePack(noticePack, JSON.parse(readFileSync(file, 'utf8')), file);

describe('terms', () => {
  it.each<[string, Term, string, boolean]>([
    ['2026-09-24', { count: 3, unit: 'working_day' }, '2026-09-30', false],
    ['2026-09-24', { count: 5, unit: 'working_day' }, '2026-10-09', false],
    ['2026-02-13', { count: 5, unit: 'working_day' }, '2026-02-27', false],
    ['2026-09-24', { count: 15, unit: 'calendar_day' }, '2026-10-09', false],
    ['2028-02-15', { count: 15, unit: 'calendar_day' }, '2028-03-01', false],
    ['2026-11-30', { count: 3, unit: 'month' }, '2027-02-28', false],
    ['2027-11-30', { count: 3, unit: 'month' }, '2028-02-29', false],
    ['2028-02-29', { count: 1, unit: 'year' }, '2029-02-28', false],
    ['2026-09-24', { count: 0, unit: 'calendar_day' }, '2026-09-24', false],
    ['2027-01-04', { count: 5, unit: 'working_day' }, '2027-01-11', true],
  ])('%s + %o is due %s', (from, value, date, estimated) => {
    const due = dueOf(from, value, calendar);
    expect(due).toMatchObject({ date, estimated });
    expect(due.steps.at(-1)?.date).toBe(date);
  });

  it.each<[Term, string]>([
    [{ count: 0, unit: 'calendar_day' }, '立即'],
    [{ count: 15, unit: 'calendar_day' }, '15日内'],
    [{ count: 5, unit: 'working_day' }, '5个工作日内'],
    [{ count: 3, unit: 'month' }, '3个月内'],
    [{ count: 1, unit: 'year' }, '1年内'],
  ])('%o reads %s', (value, text) => {
    expect(termText(value)).toBe(text);
  });

  it('refuses a term that no calendar can count', () => {
    for (const bad of [
      { count: -1, unit: 'month' },
      { count: 1.5, unit: 'month' },
      { count: 1, unit: 'week' },
    ])
      expect(term.safeParse(bad).success).toBe(false);
  });
});

describe('orderRectification', () => {
  it('numbers the items and works out each due date', () => {
    const order = sampleOrder();
    expect(order.state).toBe('ordered');
    expect(order.items.map((item) => [item.seq, item.dueOn, item.state])).toEqual([
      [1, '2026-10-09', 'open'],
      [2, '2026-10-09', 'open'],
    ]);
    expect(order.behaviour).toBe('未建立利益冲突审查制度；年度报告联系电话有误');
  });

  it.each<[string, Partial<OrderDraft>, string]>([
    ['no items', { items: [] }, 'items'],
    [
      'an item without a requirement',
      { items: [{ id: 'i1', findingId: null, problem: '问题', requirement: ' ', term: { count: 1, unit: 'month' } }] },
      'items.0.requirement',
    ],
    ['no violated rule', { violated: '' }, 'violated'],
    ['no basis', { basis: ' ' }, 'basis'],
    ['an order of tomorrow', { orderedOn: '2027-01-01' }, 'orderedOn'],
    ['one officer twice', { officers: [officer('1'), officer('1')] }, 'officer2Id'],
    ['an expired certificate', { officers: [officer('1'), officer('2', '2026-09-23')] }, 'officer2Id'],
  ])('refuses %s', (_, change, path) => {
    expect(() => orderRectification(draft(change), context)).toThrowError(
      expect.objectContaining({ code: 'bad_input', details: [expect.objectContaining({ path })] }),
    );
  });
});

describe('the wording of the order', () => {
  it('states behaviour, rule, requirement with its day, and the remedy of the pack', () => {
    const text = orderText(sampleOrder(), pack);
    expect(text.behaviour).toBe('经查，你（单位）存在以下行为：未建立利益冲突审查制度；年度报告联系电话有误。');
    expect(text.violated).toBe('上述行为违反了《专利代理管理办法》第四十一条的规定。');
    expect(text.items[0]).toBe('1．建立制度并提交文本（于2026年10月9日前改正）。');
    expect(text.remedy).toContain('六十日');
  });

  it('does not end sentences twice and leaves out empty problems', () => {
    expect(behaviourText(['甲。', ' 乙； ', '', '丙;'])).toBe('甲；乙；丙');
  });

  it('counts the days for review and suit from delivery', () => {
    expect(remedyDates('2026-08-31', pack)).toEqual({ reviewUntil: '2026-10-30', suitUntil: '2027-02-28' });
  });
});
