import type { IsoDate } from '../../kernel/dates';
import type { Thousandths } from '../../kernel/decimal';
import { toThousandths } from '../catalogue/thousandths';
import { basisTexts } from './basis-text';
import type { CompiledPack, FlatNode } from './compile';
import type { RatingSubject } from './condition';
import type { RatingFact } from './fact';
import type { FactLists, LeafMeasure, Reading } from './measure-leaf';
import type { RatingPack, Veto } from './pack';
import type { Evaluation } from './rater';
import { floorRatio, roundRatio } from './rater';

/** A fact behind a line. `points`: what the line would lose without it, before floors and caps above. */
export type TraceFact = {
  readonly id: string;
  readonly itemCode: string;
  readonly sourceNo: string;
  readonly sourceOrg: string;
  readonly occurredOn: IsoDate;
  readonly points: Thousandths;
  readonly note: string | null;
  /** The agent or branch whose fact it is; left out for the subject's own. */
  readonly via?: string;
  /** The other office it was adopted from. */
  readonly office?: string;
};

/**
 * `base`: the points everyone starts with; `group`: the sum of its children; `leaf`: an indicator;
 * `limit`: what a floor or a cap took or gave. A group's points are exactly the sum of its children's.
 */
export type TraceNode = {
  readonly nodeId: string;
  readonly name: string;
  readonly kind: 'base' | 'group' | 'leaf' | 'limit';
  /** Contribution to the score, in thousandths. */
  readonly points: Thousandths;
  /** What the leaf read: thousandths of a number, a word, or nothing. */
  readonly reading: Reading;
  readonly weight: number | null;
  readonly basis: readonly string[];
  readonly verified: boolean;
  readonly facts: readonly TraceFact[];
  readonly note: string | null;
  readonly children: readonly TraceNode[];
};

type TraceVeto = {
  readonly vetoId: string;
  readonly name: string;
  readonly ceiling: string;
  readonly basis: readonly string[];
  readonly verified: boolean;
  readonly facts: readonly TraceFact[];
};

/** A source older than the pack allows; `latestOn` null: there is none although the pack asks for it. */
export type StaleSource = {
  readonly itemCode: string;
  readonly latestOn: IsoDate | null;
  readonly ageDays: number | null;
  readonly maxDays: number;
};

export type Trace = {
  /** Their points add up to the score. */
  readonly nodes: readonly TraceNode[];
  readonly vetoes: readonly TraceVeto[];
  readonly bandGradeCode: string;
  readonly stale: readonly StaleSource[];
};

/** Draws the trace of an evaluation; the whole points of a parent are shared out by largest remainder. */
export function traceNodes(compiled: CompiledPack, found: Evaluation, subject: RatingSubject): TraceNode[] {
  const rootIndex = compiled.nodes.length - 1;
  return partsOf(compiled, found, subject, rootIndex, found.scoreThousandths);
}

/** The lines that make the sum: every node without children, top to bottom. */
export function traceLines(nodes: readonly TraceNode[]): TraceNode[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? traceLines(node.children) : [node]));
}

export function toTraceFact(fact: RatingFact, points: Thousandths, note: string | null): TraceFact {
  const { id, itemCode, sourceNo, sourceOrg, occurredOn, via, origin } = fact;
  return {
    id,
    itemCode,
    sourceNo,
    sourceOrg,
    occurredOn,
    points,
    note,
    ...(via === undefined ? {} : { via: via.name }),
    ...(origin === undefined ? {} : { office: origin.office }),
  };
}

export function toTraceVeto(pack: RatingPack, veto: Veto, facts: readonly TraceFact[]): TraceVeto {
  return {
    vetoId: veto.id,
    name: veto.name,
    ceiling: veto.ceiling,
    basis: basisTexts(pack, veto.basis),
    verified: veto.verified,
    facts,
  };
}

type Part = { readonly exact: number; readonly draw: (points: Thousandths) => TraceNode };

function partsOf(
  compiled: CompiledPack,
  found: Evaluation,
  subject: RatingSubject,
  index: number,
  points: Thousandths,
): TraceNode[] {
  const node = nodeAt(compiled, index);
  const isRoot = index === compiled.nodes.length - 1;
  const base = isRoot ? (toThousandths(compiled.pack.base.points) ?? 0) * node.units : 0;
  const parts: Part[] = [
    ...(base === 0 ? [] : [{ exact: base, draw: (own: Thousandths) => baseLine(compiled, own) }]),
    ...node.children.map((child) => ({
      exact: (found.values[child] ?? 0) * nodeAt(compiled, child).toScore,
      draw: (own: Thousandths) => drawNode(compiled, found, subject, child, own),
    })),
    ...limitParts(found, node, index),
  ];
  const rootUnits = nodeAt(compiled, compiled.nodes.length - 1).units;
  const shares = shareOut(
    parts.map((part) => part.exact),
    rootUnits,
    points,
  );
  return parts.map((part, i) => part.draw(shares[i] ?? 0));
}

