import { expect, test } from 'vitest';
import { changesOf, draftOf, emptyValues } from '../../../renderer/features/subject/subject-draft';

const stored = { ...emptyValues(), name: '甲公司', uscc: '9144030071526726XG', legalPerson: '张三' };

test('a masked number that was not retyped is not sent, so that it is not wiped', () => {
  const changes = changesOf(stored, { ...stored, legalPerson: '李四' });
  expect(changes).toEqual({ legalPerson: '李四' });
});

test('a field that was emptied is sent as absent, not as an empty text', () => {
  expect(changesOf(stored, { ...stored, legalPerson: '  ' })).toEqual({ legalPerson: null });
});

test('nothing changed is nothing to save', () => {
  expect(changesOf(stored, { ...stored })).toEqual({});
});

test('a changed list is noticed though it is a new array each time', () => {
  expect(changesOf(stored, { ...stored, tags: [] })).toEqual({});
  expect(changesOf(stored, { ...stored, tags: ['重点'] })).toEqual({ tags: ['重点'] });
});

test('a new subject holds no empty texts', () => {
  const draft = draftOf({ ...emptyValues(), name: ' 乙 ' });
  expect(draft.name).toBe('乙');
  expect(Object.values(draft).filter((value) => value === '')).toEqual([]);
});
