import type { TreeNode } from './rating-words';

/** A node of the tree in its place: what is above it, and whether something is below it. */
export type Branch = TreeNode & { readonly at: number; readonly parent: number | null; readonly branches: boolean };

/** The tree comes as a list from the top down; the depth tells what is below what. */
export function branchesOf(tree: readonly TreeNode[]): readonly Branch[] {
  const above: number[] = [];
  return tree.map((node, at) => {
    while (above.length > 0 && (tree[above.at(-1) ?? 0]?.depth ?? 0) >= node.depth) above.pop();
    const parent = above.at(-1) ?? null;
    above.push(at);
    return { ...node, at, parent, branches: (tree[at + 1]?.depth ?? 0) > node.depth };
  });
}

/** What is in sight while these places are folded up. */
export function inSight(branches: readonly Branch[], folded: ReadonlySet<number>): readonly Branch[] {
  const hidden = new Set<number>();
  return branches.filter(({ at, parent }) => {
    const isHidden = parent !== null && (hidden.has(parent) || folded.has(parent));
    if (isHidden) hidden.add(at);
    return !isHidden;
  });
}

/** Groups in which nothing counted: they are folded up at first, so that the telling ones are seen at once. */
export function silentGroups(branches: readonly Branch[]): ReadonlySet<number> {
  const telling = new Set<number>();
  for (const { at, parent, pointsThousandths, facts, alert } of branches.toReversed())
    if (telling.has(at) || pointsThousandths !== 0 || facts > 0 || alert !== null) {
      telling.add(at);
      if (parent !== null) telling.add(parent);
    }
  return new Set(branches.filter(({ at, branches: has }) => has && !telling.has(at)).map(({ at }) => at));
}

/** Where a key moves the focus among the places in sight; `fold` and `unfold` change the place itself. */
export type TreeMove = { readonly go: number } | { readonly fold: number } | { readonly unfold: number };

export function treeMove(
  key: string,
  shown: readonly Branch[],
  current: number,
  folded: ReadonlySet<number>,
): TreeMove | null {
  const index = shown.findIndex(({ at }) => at === current);
  const node = shown[index];
  if (!node) return null;
  const to = (target: Branch | undefined): TreeMove | null => (target ? { go: target.at } : null);
  switch (key) {
    case 'ArrowDown':
      return to(shown[index + 1]);
    case 'ArrowUp':
      return to(shown[index - 1]);
    case 'Home':
      return to(shown[0]);
    case 'End':
      return to(shown.at(-1));
    case 'ArrowRight':
      if (!node.branches) return null;
      return folded.has(current) ? { unfold: current } : to(shown[index + 1]);
    case 'ArrowLeft':
      if (node.branches && !folded.has(current)) return { fold: current };
      return node.parent === null ? null : { go: node.parent };
    default:
      return null;
  }
}
