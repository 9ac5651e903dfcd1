import { expect, test } from 'vitest';
import { readChanges, readCounts } from '../../../renderer/features/settings/audit-words';

const stored = (before: object | null, after: object) =>
  JSON.stringify([{ table: 'subject', id: 's1', before, after }]);

test('of a changed row only what differs is shown', () => {
  const [change] = readChanges(stored({ name: '甲', address: '旧址' }, { name: '甲', address: '新址' }));
  expect(change).toMatchObject({ kind: 'changed', lines: [{ field: 'address', before: '旧址', after: '新址' }] });
});

test('a value that was taken away is shown, not dropped', () => {
  const [change] = readChanges(stored({ note: '甲' }, { note: null }));
  expect(change?.lines).toEqual([{ field: 'note', before: '甲', after: '' }]);
});

test('of a new row the empty columns are left out', () => {
  const [change] = readChanges(stored(null, { name: '甲', note: null, email: '' }));
  expect(change).toMatchObject({ kind: 'added', lines: [{ field: 'name', before: '', after: '甲' }] });
});

test('the log does not undo the masking of personal numbers', () => {
  const [change] = readChanges(stored(null, { id_number: '990101196501261232', phone: '13990030291' }));
  const shown = change?.lines.map(({ after }) => after).join(' ') ?? '';
  expect(shown).not.toContain('19650126');
  expect(shown).not.toContain('13990030291');
});

test('a row of a file kept as text does not show the numbers either, and leaves the credit code readable', () => {
  const cells = JSON.stringify(['甲', '13990030291', '990101196501261232', '9144030071526726XG']);
  const [change] = readChanges(stored(null, { cells }));
  expect(change?.lines[0]?.after).toBe('["甲","139****91","990****32","9144030071526726XG"]');
});

test('a bulk entry without row details is empty, not broken', () => {
  expect(readChanges('{"counts":{"rating":371}}')).toEqual([]);
  expect(readCounts('{"counts":{"rating":371}}')).toEqual([{ table: 'rating', count: 371 }]);
  expect(readCounts('[]')).toEqual([]);
});
