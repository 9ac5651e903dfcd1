import { expect, test } from 'vitest';
import {
  type CatalogueItem,
  dayRemark,
  isComplete,
  lastDay,
  startOf,
  suppositionsOf,
} from '../../../renderer/features/rating/suppositions';

const field = (key: string, required: boolean): CatalogueItem['fields'][number] => ({
  key,
  label: key,
  type: 'integer',
  required,
  choices: [],
});
const item: CatalogueItem = {
  code: 'annual_report_late',
  name: '未按期提交年度报告',
  nature: 'negative',
  provider: '',
  disclosure: 'open',
  basis: '',
  verified: true,
  retentionMonths: null,
  validityMonths: null,
  fields: [field('year', true), field('note', false)],
};
const record = (fields: Record<string, string | number | null>) => ({
  key: 'k',
  itemCode: item.code,
  occurredOn: '2027-01-01',
  validTo: null,
  fields,
});

test('a half-filled record is not sent: the answer would be a refusal at every key', () => {
  expect(isComplete(record({}), item)).toBe(false);
  expect(isComplete(record({ year: null }), item)).toBe(false);
  expect(isComplete(record({ year: 0 }), item)).toBe(true);
  const plan = { asOf: '2027-01-01', supposed: {}, added: [record({}), record({ year: 2026 })] };
  expect(suppositionsOf(plan, [item])).toEqual([
    { kind: 'new', itemCode: item.code, occurredOn: '2027-01-01', validTo: null, fields: { year: 2026 } },
  ]);
});

test('a record can be corrected and repaired on different days', () => {
  const supposed = { f1: { repairedOn: '2027-03-01', rectifiedOn: '2026-12-01' } };
  expect(suppositionsOf({ asOf: '2027-03-01', supposed, added: [] }, [])).toEqual([
    { kind: 'rectified', factId: 'f1', on: '2026-12-01' },
    { kind: 'repaired', factId: 'f1', on: '2027-03-01' },
  ]);
});

test('an officer is told when a supposed day is too early to apply or does not work yet', () => {
  expect(dayRemark('2026-11-25', '2027-01-01', '2026-12-01')).toContain('2026-12-01 起才能申请');
  expect(dayRemark('2027-02-01', '2027-01-01', null)).toContain('还不起作用');
  expect(dayRemark('2027-01-01', '2027-01-01', '2026-12-01')).toBeNull();
});

test('a link from the why page opens on its day, a day out of reach on today', () => {
  const start = (query: string) => startOf(new URLSearchParams(query), '2026-11-25');
  expect(start('on=2027-03-01&repaired=f1')).toEqual({
    asOf: '2027-03-01',
    supposed: { f1: { repairedOn: '2027-03-01', rectifiedOn: null } },
    added: [],
  });
  for (const on of ['2026-01-01', '2040-01-01', '2027-02-30', '']) expect(start(`on=${on}`).asOf).toBe('2026-11-25');
  expect(lastDay('2024-02-29')).toBe('2029-02-28');
});
