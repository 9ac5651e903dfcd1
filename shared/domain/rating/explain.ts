import type { IsoDate } from '../../kernel/dates';
import { formatPoints, type Thousandths } from '../../kernel/decimal';
import { type CataloguePack, findItem } from '../catalogue/catalogue';
import { basisTexts } from './basis-text';
import { type Distance, distances, nameOf } from './grade-distance';
import type { Grade, PackNode, RatingPack } from './pack';
import { allNodes } from './pack-check';
import type { RatingResult } from './rate';
import { readingText } from './reading-text';
import { type TraceFact, type TraceNode, traceLines } from './trace';

/** One line of the why-view. Lines add up: `running` of the last one is the score. */
type ExplainLine = {
  readonly nodeId: string;
  readonly kind: 'base' | 'leaf' | 'limit';
  /** The names of the groups above, top first. */
  readonly path: readonly string[];
  readonly label: string;
  readonly points: Thousandths;
  readonly running: Thousandths;
  readonly weight: number | null;
  readonly facts: readonly TraceFact[];
  readonly basis: string;
  readonly verified: boolean;
  /** The pack's own remark on the rule, e.g. what is not known about it. */
  readonly note: string | null;
  readonly sentence: string;
};

type ExplainVeto = {
  readonly vetoId: string;
  readonly label: string;
  readonly ceiling: string;
  readonly basis: string;
  readonly verified: boolean;
  readonly facts: readonly TraceFact[];
  readonly sentence: string;
};

type CostlyFact = TraceFact & { readonly label: string; readonly sentence: string };

export type Explanation = {
  readonly grade: Grade;
  readonly headline: string;
  readonly lines: readonly ExplainLine[];
  readonly vetoes: readonly ExplainVeto[];
  readonly up: Distance | null;
  readonly down: Distance | null;
  /** At most three, the costliest first. */
  readonly costliest: readonly CostlyFact[];
  /** Stand above the rating: sample weights, unverified rules that played a part, stale sources. */
  readonly warnings: readonly string[];
};

/**
 * Says in Chinese sentences why a rating is what it is.
 *
 * @param pack the pack that made the result, in the same version
 * @param catalogue gives items and choices their names; without it their codes stand in
 * @example explain(pack, result).up?.sentence // '达到 90 分升为 A 级，还差 5 分'
 */
export function explain(pack: RatingPack, result: RatingResult, catalogue: CataloguePack | null = null): Explanation {
  const lines = explainLines(pack, result.trace.nodes, catalogue);
  const grade = gradeOf(pack, result.gradeCode);
  const { up, down } = distances(pack, result);
  return {
    grade,
    headline: headline(pack, result, grade),
    lines,
    vetoes: result.trace.vetoes.map((veto) => ({
      vetoId: veto.vetoId,
      label: veto.name,
      ceiling: veto.ceiling,
      basis: veto.basis.join('；'),
      verified: veto.verified,
      facts: veto.facts,
      sentence: `${veto.name}，等级不得优于${nameOf(pack, veto.ceiling)}${sources(veto.facts)}`,
    })),
    up,
    down,
    costliest: costliest(pack, result),
    warnings: warnings(pack, result, lines, catalogue),
  };
}

/** The rules of a pack whose wording was not checked against the official text, by name. */
export function unverifiedRules(pack: RatingPack): string[] {
  const ofNodes = (nodes: readonly PackNode[]): string[] =>
    nodes.flatMap((node) => [...(node.verified ? [] : [node.name]), ...ofNodes(node.children ?? [])]);
  return [
    ...(pack.base.verified ? [] : [pack.base.name]),
    ...ofNodes(pack.nodes),
    ...(pack.bonus === null
      ? []
      : [...(pack.bonus.verified ? [] : [pack.bonus.name]), ...ofNodes(pack.bonus.children)]),
    ...pack.vetoes.filter((veto) => !veto.verified).map((veto) => veto.name),
    ...pack.grades.filter((grade) => !grade.verified).map((grade) => `${grade.name}的分数区间`),
  ];
}

/** @throws Error when the result was not made by this pack: that is a bug, not an input */
export function gradeOf(pack: RatingPack, gradeCode: string): Grade {
  const grade = pack.grades.find((one) => one.code === gradeCode);
  if (grade === undefined) throw new Error(`pack ${pack.id} has no grade ${gradeCode}`);
  return grade;
}

function headline(pack: RatingPack, result: RatingResult, grade: Grade): string {
  const score = `得分 ${formatPoints(result.scoreThousandths)} 分，评为 ${grade.symbol} ${grade.name}`;
  if (result.gradeCode === result.trace.bandGradeCode) return score;
  return `${score}（按得分为${nameOf(pack, result.trace.bandGradeCode)}，因否决项下调）`;
}

