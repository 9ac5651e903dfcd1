import { expect, test } from 'vitest';
import { nextStep as stepOf } from '../../../renderer/features/subject/next-step';
import type { StoryEntry } from '../../../renderer/features/subject/subject-words';

const entry = (noun: string, id: string, change: Partial<StoryEntry> = {}): StoryEntry => ({
  id,
  noun,
  opensId: id,
  on: '2026-10-08',
  lane: 'during',
  title: noun,
  detail: '',
  tone: 'neutral',
  open: true,
  ...change,
});
const file = (timeline: StoryEntry[], gradeCode: string | null = 'A') => ({ id: 's1', timeline, gradeCode });

const nextStep = (of: ReturnType<typeof file>, ratable: boolean, waiting: string | null = null) =>
  stepOf(of, ratable, waiting);

test('an open order comes before a running inspection, whatever their order in the story', () => {
  const step = nextStep(file([entry('inspection', 'i1'), entry('rectification', 'r1')]), true);
  expect(step).toEqual({ kind: 'link', label: '处理整改', to: '/rectifications/r1' });
});

test('of two open orders the older one is offered', () => {
  const step = nextStep(
    file([entry('rectification', 'new', { on: '2026-11-01' }), entry('rectification', 'old', { on: '2026-09-01' })]),
    true,
  );
  expect(step).toMatchObject({ to: '/rectifications/old' });
});

test('an open finding does not reopen its finished inspection', () => {
  const step = nextStep(file([entry('inspection', 'f1', { opensId: 'i1' })]), true);
  expect(step).toMatchObject({ label: '开展检查' });
});

test('what is closed is no next step', () => {
  const step = nextStep(file([entry('rectification', 'r1', { open: false })]), true);
  expect(step).toMatchObject({ label: '开展检查', to: '/inspections/new?subject=s1' });
});

test('a subject that no pack covers is never offered a rating', () => {
  expect(nextStep(file([], null), true)).toEqual({ kind: 'rate' });
  expect(nextStep(file([], null), false)).toMatchObject({ label: '开展检查' });
});

test('a planned visit starts with its plan, not as a new kind of check', () => {
  const step = nextStep(file([entry('plan', 'v1', { opensId: 'p1' })]), true);
  expect(step).toMatchObject({ label: '按计划检查', to: '/inspections/new?subject=s1&visit=v1' });
});

test('a subject whose rating waits for approval is not offered a second rating', () => {
  expect(nextStep(file([], null), true, 'r9')).toEqual({ kind: 'link', label: '审定评价', to: '/ratings/r9' });
  expect(nextStep(file([entry('rectification', 'r1')], null), true, 'r9')).toMatchObject({ label: '处理整改' });
});
