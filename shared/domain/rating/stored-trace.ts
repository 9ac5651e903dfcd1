import { canonicalJson } from '../../kernel/canonical-json';
import { type CompiledPack, compilePack } from './compile';
import type { RatingPack } from './pack';
import type { Trace, TraceNode } from './trace';

/** A node as it is stored: what the pack says anyway (name, basis, weight, mark, its own note) is left out. */
type StoredNode = Partial<Omit<TraceNode, 'children'>> & {
  readonly nodeId: string;
  readonly points: number;
  readonly children?: readonly StoredNode[];
};

type PackNodes = ReadonlyMap<string, CompiledPack['nodes'][number]>;

const packNodes = (pack: RatingPack | CompiledPack): PackNodes =>
  new Map(('gradeHighs' in pack ? pack : compilePack(pack)).nodes.map((node) => [node.id, node]));

/**
 * Writes traces for the store. A rating keeps its pack by SHA-256, so the texts of the pack need not be repeated in
 * every rating: that would be four fifths of a store with 100,000 ratings.
 *
 * @returns canonical JSON; equal traces give equal bytes
 * @example traceWriter(compiled)(result.trace) // '{"bandGradeCode":"A","nodes":[{"kind":"base","nodeId":"base",…'
 */
export function traceWriter(pack: CompiledPack): (trace: Trace) => string {
  const nodes = packNodes(pack);
  const slim = (node: TraceNode): StoredNode => {
    const known = nodes.get(node.nodeId);
    if (!known || node.kind === 'base' || node.kind === 'limit') return full(node);
    return {
      nodeId: node.nodeId,
      points: node.points,
      ...(node.kind === 'leaf' ? {} : { kind: node.kind }),
      ...(node.reading === null ? {} : { reading: node.reading }),
      ...(node.facts.length === 0 ? {} : { facts: node.facts }),
      ...(node.note === (known.source.note ?? null) ? {} : { note: node.note }),
      ...(node.children.length === 0 ? {} : { children: node.children.map(slim) }),
    };
  };
  const full = ({ children, ...node }: TraceNode): StoredNode => ({
    ...node,
    ...(children.length === 0 ? {} : { children: children.map(slim) }),
  });
  return (trace) => canonicalJson({ ...trace, nodes: trace.nodes.map(slim) });
}

/**
 * Reads a stored trace back with the pack that made it.
 *
 * @example readTrace(traceWriter(compiled)(trace), pack) // equals trace
 */
export function readTrace(text: string, pack: RatingPack): Trace {
  const nodes = packNodes(pack);
  const widen = ({ children = [], ...node }: StoredNode): TraceNode => {
    const known = nodes.get(node.nodeId);
    return {
      name: known?.name ?? '',
      kind: 'leaf',
      reading: null,
      weight: known?.source.weight ?? null,
      basis: known?.basis ?? [],
      verified: known?.source.verified ?? false,
      facts: [],
      note: known?.source.note ?? null,
      ...node,
      children: children.map(widen),
    };
  };
  const stored = JSON.parse(text) as Omit<Trace, 'nodes'> & { readonly nodes: readonly StoredNode[] };
  return { ...stored, nodes: stored.nodes.map(widen) };
}
