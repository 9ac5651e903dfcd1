import { canonicalJson } from '../../kernel/canonical-json';
import type { Thousandths } from '../../kernel/decimal';
import { type CompiledPack, compilePack } from './compile';
import type { RatingFact } from './fact';
import { measureLeaf, type Reading } from './measure-leaf';
import type { RatingPack } from './pack';
import { roundRatio } from './rater';
import { type Trace, type TraceFact, type TraceNode, toTraceFact, toTraceVeto } from './trace';

/** A record as it is stored in a trace: everything else about it stands in the input of the rating. */
type StoredFact = { readonly id: string; readonly points: number; readonly note?: string };

/**
 * A node as it is stored. What the pack says anyway (name, basis, weight, mark, its own note) is left out, and so are
 * indicators without any record that give what they give without one.
 */
type StoredNode = Partial<Omit<TraceNode, 'children' | 'facts'>> & {
  readonly nodeId: string;
  readonly points: number;
  readonly facts?: readonly StoredFact[];
  readonly children?: readonly StoredNode[];
};

/** What an indicator contributes and reads when it has no record at all. */
type Idle = { readonly points: Thousandths; readonly reading: Reading };

type PackPlace = CompiledPack['nodes'][number] & { readonly idle: Idle | null };
type PackPlaces = { readonly byId: ReadonlyMap<string, PackPlace>; readonly list: readonly PackPlace[] };

const placesOf = new WeakMap<CompiledPack, PackPlaces>();

function packPlaces(compiled: CompiledPack): PackPlaces {
  const known = placesOf.get(compiled);
  if (known !== undefined) return known;
  const rootUnits = compiled.nodes.at(-1)?.units ?? 1;
  const list = compiled.nodes.map((node): PackPlace => {
    // without a record no window and no condition is asked, so the day does not matter
    const measure = node.leaf === null ? null : measureLeaf(node.leaf, '2000-01-01');
    if (measure === null || measure.readsSubject) return { ...node, idle: null };
    const value = Math.min(Math.max(measure.points([], NOBODY), node.low), node.high);
    return {
      ...node,
      idle: { points: roundRatio(value * node.toScore, rootUnits), reading: measure.reading([], NOBODY) },
    };
  });
  const places = { list, byId: new Map(list.map((node) => [node.id, node])) };
  placesOf.set(compiled, places);
  return places;
}

const NOBODY = { id: '', kind: '', status: '', tags: [] };

/**
 * Writes traces for the store. A rating keeps its pack by SHA-256 and the records it was made of, so neither the texts
 * of the pack nor the records are repeated in the trace: that would be most of a store with 100,000 ratings.
 *
 * @returns canonical JSON; equal traces give equal bytes
 * @example traceWriter(compiled)(result.trace) // '{"bandGradeCode":"A","nodes":[{"kind":"base","nodeId":"base",…'
 */
export function traceWriter(compiled: CompiledPack): (trace: Trace) => string {
  const { byId } = packPlaces(compiled);
  const slim = (node: TraceNode): StoredNode | null => {
    const known = byId.get(node.nodeId);
    if (!known || node.kind === 'base' || node.kind === 'limit') return full(node);
    const ownNote = node.note === (known.source.note ?? null);
    if (node.kind === 'leaf' && node.facts.length === 0 && ownNote && sameAsIdle(node, known.idle)) return null;
    return {
      nodeId: node.nodeId,
      points: node.points,
      ...(node.kind === 'leaf' ? {} : { kind: node.kind }),
      ...(node.reading === null ? {} : { reading: node.reading }),
      ...(node.facts.length === 0 ? {} : { facts: node.facts.map(slimFact) }),
      ...(ownNote ? {} : { note: node.note }),
      ...slimChildren(node),
    };
  };
  const slimChildren = ({ children }: TraceNode): Pick<StoredNode, 'children'> => {
    const kept = children.flatMap((child) => slim(child) ?? []);
    return kept.length === 0 ? {} : { children: kept };
  };
  const full = ({ children: _children, facts, ...node }: TraceNode): StoredNode => ({
    ...node,
    ...(facts.length === 0 ? {} : { facts: facts.map(slimFact) }),
  });
  return (trace) =>
    canonicalJson({
      ...trace,
      nodes: trace.nodes.flatMap((node) => slim(node) ?? []),
      vetoes: trace.vetoes.map(({ facts, vetoId }) => ({ vetoId, facts: facts.map(slimFact) })),
    });
}

