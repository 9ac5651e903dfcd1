import { describe, expect, it } from 'vitest';
import {
  blockCheckCode,
  fewLeft,
  type NumberBlock,
  type NumberSeries,
  nextNumber,
  numbersLeft,
  requireFreeRange,
} from '../../../shared/domain/document/number-block';

const block = (role: 'own' | 'given', firstNo: number, lastNo: number, change: Partial<NumberBlock> = {}) =>
  ({ id: `${firstNo}`, role, firstNo, lastNo, nextNo: firstNo, deviceNo: '02', state: 'active', ...change }) as const;
const series = (change: Partial<NumberSeries>): NumberSeries => ({
  word: '检',
  year: 2026,
  mode: 'whole',
  lastNo: 0,
  blocks: [],
  ...change,
});

describe('a whole series', () => {
  it('steps over every block that was given away, also neighbouring and closed ones', () => {
    const blocks = [block('given', 101, 150), block('given', 151, 160, { state: 'closed' })];
    expect(nextNumber(series({ lastNo: 99, blocks })).seq).toBe(100);
    expect(nextNumber(series({ lastNo: 100, blocks })).seq).toBe(161);
  });
  it('never runs out and never warns', () => {
    expect(numbersLeft(series({ lastNo: 5 }))).toBeNull();
    expect(fewLeft(series({ lastNo: 5 }))).toBeNull();
  });
});

describe('a device on blocks', () => {
  const on = (blocks: readonly NumberBlock[]) => series({ mode: 'block', blocks });
  it('uses its blocks up from the lowest, never a given one', () => {
    const blocks = [block('own', 201, 210), block('own', 101, 102, { nextNo: 102 }), block('given', 1, 50)];
    expect(nextNumber(on(blocks))).toEqual({ seq: 102, blockId: '101', left: 10 });
  });
  it('goes on with the next block once the first is used up or closed', () => {
    const used = block('own', 101, 102, { nextNo: 103 });
    const closed = block('own', 103, 104, { state: 'closed' });
    expect(nextNumber(on([used, closed, block('own', 201, 210)])).seq).toBe(201);
  });
  it('says what to do when it has none of the year or all are used up', () => {
    expect(() => nextNumber(on([]))).toThrow('本机还没有2026 年“检”字的号段，请向机关领取号段');
    const used = block('own', 101, 102, { nextNo: 103 });
    expect(() => nextNumber(on([used]))).toThrow('号段 101—102 已用完，请向机关领取新号段');
  });
  it('warns from ten numbers on', () => {
    expect(fewLeft(on([block('own', 1, 11)]))).toBeNull();
    expect(fewLeft(on([block('own', 1, 10)]))).toContain('还剩 10 个');
    expect(fewLeft(on([block('own', 1, 10, { nextNo: 11 })]))).toContain('已用完');
  });
});

describe('a new block', () => {
  const known = series({ lastNo: 40, blocks: [block('given', 101, 150, { state: 'closed' })] });
  it('is refused where it touches a known one at either end, a used number, or is turned round', () => {
    for (const [firstNo, lastNo] of [
      [150, 160],
      [90, 101],
      [90, 200],
      [120, 130],
    ] as const)
      expect(() => requireFreeRange(known, { firstNo, lastNo })).toThrow('重叠');
    expect(() => requireFreeRange(known, { firstNo: 40, lastNo: 60 })).toThrow('已用到 40 号');
    expect(() => requireFreeRange(known, { firstNo: 60, lastNo: 50 })).toThrow('末号不能小于起号');
    expect(() => requireFreeRange(known, { firstNo: 200, lastNo: 9000 })).toThrow('一次最多发放');
  });
  it('is taken where it only borders', () => {
    requireFreeRange(known, { firstNo: 41, lastNo: 100 });
    requireFreeRange(known, { firstNo: 151, lastNo: 200 });
  });
});

it('the check code changes with every part of the slip', () => {
  const slip = { officeCode: '云知', word: '检', year: 2026, deviceNo: '02', firstNo: 101, lastNo: 150 };
  const codes = [
    slip,
    { ...slip, officeCode: '云市监' },
    { ...slip, word: '检审' },
    { ...slip, year: 2027 },
    { ...slip, deviceNo: '03' },
    { ...slip, firstNo: 110 },
    { ...slip, lastNo: 105 },
  ].map(blockCheckCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^\d{4}$/);
});
