import { expect, test } from 'vitest';
import { matrixOf, matrixSums } from '../../../renderer/features/rating/migration-matrix';
import { periodsOf } from '../../../renderer/features/rating/migration-periods';

const grade = (code: string) => ({ code, name: `${code} 级`, symbol: '●', colour: 'green', meaning: '' });
const grades = ['A', 'B', 'C'].map(grade);
const cells = [
  { from: 'A', to: 'A', count: 900 },
  { from: 'A', to: 'B', count: 1 },
  { from: 'C', to: 'B', count: 3 },
  { from: null, to: 'A', count: 2 },
];
const cellOf = (from: string | null, to: string) =>
  matrixOf({ grades, cells })
    .find((row) => row.from === from)
    ?.cells.find((cell) => cell.to === to);

test('a better grade is a rise although it comes first in the order', () => {
  expect(cellOf('C', 'B')?.kind).toBe('up');
  expect(cellOf('A', 'B')?.kind).toBe('down');
  expect(cellOf('A', 'A')?.kind).toBe('stay');
  expect(cellOf(null, 'A')?.kind).toBe('first');
});

test('one subject among nine hundred is still seen, nobody is not', () => {
  expect(cellOf('A', 'B')?.heat).toBe(1);
  expect(cellOf('A', 'A')?.heat).toBe(4);
  expect(cellOf('B', 'C')).toMatchObject({ count: 0, heat: 0 });
});

test('those without a rating come last, and the sums lose nobody', () => {
  const rows = matrixOf({ grades, cells });
  expect(rows.map(({ from, total }) => [from, total])).toEqual([
    ['A', 901],
    ['B', 0],
    ['C', 3],
    [null, 2],
  ]);
  expect(matrixSums(rows)).toEqual({ stay: 900, first: 2, up: 3, down: 1 });
});

test('a grade that only an older version of the pack had is not left out', () => {
  const rows = matrixOf({ grades, cells: [...cells, { from: 'A+', to: 'A', count: 4 }] });
  expect(rows.find(({ from }) => from === 'A+')?.total).toBe(4);
});

test('the first period begins at the run before the last; a rating of one subject or an idle run is none', () => {
  const run = (mode: 'full' | 'incremental' | 'single', asOf: string, rated = 5) => ({ mode, asOf, rated });
  const runs = [run('single', '2026-11-20'), run('full', '2026-11-01'), run('incremental', '2026-10-01', 0)];
  expect(periodsOf(runs, '2026-11-25').map(({ value }) => value)).toEqual(['months', 'year']);
  expect(periodsOf([...runs, run('full', '2026-05-29')], '2026-11-25')[0]).toMatchObject({
    value: 'run',
    from: '2026-05-29',
    to: '2026-11-25',
  });
});