function explainLines(pack: RatingPack, nodes: readonly TraceNode[], catalogue: CataloguePack | null): ExplainLine[] {
  const leaves = new Map(allNodes(pack).map(({ node }) => [node.id, node.leaf]));
  const starts: { readonly node: TraceNode; readonly path: readonly string[] }[] = [];
  const collect = (node: TraceNode, path: readonly string[]): void => {
    if (node.kind === 'group') for (const child of node.children) collect(child, groupPath(path, node, child));
    else starts.push({ node, path });
  };
  for (const node of nodes) collect(node, []);
  let running = 0;
  return starts.map(({ node, path }) => {
    running += node.points;
    return {
      nodeId: node.nodeId,
      kind: node.kind === 'group' ? 'leaf' : node.kind,
      path,
      label: node.name,
      points: node.points,
      running,
      weight: node.weight,
      facts: node.facts,
      basis: node.basis.join('；'),
      verified: node.verified,
      note: node.note,
      sentence: lineSentence(pack, node, readingText(leaves.get(node.nodeId), node.reading, catalogue)),
    };
  });
}

// A bounded leaf is a group of itself and its bound; its own name would only be repeated.
function groupPath(path: readonly string[], group: TraceNode, child: TraceNode): readonly string[] {
  const isItself = group.children.some((one) => one.nodeId === group.nodeId);
  return isItself || child.nodeId === group.nodeId ? path : [...path, group.name];
}

function lineSentence(pack: RatingPack, node: TraceNode, reading: string): string {
  if (node.kind === 'base') return `${node.name}，计 ${formatPoints(node.points)} 分`;
  if (node.kind === 'limit') {
    const beyond = formatPoints(Math.abs(node.points));
    return node.points < 0 ? `${node.name}，超出的 ${beyond} 分不计` : `${node.name}，补回 ${beyond} 分`;
  }
  const weight = node.weight === null ? '' : `（权重 ${node.weight}%）`;
  const behind = node.facts.length === 0 ? '没有计入的记录' : `计入 ${node.facts.length} 条记录`;
  const effect = pack.model === 'weighted' ? `得 ${formatPoints(node.points)} 分` : change(node.points);
  const remarks = [...new Set(node.facts.flatMap((fact) => fact.note ?? []))].map((note) => `；${note}`).join('');
  const unverified = node.verified || node.facts.length === 0 ? '' : '（该项规则未经官方文本核实）';
  return `${node.name}${weight}：${behind}${reading}，${effect}${remarks}${unverified}`;
}

function change(points: Thousandths): string {
  if (points === 0) return '不加分也不扣分';
  return points < 0 ? `扣 ${formatPoints(-points)} 分` : `加 ${formatPoints(points)} 分`;
}

function sources(facts: readonly TraceFact[]): string {
  if (facts.length === 0) return '';
  return `，见${facts.map((fact) => fact.sourceNo || `${fact.sourceOrg}${fact.occurredOn}的记录`).join('、')}`;
}

function costliest(pack: RatingPack, result: RatingResult): CostlyFact[] {
  const worse = pack.better === 'higher' ? -1 : 1;
  const byFact = new Map<
    string,
    { readonly fact: TraceFact; readonly labels: readonly string[]; readonly points: number }
  >();
  for (const line of traceLines(result.trace.nodes)) {
    for (const fact of line.facts) {
      const before = byFact.get(fact.id);
      byFact.set(fact.id, {
        fact,
        labels: [...(before?.labels ?? []), line.name],
        points: (before?.points ?? 0) + fact.points,
      });
    }
  }
  return [...byFact.values()]
    .filter((entry) => entry.points * worse > 0)
    .sort((a, b) => (b.points - a.points) * worse || (a.fact.id < b.fact.id ? -1 : 1))
    .slice(0, 3)
    .map(({ fact, labels, points }) => {
      const label = labels.join('、');
      const source = [fact.sourceOrg, fact.sourceNo].filter((text) => text !== '').join(' ');
      return {
        ...fact,
        points,
        label,
        sentence: `${fact.occurredOn} ${label}${source === '' ? '' : `（${source}）`}，${change(points)}`,
      };
    });
}

function warnings(
  pack: RatingPack,
  result: RatingResult,
  lines: readonly ExplainLine[],
  catalogue: CataloguePack | null,
): string[] {
  const unverified = lines.filter((line) => !line.verified && line.facts.length > 0).map((line) => line.label);
  return [
    ...(pack.notice === null ? [] : [pack.notice]),
    // The notice of a sample pack says it for all its rules already.
    ...(unverified.length === 0 || pack.status === 'sample'
      ? []
      : [`以下计分规则未经官方文本核实：${[...new Set(unverified)].join('、')}`]),
    ...repealedBases(pack, result.asOf),
    ...result.trace.stale.map((source) => {
      const name = (catalogue && findItem(catalogue, source.itemCode)?.name) ?? source.itemCode;
      return source.latestOn === null
        ? `缺少“${name}”，请补充后重新评价`
        : `“${name}”最近一次数据为 ${source.latestOn}，已超过 ${source.maxDays} 天，请更新后重新评价`;
    }),
  ];
}

function repealedBases(pack: RatingPack, asOf: IsoDate): string[] {
  return pack.bases
    .filter((basis) => basis.to !== null && basis.to < asOf)
    .map((basis) => `依据${basisTexts(pack, [basis.id]).join('')}已于 ${basis.to} 失效`);
}
