import { expect, it } from 'vitest';
import { routeOrder, type Stop } from '#shared/domain/inspection/route-order';

const stop = (name: string, change: Partial<Stop> = {}): Stop => ({
  ...{ name, date: '2026-11-25', position: null, district: '知行区', address: '知行区示例路1号' },
  ...change,
});
const names = (stops: readonly Stop[]) => routeOrder(stops).map(({ name }) => name);

it('drives street by street, house numbers as numbers, and to those without an address last', () => {
  expect(
    names([
      stop('无地址', { address: null }),
      stop('十号', { address: '云州市知行区示例路10号' }),
      stop('二号', { address: '知行区示例路2号' }),
      stop('他区', { district: '白云区', address: '白云区中山路8号' }),
      stop('次日', { date: '2026-11-26' }),
    ]),
  ).toEqual(['他区', '二号', '十号', '无地址', '次日']);
});

it('keeps what the officers put in a place before everything else of that day, in any order of input', () => {
  const stops = [
    stop('甲', { address: '知行区甲路1号' }),
    stop('乙', { address: '知行区乙路1号', position: 2 }),
    stop('丙', { address: '知行区丙路1号', position: 1 }),
  ];
  expect(names(stops)).toEqual(['丙', '乙', '甲']);
  expect(names([...stops].reverse())).toEqual(['丙', '乙', '甲']);
});
