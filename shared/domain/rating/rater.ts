import { invariant } from '../../kernel/assert';
import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { toThousandths } from '../catalogue/thousandths';
import type { CompiledPack } from './compile';
import type { RatingSubject } from './condition';
import { compareFacts, type RatingFact, standsOn } from './fact';
import { intervalIndex } from './interval';
import type { Selection } from './leaf';
import { type LeafMeasure, measureLeaf } from './measure-leaf';
import type { Veto } from './pack';
import { type FactTest, factTest, subjectOnlyTest } from './test-condition';
import { inWindow } from './window';

/** A score in thousandths of a point and the grade after vetoes. */
export type Score = { readonly scoreThousandths: number; readonly gradeCode: string };

/** Everything one evaluation found; the trace is drawn from it. */
export type Evaluation = Score & {
  readonly asOf: IsoDate;
  /** The grade by score alone. */
  readonly bandGradeCode: string;
  /** By node: value before and after floor and cap, in the node's own units. */
  readonly raw: readonly number[];
  readonly values: readonly number[];
  /** By node: the facts of each selection of its leaf. */
  readonly lists: readonly (readonly (readonly RatingFact[])[])[];
  readonly measures: readonly (LeafMeasure | null)[];
  readonly vetoes: readonly { readonly veto: Veto; readonly facts: readonly RatingFact[] }[];
  readonly standing: readonly RatingFact[];
};

/** A pack at one reference date. */
export type Rater = {
  readonly score: (subject: RatingSubject, facts: readonly RatingFact[]) => Score;
  readonly evaluate: (subject: RatingSubject, facts: readonly RatingFact[]) => Evaluation;
};

type Slot = { readonly list: number; readonly test: FactTest };
type Prepared = {
  readonly measures: readonly (LeafMeasure | null)[];
  /** Points of a leaf that read no fact at all; null where the subject decides. */
  readonly idle: readonly (number | null)[];
  /** First list of each node, then of each veto. */
  readonly firstList: readonly number[];
  readonly firstVetoList: readonly number[];
  readonly listCount: number;
  readonly slots: ReadonlyMap<string, readonly Slot[]>;
  readonly vetoes: readonly { readonly veto: Veto; readonly subject: (subject: RatingSubject) => boolean }[];
};

const NONE: readonly RatingFact[] = [];
const NOBODY: RatingSubject = { id: '', kind: '', status: '', tags: [] };

/** Prepares windows, conditions and leaves of a compiled pack for one day. */
export function raterAt(compiled: Omit<CompiledPack, 'at'>, asOf: IsoDate): Rater {
  const prepared = prepare(compiled, asOf);
  const evaluate = (subject: RatingSubject, facts: readonly RatingFact[]) =>
    evaluateOne(compiled, prepared, asOf, subject, facts);
  return {
    evaluate,
    score: (subject, facts) => {
      const { scoreThousandths, gradeCode } = evaluate(subject, facts);
      return { scoreThousandths, gradeCode };
    },
  };
}

function prepare(compiled: Omit<CompiledPack, 'at'>, asOf: IsoDate): Prepared {
  const slots = new Map<string, Slot[]>();
  let listCount = 0;
  const place = (selections: readonly Selection[]): number => {
    const first = listCount;
    for (const selection of selections) {
      const test = selectionTest(selection, asOf);
      for (const item of new Set(selection.items)) {
        slots.set(item, [...(slots.get(item) ?? []), { list: listCount, test }]);
      }
      listCount += 1;
    }
    return first;
  };
  const measures = compiled.nodes.map((node) => (node.leaf === null ? null : measureLeaf(node.leaf, asOf)));
  const firstList = measures.map((measure) => place(measure?.selections ?? []));
  const firstVetoList = compiled.pack.vetoes.map((veto) => place(veto.facts === undefined ? [] : [veto.facts]));
  return {
    measures,
    idle: measures.map((measure) => (measure === null || measure.readsSubject ? null : measure.points([], NOBODY))),
    firstList,
    firstVetoList,
    listCount,
    slots,
    vetoes: compiled.pack.vetoes.map((veto) => ({
      veto,
      subject: veto.subject === undefined ? () => true : subjectOnlyTest(veto.subject, asOf),
    })),
  };
}

function selectionTest(selection: Selection, asOf: IsoDate): FactTest {
  const within = inWindow(selection.window, asOf);
  const whose: ReadonlySet<string> = new Set(selection.from ?? ['self']);
  const theirs = (fact: RatingFact) => whose.has(fact.via?.relation ?? 'self');
  if (selection.where === undefined) return (fact) => theirs(fact) && within(fact);
  const where = factTest(selection.where, asOf);
  return (fact, subject) => theirs(fact) && within(fact) && where(fact, subject);
}