function idleNode({ id, idle }: PackPlace): StoredNode {
  if (idle === null) throw new Error(`the trace lacks ${id}, which is never left out`);
  return { nodeId: id, points: idle.points, reading: idle.reading };
}

const sameAsIdle = (node: TraceNode, idle: Idle | null): boolean =>
  idle !== null && node.points === idle.points && node.reading === idle.reading;

const slimFact = ({ id, points, note }: TraceFact): StoredFact => ({ id, points, ...(note === null ? {} : { note }) });

/**
 * Reads a stored trace back with the pack that made it and the records it was made of.
 *
 * @throws Error when the trace names a record that is not among them: then the store was tampered with
 * @example readTrace(traceWriter(compiled)(trace), compiled, facts) // equals trace
 */
export function readTrace(text: string, pack: RatingPack | CompiledPack, facts: readonly RatingFact[]): Trace {
  const compiled = 'gradeHighs' in pack ? pack : compilePack(pack);
  const places = packPlaces(compiled);
  const records = new Map(facts.map((fact) => [fact.id, fact]));
  const widenFact = ({ id, points, note }: StoredFact): TraceFact => {
    const record = records.get(id);
    if (record === undefined) throw new Error(`the trace names the record ${id}, which is not in the input`);
    return toTraceFact(record, points, note ?? null);
  };
  const widen = ({ children = [], facts: behind = [], ...node }: StoredNode): TraceNode => {
    const known = places.byId.get(node.nodeId);
    return {
      name: known?.name ?? '',
      kind: 'leaf',
      reading: null,
      weight: known?.source.weight ?? null,
      basis: known?.basis ?? [],
      verified: known?.source.verified ?? false,
      note: known?.source.note ?? null,
      ...node,
      facts: behind.map(widenFact),
      children: node.kind === 'group' && known !== undefined ? childrenOf(known, children) : [],
    };
  };
  const childrenOf = (parent: PackPlace, stored: readonly StoredNode[]): TraceNode[] => {
    // a bounded leaf is stored as a group of itself and its bound
    if (parent.children.length === 0) return stored.map(widenLeaf(parent));
    return withIdle(parent, stored).map(widen);
  };
  const widenLeaf = (leaf: PackPlace) => (node: StoredNode) =>
    node.nodeId === leaf.id ? { ...widen({ ...node, kind: 'leaf' }), children: [] } : widen(node);
  const withIdle = (parent: PackPlace, stored: readonly StoredNode[]): StoredNode[] => {
    const byId = new Map(stored.map((node) => [node.nodeId, node]));
    const inPack = parent.children.flatMap((index) => {
      const place = places.list[index];
      if (place === undefined) return [];
      const kept = byId.get(place.id);
      byId.delete(place.id);
      return kept ?? idleNode(place);
    });
    // base and limits stand outside the pack's list: the base first, the limits last
    const others = [...byId.values()];
    const isBase = (node: StoredNode) => node.kind === 'base';
    return [...others.filter(isBase), ...inPack, ...others.filter((node) => !isBase(node))];
  };
  const stored = JSON.parse(text) as Omit<Trace, 'nodes' | 'vetoes'> & {
    readonly nodes: readonly StoredNode[];
    readonly vetoes: readonly { readonly vetoId: string; readonly facts: readonly StoredFact[] }[];
  };
  const root = places.list.at(-1);
  return {
    ...stored,
    nodes: root === undefined ? [] : withIdle(root, stored.nodes).map(widen),
    vetoes: stored.vetoes.flatMap(({ vetoId, facts: behind }) => {
      const veto = compiled.pack.vetoes.find((one) => one.id === vetoId);
      return veto === undefined ? [] : [toTraceVeto(compiled.pack, veto, behind.map(widenFact))];
    }),
  };
}