function drawNode(
  compiled: CompiledPack,
  found: Evaluation,
  subject: RatingSubject,
  index: number,
  points: Thousandths,
): TraceNode {
  const node = nodeAt(compiled, index);
  const frame = frameOf(node, points);
  const measure = found.measures[index] ?? null;
  if (measure === null) {
    return { ...frame, kind: 'group', children: partsOf(compiled, found, subject, index, points) };
  }
  const lists = found.lists[index] ?? [];
  const reading = measure.reading(lists, subject);
  const note = [node.source.note, measure.remark(null, reading, subject)].filter((text) => text != null).join('；');
  const leaf: TraceNode = {
    ...frame,
    kind: 'leaf',
    reading,
    facts: leafFacts(compiled, node, measure, lists, subject),
    note: note === '' ? null : note,
  };
  const limits = limitParts(found, node, index);
  if (limits.length === 0) return leaf;
  // A bounded leaf shows what its facts come to and the bound beside it, as two lines of one group.
  const rootUnits = nodeAt(compiled, compiled.nodes.length - 1).units;
  const exact = [(found.raw[index] ?? 0) * node.toScore, limits[0]?.exact ?? 0];
  const [own = 0, limit = 0] = shareOut(exact, rootUnits, points);
  return {
    ...frame,
    kind: 'group',
    children: [{ ...leaf, points: own }, ...limits.map((part) => part.draw(limit))],
  };
}

// Removing one fact at a time from the lists it stands in: right for sums, bands and words alike. Where the points are
// a plain sum its own share is the same, and thousands of records do not have to be summed thousands of times.
function leafFacts(
  compiled: CompiledPack,
  node: FlatNode,
  measure: LeafMeasure,
  lists: FactLists,
  subject: RatingSubject,
): TraceFact[] {
  const facts = measure.behind(lists);
  const whole = measure.points(lists, subject);
  const rootUnits = nodeAt(compiled, compiled.nodes.length - 1).units;
  const shareOf = (fact: RatingFact): number =>
    measure.share?.(fact, subject) ??
    whole -
      measure.points(
        lists.map((list) => list.filter((one) => one !== fact)),
        subject,
      );
  return facts.map((fact) => {
    const points = roundRatio(shareOf(fact) * node.units * node.toScore, rootUnits);
    return toTraceFact(fact, points, measure.remark(fact, null, subject));
  });
}

function limitParts(found: Evaluation, node: FlatNode, index: number): Part[] {
  const exact = ((found.values[index] ?? 0) - (found.raw[index] ?? 0)) * node.toScore;
  if (exact === 0) return [];
  const capped = (found.raw[index] ?? 0) > node.high;
  const bound = capped ? node.source.cap : node.source.floor;
  const name = `${node.name}${limitText(capped, bound ?? 0)}`;
  const nodeId = node.id === '' ? 'limit' : `${node.id}/limit`;
  return [{ exact, draw: (points) => ({ ...frameOf(node, points), nodeId, name, kind: 'limit' }) }];
}

// “最多扣 40 分” is what officers say for a floor of −40.
function limitText(capped: boolean, bound: number): string {
  if (capped) return bound > 0 ? `最多计 ${bound} 分` : `上限 ${bound} 分`;
  return bound < 0 ? `最多扣 ${-bound} 分` : `最少计 ${bound} 分`;
}

function baseLine(compiled: CompiledPack, points: Thousandths): TraceNode {
  const { base } = compiled.pack;
  return {
    nodeId: 'base',
    name: base.name,
    kind: 'base',
    points,
    reading: null,
    weight: null,
    basis: compiled.nodes.at(-1)?.basis ?? [],
    verified: base.verified,
    facts: [],
    note: base.note ?? null,
    children: [],
  };
}

function frameOf(node: FlatNode, points: Thousandths): Omit<TraceNode, 'kind'> {
  return {
    nodeId: node.id,
    name: node.name,
    points,
    reading: null,
    weight: node.source.weight ?? null,
    basis: node.basis,
    verified: node.source.verified,
    facts: [],
    note: node.source.note ?? null,
    children: [],
  };
}

/** Whole points for each part so that they add up to `total`: the largest remainders are rounded up first. */
function shareOut(exact: readonly number[], units: number, total: Thousandths): number[] {
  const floors = exact.map((value) => floorRatio(value, units));
  const open = total - floors.reduce((sum, value) => sum + value, 0);
  const byRest = exact
    .map((value, index) => ({ index, rest: value - (floors[index] ?? 0) * units }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, open);
  for (const { index } of byRest) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}

function nodeAt(compiled: CompiledPack, index: number): FlatNode {
  const node = compiled.nodes[index];
  if (node === undefined) throw new Error(`no node ${index} in ${compiled.pack.id}`);
  return node;
}
