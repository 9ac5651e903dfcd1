import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deskFirst, visitCapPack } from '#shared/domain/plan/visit-cap';

const pack = visitCapPack.parse(JSON.parse(readFileSync('resources/packs/visit-cap/visit-cap.v1.json', 'utf8')));
const listed = ['守信激励名单'];

test.each([
  ['a member of the list', { grade: null, gradePack: null, tags: listed }, null, true],
  ['class A of the enterprise classification', { grade: 'A', gradePack: 'samr-general-risk', tags: [] }, null, true],
  ['class B of it', { grade: 'B', gradePack: 'samr-general-risk', tags: [] }, null, false],
  [
    'an agency rated A, of which 24 % are drawn',
    { grade: 'A', gradePack: 'patent-agency-credit', tags: [] },
    null,
    false,
  ],
  ['a member somebody complained about', { grade: null, gradePack: null, tags: listed }, 'complaint', false],
  ['a member in a campaign', { grade: null, gradePack: null, tags: listed }, 'campaign', true],
] as const)('%s is left alone only where the rule says so', (_who, member, cause, expected) => {
  expect(deskFirst(pack, member, cause) !== null).toBe(expected);
});
