import { assertNever } from '../../kernel/assert';
import type { Thousandths } from '../../kernel/decimal';
import { toThousandths } from '../catalogue/thousandths';
import { edgesOf } from './interval';
import type { Leaf, Monitor } from './leaf';
import type { Reading } from './measure-leaf';
import type { RatingPack } from './pack';
import { allNodes } from './pack-check';
import type { TraceNode } from './trace';

export type Alert = { readonly colour: Monitor['thresholds'][number]['colour']; readonly text: string };

/** One line of the tree as the page shows it, parents before children. */
export type OutlineLine = {
  readonly nodeId: string;
  readonly depth: number;
  readonly kind: TraceNode['kind'];
  readonly name: string;
  readonly points: Thousandths;
  readonly weight: number | null;
  readonly provider: string | null;
  readonly alert: Alert | null;
  readonly facts: number;
  /** The indicator wants a value and there is none: the pack's points for missing data count. */
  readonly missing: boolean;
  readonly verified: boolean;
};

/**
 * The warning colour of an observation point: of the first threshold that holds the value.
 *
 * @param reading what the leaf read, a number in thousandths, a word, or nothing (which warns of nothing)
 * @example alertOf(leaf, 92500) // { colour: 'yellow', text: '按时处理率低于 95%' }
 */
export function alertOf(leaf: Leaf | undefined, reading: Reading): Alert | null {
  if (leaf?.measure !== 'value' || leaf.monitor === undefined || reading === null) return null;
  const found = leaf.monitor.thresholds.find((threshold) => {
    if (threshold.values?.includes(String(reading))) return true;
    const value = typeof reading === 'number' ? reading : toThousandths(reading);
    const { low, high } = edgesOf(threshold);
    if (value === null || (low === null && high === null)) return false;
    return (low === null || value >= low) && (high === null || value <= high);
  });
  return found === undefined ? null : { colour: found.colour, text: found.text };
}

/** The tree of a trace laid out flat, with what the pack knows about each place. */
export function outline(pack: RatingPack, nodes: readonly TraceNode[]): OutlineLine[] {
  const known = new Map(allNodes(pack).map(({ node }) => [node.id, node]));
  const under = (list: readonly TraceNode[], depth: number): OutlineLine[] =>
    list.flatMap((node) => {
      const own = known.get(node.nodeId);
      // a bounded leaf is drawn as a group of itself and its bound: one place of the tree
      const leaf = node.children.find((child) => child.nodeId === node.nodeId && child.kind === 'leaf') ?? node;
      const line: OutlineLine = {
        nodeId: node.nodeId,
        depth,
        kind: leaf.kind,
        name: node.name,
        points: node.points,
        weight: node.weight,
        provider: own?.provider ?? null,
        alert: alertOf(own?.leaf, leaf.reading),
        facts: countFacts(leaf),
        missing: own?.leaf?.measure === 'value' && leaf.kind === 'leaf' && leaf.reading === null,
        verified: node.verified,
      };
      return [line, ...(leaf === node ? under(node.children, depth + 1) : [])];
    });
  return under(nodes, 0);
}

function countFacts(node: TraceNode): number {
  switch (node.kind) {
    case 'group':
      return node.children.reduce((sum, child) => sum + countFacts(child), 0);
    case 'leaf':
      return node.facts.length;
    case 'base':
    case 'limit':
      return 0;
    default:
      return assertNever(node.kind);
  }
}
