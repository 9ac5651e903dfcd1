import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/kernel/canonical-json';

test('key order of the source never changes the bytes', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, undefined], c: null } })).toBe('{"a":{"c":null,"d":[2,null]},"b":1}');
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

test.each(['', '甲"乙\\', 'line\nbreak\u0007', '\ud83d\ude00', '\ud800', '\u007f\u2028', '-'])(
  'text %j is written as JSON writes it',
  (text) => {
    expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
  },
);

test.each([0, -0, 1.5, 1e21, -7, 123456789012])('number %d is written as JSON writes it', (value) => {
  expect(canonicalJson(value)).toBe(JSON.stringify(value));
});

test('what has no JSON is a bug, not an empty text', () => {
  expect(() => canonicalJson(Number.NaN)).toThrow();
  expect(() => canonicalJson(() => 1)).toThrow();
});