function evaluateOne(
  compiled: Omit<CompiledPack, 'at'>,
  prepared: Prepared,
  asOf: IsoDate,
  subject: RatingSubject,
  facts: readonly RatingFact[],
): Evaluation {
  const standing = standingFacts(facts, asOf);
  const filled = sortIntoLists(prepared, subject, standing);
  const list = (index: number): readonly RatingFact[] => filled[index] ?? NONE;
  const { nodes, pack, gradeHighs } = compiled;
  const lists: (readonly (readonly RatingFact[])[])[] = [];
  const raw: number[] = new Array(nodes.length).fill(0);
  const values: number[] = new Array(nodes.length).fill(0);
  const last = nodes.length - 1;
  raw[last] = (toThousandths(pack.base.points) ?? 0) * (nodes[last]?.units ?? 1);
  nodes.forEach((node, i) => {
    const measure = prepared.measures[i] ?? null;
    if (measure !== null) {
      const first = prepared.firstList[i] ?? 0;
      const own = measure.selections.map((_selection, k) => list(first + k));
      lists.push(own);
      const idle = prepared.idle[i] ?? null;
      raw[i] = idle !== null && own.every((one) => one.length === 0) ? idle : measure.points(own, subject);
    } else lists.push([]);
    // Adding zero turns -0 into 0, so that equal results are equal bytes and equal values.
    const value = Math.min(Math.max(raw[i] ?? 0, node.low), node.high) + 0;
    values[i] = value;
    if (i < last) raw[node.parent] = (raw[node.parent] ?? 0) + value * node.toParent;
  });
  const total = values[last] ?? 0;
  invariant(Number.isSafeInteger(total), `score of ${subject.id} is not an exact integer`);
  const scoreThousandths = roundRatio(total, nodes[last]?.units ?? 1);
  const band = intervalIndex(gradeHighs, scoreThousandths);
  const struck = prepared.vetoes.flatMap(({ veto, subject: applies }, i) => {
    const own = veto.facts === undefined ? NONE : list(prepared.firstVetoList[i] ?? 0);
    const met = applies(subject) && (veto.facts === undefined || own.length >= veto.atLeast);
    return met ? [{ veto, facts: own }] : [];
  });
  const grade = worstGrade(
    compiled,
    band,
    struck.map(({ veto }) => veto.ceiling),
  );
  return {
    asOf,
    scoreThousandths,
    gradeCode: pack.grades[grade]?.code ?? '',
    bandGradeCode: pack.grades[band]?.code ?? '',
    raw,
    values,
    lists,
    measures: prepared.measures,
    vetoes: struck,
    standing,
  };
}

function standingFacts(facts: readonly RatingFact[], asOf: IsoDate): RatingFact[] {
  const standing = facts.filter((fact) => standsOn(fact, asOf));
  if (standing.length < 2) return standing;
  if (new Set(standing.map((fact) => fact.id)).size !== standing.length) {
    throw new AppError('bad_input', '同一条信用信息重复提交评价，请检查数据后重试');
  }
  return standing.sort(compareFacts);
}

function sortIntoLists(prepared: Prepared, subject: RatingSubject, facts: readonly RatingFact[]): RatingFact[][] {
  const filled: RatingFact[][] = [];
  for (const fact of facts) {
    for (const slot of prepared.slots.get(fact.itemCode) ?? []) {
      if (!slot.test(fact, subject)) continue;
      const list = filled[slot.list];
      if (list === undefined) filled[slot.list] = [fact];
      else list.push(fact);
    }
  }
  return filled;
}

function worstGrade(compiled: Omit<CompiledPack, 'at'>, band: number, ceilings: readonly string[]): number {
  const { grades, better } = compiled.pack;
  return ceilings.reduce((worst, ceiling) => {
    const index = grades.findIndex((grade) => grade.code === ceiling);
    return better === 'higher' ? Math.min(worst, index) : Math.max(worst, index);
  }, band);
}

/** Half up, in whole numbers only: a float quotient could tip a grade at its edge. */
export function roundRatio(value: number, units: number): number {
  const floor = floorRatio(value, units);
  return 2 * (value - floor * units) >= units ? floor + 1 : floor;
}

export function floorRatio(value: number, units: number): number {
  const rest = value % units;
  return (value - rest) / units - (rest < 0 ? 1 : 0) + 0;
}
