import type { Combine, PackNode, RatingPack } from '#shared/domain/rating/pack';

/** Even weights that add up to exactly 100; the first ones take what does not divide. */
function evenWeights(count: number): readonly number[] {
  const each = Math.floor(100 / count);
  return Array.from({ length: count }, (_, at) => each + (at < 100 - each * count ? 1 : 0));
}

/** The nodes with weights where they need them: kept if there are any, else even; taken away where they do not count. */
function weighedAs(nodes: readonly PackNode[], combine: Combine): readonly PackNode[] {
  if (combine === 'points') return nodes.map(({ weight: _, ...node }) => node);
  if (nodes.some(({ weight }) => weight !== undefined)) return nodes;
  const weights = evenWeights(nodes.length);
  return nodes.map((node, at) => ({ ...node, weight: weights[at] }));
}

/** A group that adds up in another way. */
export function withCombine(node: PackNode, combine: Combine): PackNode {
  const { combine: _, ...rest } = node;
  return {
    ...rest,
    ...(combine === 'weighted' ? { combine } : {}),
    children: [...weighedAs(node.children ?? [], combine)],
  };
}

/** The whole pack in the other model. */
export const withModel = (pack: RatingPack, model: Combine): RatingPack => ({
  ...pack,
  model,
  nodes: [...weighedAs(pack.nodes, model)],
});
