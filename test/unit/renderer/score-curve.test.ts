import { expect, test } from 'vitest';
import { curveOf } from '../../../renderer/features/rating/score-curve';

const SIZE = { width: 100, height: 100 };
const rating = (id: string, asOf: string, score: number) => ({
  id,
  asOf,
  gradeCode: 'A',
  scoreThousandths: score * 1000,
});

test('the oldest rating stands at the left although the history comes newest first', () => {
  const curve = curveOf([rating('new', '2026-11-25', 80), rating('old', '2026-01-01', 100)], [], '2026-11-25', SIZE);
  expect(curve.points.map(({ id, x }) => [id, x])).toEqual([
    ['old', 0],
    ['new', 100],
  ]);
});

test('a score holds until the next rating: the line goes across before it goes down', () => {
  const curve = curveOf([rating('b', '2026-11-25', 80), rating('a', '2026-01-01', 100)], [], '2026-11-25', SIZE);
  const [a, b] = curve.points;
  expect(curve.path).toBe(`M0 ${a?.y}H100V${b?.y}H100`);
  expect(a?.y).toBeLessThan(b?.y ?? 0);
});

test('a single rating of today is drawn inside the picture, not divided by no days', () => {
  const curve = curveOf([rating('a', '2026-11-25', 100)], [], '2026-11-25', SIZE);
  expect(curve.points[0]).toMatchObject({ x: 0 });
  expect(curve.points[0]?.y).toBeGreaterThan(0);
  expect(curve.points[0]?.y).toBeLessThan(100);
});

test('the bands fill the picture without gap, the best grade on top', () => {
  const edges = [
    { at: 80_000, above: 'B', below: 'C' },
    { at: 90_000, above: 'A', below: 'B' },
  ];
  const { bands } = curveOf([rating('a', '2026-01-01', 85)], edges, '2026-11-25', SIZE);
  expect(bands.map(({ gradeCode }) => gradeCode)).toEqual(['A', 'B', 'C']);
  expect(bands[0]?.y).toBe(0);
  const ends = bands.map(({ y, height }) => Math.round((y + height) * 10) / 10);
  expect(ends.slice(0, 2)).toEqual(bands.slice(1).map(({ y }) => y));
  expect(ends[2]).toBe(100);
});

test('scores of several hundred points do not crowd the scale', () => {
  const { ticks } = curveOf([rating('a', '2026-01-01', 40), rating('b', '2026-02-01', 980)], [], '2026-11-25', SIZE);
  expect(ticks.length).toBeLessThanOrEqual(5);
  expect(ticks.length).toBeGreaterThan(2);
});
