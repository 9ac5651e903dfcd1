import { expect, test } from 'vitest';
import { openEnds } from '#shared/domain/review/open-ends';

const NONE = { orders: [], letters: [] };

test('a subject that cannot be reached is only proposed for listing: the proposal keeps nothing open', () => {
  const ends = openEnds({ resultCode: '6', dispositionCode: 'other' }, NONE);
  expect(ends.map(({ code, optional }) => [code, optional])).toEqual([['listing', true]]);
});

test('an order that is still running is an open end whatever the disposition says', () => {
  const orders = [
    { id: 'r1', no: '一号', state: 'ordered' },
    { id: 'r2', no: '二号', state: 'closed' },
  ];
  const ends = openEnds({ resultCode: '5', dispositionCode: 'other' }, { ...NONE, orders });
  expect(ends.map(({ code, target }) => [code, target?.id])).toEqual([['order_open', 'r1']]);
});

test('a letter of another kind does not count for the one that is asked for', () => {
  const letters = [{ id: 'l1', no: '抄一', kind: 'copy', state: 'replied' }] as const;
  const codes = (dispositionCode: 'case_clue' | 'copy_to_other') =>
    openEnds({ resultCode: 'G', dispositionCode }, { ...NONE, letters }).map(({ code }) => code);
  expect(codes('case_clue')).toEqual(['transfer']);
  expect(codes('copy_to_other')).toEqual([]);
});
