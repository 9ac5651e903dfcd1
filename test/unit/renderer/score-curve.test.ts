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

const scale = [
  { gradeCode: 'D', colour: 'red', fromThousandths: null },
  { gradeCode: 'C', colour: 'amber', fromThousandths: 60_000 },
  { gradeCode: 'B', colour: 'blue', fromThousandths: 80_000 },
  { gradeCode: 'A', colour: 'green', fromThousandths: 90_000 },
];

test('the bands fill the picture without gap, and no score lies in the band of another grade', () => {
  const { bands, points } = curveOf(
    [rating('a', '2026-01-01', 100), rating('b', '2026-02-01', 85), rating('c', '2026-03-01', 70)],
    scale,
    '2026-11-25',
    SIZE,
  );
  const down = bands.toReversed();
  expect(down.map(({ gradeCode }) => gradeCode)).toEqual(['A', 'B', 'C', 'D']);
  expect(down[0]?.y).toBe(0);
  const ends = down.map(({ y, height }) => Math.round((y + height) * 10) / 10);
  expect(ends.slice(0, 3)).toEqual(down.slice(1).map(({ y }) => y));
  expect(ends[3]).toBe(100);
  const bandAt = (y: number | undefined) =>
    bands.find((band) => y !== undefined && band.y <= y && y < band.y + band.height)?.gradeCode;
  expect(points.map(({ y }) => bandAt(y))).toEqual(['A', 'B', 'C']);
});

test('a score far from the other grades is not pressed flat by edges that are far away', () => {
  const { bands } = curveOf([rating('a', '2026-01-01', 97)], scale, '2026-11-25', SIZE);
  expect(bands.map(({ gradeCode }) => gradeCode)).toEqual(['B', 'A']);
});

test('of two ratings on one day the one made later is the last', () => {
  const curve = curveOf([rating('2', '2026-11-25', 70), rating('1', '2026-11-25', 90)], scale, '2026-11-25', SIZE);
  expect(curve.points.map(({ id }) => id)).toEqual(['1', '2']);
});

test('scores of several hundred points do not crowd the scale', () => {
  const { ticks } = curveOf([rating('a', '2026-01-01', 40), rating('b', '2026-02-01', 980)], [], '2026-11-25', SIZE);
  expect(ticks.length).toBeLessThanOrEqual(5);
  expect(ticks.length).toBeGreaterThan(2);
});
