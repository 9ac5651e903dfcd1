import { formatPoints } from '../../kernel/decimal';
import type { FieldProblem } from '../../kernel/errors';
import { toThousandths } from '../catalogue/thousandths';
import type { Combine, PackNode, RatingPack } from './pack';

const WHOLE = 100_000;
/** Beyond this the product of the weights along a path no longer fits exact integers. */
const MAX_UNITS = 1e9;

/** Weights stand exactly where the parent is weighted, are above zero and add up to 100. */
export function weightProblems(pack: RatingPack): FieldProblem[] {
  return [
    ...siblingProblems(pack.nodes, pack.model, 'nodes'),
    ...siblingProblems(pack.bonus?.children ?? [], 'points', 'bonus.children'),
    ...(unitsOf(pack.nodes, pack.model) > MAX_UNITS
      ? [{ path: 'nodes', message: '各层权重的小数位过多，无法精确计算，请减少权重的小数位或层次' }]
      : []),
  ];
}

function siblingProblems(nodes: readonly PackNode[], combine: Combine, path: string): FieldProblem[] {
  const problems = nodes.flatMap((node, i) => [
    ...weightProblem(node, combine, `${path}.${i}.weight`),
    ...siblingProblems(node.children ?? [], node.combine ?? 'points', `${path}.${i}.children`),
  ]);
  if (combine !== 'weighted') return problems;
  const sum = nodes.reduce((total, node) => total + weightOf(node), 0);
  if (sum === WHOLE) return problems;
  return [...problems, { path, message: `同级权重合计应为 100，现为 ${formatPoints(sum)}` }];
}

function weightProblem(node: PackNode, combine: Combine, path: string): FieldProblem[] {
  if (combine === 'points') {
    return node.weight === undefined ? [] : [{ path, message: '上级按分值相加，此处不得填写权重' }];
  }
  if (node.weight === undefined) return [{ path, message: '上级按权重计算，应当填写权重' }];
  return node.weight > 0 ? [] : [{ path, message: '权重应当大于 0' }];
}

/**
 * The smallest whole number by which every weighted value below these siblings can be multiplied so that
 * all sums stay integers: values are counted in 1/units of a thousandth of a point.
 */
export function unitsOf(nodes: readonly PackNode[], combine: Combine): number {
  return nodes.reduce((units, node) => {
    const own = node.children === undefined ? 1 : unitsOf(node.children, node.combine ?? 'points');
    const { over } = shareOf(node, combine);
    return leastCommonMultiple(units, own * over);
  }, 1);
}

/** The share of a node in its parent as a reduced fraction. */
export function shareOf(node: PackNode, combine: Combine): { readonly part: number; readonly over: number } {
  if (combine === 'points') return { part: 1, over: 1 };
  const weight = weightOf(node);
  const divisor = greatestCommonDivisor(weight, WHOLE);
  return { part: weight / divisor, over: WHOLE / divisor };
}

function weightOf(node: PackNode): number {
  return toThousandths(node.weight ?? 0) ?? 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function leastCommonMultiple(a: number, b: number): number {
  return a === 0 || b === 0 ? a + b : (a / greatestCommonDivisor(a, b)) * b;
}
