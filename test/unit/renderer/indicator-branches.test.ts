import { expect, test } from 'vitest';
import { branchesOf, inSight, silentGroups, treeMove } from '../../../renderer/features/rating/indicator-branches';
import type { TreeNode } from '../../../renderer/features/rating/rating-words';

const node = (nodeId: string, depth: number, change: Partial<TreeNode> = {}): TreeNode => ({
  nodeId,
  depth,
  kind: 'leaf',
  name: nodeId,
  pointsThousandths: 0,
  weight: null,
  provider: null,
  alert: null,
  facts: 0,
  missing: false,
  verified: true,
  ...change,
});

/** base · one (a, inner (deep)) · two (b) */
const tree = branchesOf([
  node('base', 0),
  node('one', 0),
  node('a', 1),
  node('inner', 1),
  node('deep', 2, { pointsThousandths: -5000 }),
  node('two', 0),
  node('b', 1),
]);
const ids = (places: readonly { nodeId: string }[]) => places.map(({ nodeId }) => nodeId);

test('a sibling after a deeper branch is not put under that branch', () => {
  expect(tree.map(({ nodeId, parent }) => [nodeId, parent])).toEqual([
    ['base', null],
    ['one', null],
    ['a', 1],
    ['inner', 1],
    ['deep', 3],
    ['two', null],
    ['b', 5],
  ]);
  expect(ids(tree.filter(({ branches }) => branches))).toEqual(['one', 'inner', 'two']);
});

test('folding a group hides what is below its groups too', () => {
  expect(ids(inSight(tree, new Set([1])))).toEqual(['base', 'one', 'two', 'b']);
  expect(ids(inSight(tree, new Set([3])))).toEqual(['base', 'one', 'a', 'inner', 'two', 'b']);
});

test('a group with points deep below is open at first, a silent one folded', () => {
  expect([...silentGroups(tree)]).toEqual([5]);
});

test('a group in which two deductions and bonuses cancel out is not silent', () => {
  const even = branchesOf([
    node('group', 0, { kind: 'group' }),
    node('less', 1, { pointsThousandths: -5000 }),
    node('more', 1, { pointsThousandths: 5000 }),
  ]);
  expect(silentGroups(even).size).toBe(0);
});

test('the keys follow what is in sight, left goes to the group, right opens it', () => {
  const folded = new Set([5]);
  const shown = inSight(tree, folded);
  expect(treeMove('ArrowDown', shown, 4, folded)).toEqual({ go: 5 });
  expect(treeMove('ArrowDown', shown, 5, folded)).toBeNull();
  expect(treeMove('ArrowRight', shown, 5, folded)).toEqual({ unfold: 5 });
  expect(treeMove('ArrowLeft', shown, 4, folded)).toEqual({ go: 3 });
  expect(treeMove('ArrowLeft', shown, 3, folded)).toEqual({ fold: 3 });
  expect(treeMove('ArrowLeft', shown, 0, folded)).toBeNull();
  expect(treeMove('Tab', shown, 0, folded)).toBeNull();
});
