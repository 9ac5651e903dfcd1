import { describe, expect, it } from 'vitest';
import { allocate } from '#shared/domain/plan/allocate';
import { spreadOverBatches } from '#shared/domain/plan/spread-batches';

const of = (base: number, numerator = 24, denominator = 100, id = 's') => ({
  id,
  base,
  ratio: { numerator, denominator },
});
const counts = (...args: Parameters<typeof allocate>) => allocate(...args).map((share) => share.count);

describe('rounding', () => {
  it.each([
    [750, 180, 180, 180, 180],
    [53, 13, 12, 13, 13],
    [101, 25, 24, 24, 25],
    [0, 0, 0, 0, 0],
    [1, 1, 0, 0, 1],
  ])('24%% of %i by at_least, floor, round, largest_remainder', (base, atLeast, floor, round, largest) => {
    expect(counts([of(base)], 'at_least')).toEqual([atLeast]);
    expect(counts([of(base)], 'floor')).toEqual([floor]);
    expect(counts([of(base)], 'round')).toEqual([round]);
    expect(counts([of(base)], 'largest_remainder')).toEqual([largest]);
  });

  it('a quotient that binary numbers miss is still exact: 29% of 100 is 29, not 28.999', () => {
    expect(counts([of(100, 29)], 'floor')).toEqual([29]);
    expect(counts([of(50, 1, 100)], 'round')).toEqual([1]);
  });

  it('largest remainders get the spare places, equal ones in the order of the pack', () => {
    const shares = allocate(
      [of(53, 24, 100, 'a'), of(10, 24, 100, 'b'), of(10, 24, 100, 'c'), of(3, 1, 1, 'd')],
      'largest_remainder',
    );
    expect(shares.map(({ count, remainderRank }) => [count, remainderRank])).toEqual([
      [13, 1],
      [3, 2],
      [2, 3],
      [3, null],
    ]);
    expect(shares[0]?.work).toBe('53 × 24% = 12.72，取整 12，余 0.72，余数排第 1，补 1，抽 13 个');
    expect(shares[2]?.work).toBe('10 × 24% = 2.4，取整 2，余 0.4，余数排第 3，不补，抽 2 个');
    expect(shares[3]?.work).toBe('3 × 100% = 3，抽 3 个');
  });

  it('what is printed is exact where no decimal is', () => {
    expect(allocate([of(10, 1, 3)], 'at_least')[0]).toMatchObject({
      ratio: '1/3',
      quotient: '3又1/3',
      remainder: '1/3',
      count: 4,
    });
  });

  it('a given total is met and leaves the 100% strata complete', () => {
    const shares = [of(100, 24, 100, 'a'), of(50, 24, 100, 'b'), of(7, 1, 1, 'all')];
    expect(counts(shares, 'largest_remainder', 30)).toEqual([15, 8, 7]);
    expect(counts(shares, 'largest_remainder', 7)).toEqual([0, 0, 7]);
    expect(() => allocate(shares, 'largest_remainder', 6)).toThrow('7 至 157');
    expect(() => allocate(shares, 'largest_remainder', 158)).toThrow('158');
    expect(() => allocate(shares, 'floor', 30)).toThrow('最大余数法');
  });

  it('a total that one stratum cannot carry is refused instead of drawing more than there are', () => {
    expect(() => allocate([of(10, 90, 100, 'a'), of(100, 1, 100, 'b')], 'largest_remainder', 60)).toThrow('“a”');
  });

  it('a ratio over 100% or a broken base is refused', () => {
    expect(() => allocate([of(10, 101)], 'floor')).toThrow('超过 100%');
    expect(() => allocate([of(10, 1, 0)], 'floor')).toThrow('比例无效');
    expect(() => allocate([of(-1)], 'floor')).toThrow('基数');
    expect(() => allocate([of(1.5)], 'floor')).toThrow('基数');
  });
});

describe('batches', () => {
  it('180 in 12 batches are 12 × 15', () => {
    expect(spreadOverBatches([{ id: 'a', count: 180 }], 12).batches).toEqual(Array(12).fill(15));
  });

  it('for every count the batches add up, in all and by stratum, and differ by one at most', () => {
    for (let a = 0; a < 40; a++) {
      for (const [b, c] of [
        [0, 0],
        [5, 11],
        [17, 1],
        [30, 29],
      ] as const) {
        const { batches, byStratum } = spreadOverBatches(
          [
            { id: 'a', count: a },
            { id: 'b', count: b },
            { id: 'c', count: c },
          ],
          12,
        );
        const lists = [batches, byStratum['a'] ?? [], byStratum['b'] ?? [], byStratum['c'] ?? []];
        expect(lists.map((list) => list.reduce((sum, value) => sum + value, 0))).toEqual([a + b + c, a, b, c]);
        for (const list of lists) expect(Math.max(...list) - Math.min(...list)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('no batch at all is refused', () => {
    expect(() => spreadOverBatches([], 0)).toThrow('批次数');
  });
});
