import { expect, test } from 'vitest';
import { edgesAround } from '../../../renderer/features/rating/grade-edges';
import { standingOf } from '../../../renderer/features/rating/rating-standing';
import { firstCause, publicationOf, runFigures, runTitle } from '../../../renderer/features/rating/run-words';

const row = (id: string, state: 'proposed' | 'approved' | 'rejected' | 'superseded', asOf = '2026-11-25') => ({
  id,
  state,
  asOf,
});

test('a proposal is never taken for the rating that holds', () => {
  const history = [row('3', 'proposed'), row('2', 'rejected'), row('1', 'approved', '2026-05-01')];
  expect(standingOf(row('1', 'approved'), history)).toMatchObject({
    kind: 'current',
    holding: null,
    waiting: { id: '3' },
  });
  expect(standingOf(row('3', 'proposed'), history)).toMatchObject({
    kind: 'waiting',
    holding: { id: '1' },
    waiting: null,
  });
  expect(standingOf(row('2', 'rejected'), history)).toMatchObject({ kind: 'refused', holding: { id: '1' } });
});

test('of two approved ratings the one of the later reference day holds, also when it was made earlier', () => {
  const history = [row('2', 'approved', '2026-03-01'), row('1', 'approved', '2026-09-01')];
  expect(standingOf(row('2', 'approved'), history)).toMatchObject({ kind: 'past', holding: { id: '1' } });
  expect(standingOf(row('1', 'approved'), history)).toMatchObject({ kind: 'current', holding: null });
});

test('a run that was published and taken down is no longer shown as published', () => {
  const run = { publishedOn: null, publishedWhere: null, unpublishedOn: null, unpublishedReason: null };
  expect(publicationOf(run)).toBeNull();
  const published = { ...run, publishedOn: '2026-11-20', publishedWhere: '局网站' };
  expect(publicationOf(published)).toMatchObject({ label: '已公示', detail: '自 2026-11-20 在局网站公示' });
  expect(publicationOf({ ...published, unpublishedOn: '2026-11-24', unpublishedReason: '内容有误' })).toEqual({
    label: '已停止公示',
    tone: 'off',
    detail: '2026-11-20 至 2026-11-24 在局网站公示；停止原因：内容有误',
  });
});

test('a single run is called by its subject, the others by what was rated', () => {
  expect(runTitle({ mode: 'single', subjectName: '云州事务所', asOf: '2026-11-25' })).toBe(
    '云州事务所（基准日 2026年11月25日）',
  );
  expect(runTitle({ mode: 'full', subjectName: null, asOf: '2026-11-25' })).toMatch(/^评价全部主体/);
});

test('the figures do not count those without a pack among the unchanged', () => {
  const figures = runFigures({ checked: 1448, rated: 40, firstRated: 2, moved: 8, withoutPack: 8 });
  expect(figures.map(({ count }) => count)).toEqual([1448, 40, 8, 2]);
  expect(figures[1]?.note).toBe('其余 1,400 户结果不变');
});

test('a move of several causes does not look as if it had one', () => {
  const cause = (sentence: string) => ({
    kind: 'new' as const,
    deltaThousandths: -5000,
    fromGrade: 'A',
    toGrade: 'B',
    sentence,
  });
  expect(firstCause([])).toBe('');
  expect(firstCause([cause('新增记录，减 5 分')])).toBe('新增记录，减 5 分');
  expect(firstCause([cause('甲'), cause('乙')])).toBe('甲（共 2 项原因）');
});

test('the edges in the waterfall are those of the score, also when a veto holds the grade down', () => {
  const scale = [
    { gradeCode: 'C', colour: 'amber', fromThousandths: null },
    { gradeCode: 'B', colour: 'blue', fromThousandths: 80_000 },
    { gradeCode: 'A', colour: 'green', fromThousandths: 90_000 },
  ];
  expect(edgesAround({ scale, scoreThousandths: 85_000 })).toEqual([
    { gradeCode: 'C', at: 80_000, side: 'below' },
    { gradeCode: 'A', at: 90_000, side: 'above' },
  ]);
  expect(edgesAround({ scale, scoreThousandths: 90_000 })).toEqual([{ gradeCode: 'B', at: 90_000, side: 'below' }]);
  expect(edgesAround({ scale, scoreThousandths: 10_000 })).toEqual([{ gradeCode: 'B', at: 80_000, side: 'above' }]);
});
