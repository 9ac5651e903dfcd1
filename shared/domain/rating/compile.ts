import type { IsoDate } from '../../kernel/dates';
import { toThousandths } from '../catalogue/thousandths';
import { basisTexts } from './basis-text';
import { edgesOf } from './interval';
import type { Leaf } from './leaf';
import type { Combine, PackNode, RatingPack } from './pack';
import { shareOf, unitsOf } from './pack-weights';
import { type Rater, raterAt } from './rater';

/**
 * One node of the tree laid out flat, children before their parent, the root last. Values are integers of
 * 1/`units` of a thousandth of a point; `toParent` and `toScore` are the whole factors upwards.
 */
export type FlatNode = {
  readonly id: string;
  readonly name: string;
  readonly source: Pick<PackNode, 'verified' | 'note' | 'weight' | 'floor' | 'cap'>;
  /** Texts of the cited bases. */
  readonly basis: readonly string[];
  readonly parent: number;
  readonly children: readonly number[];
  readonly leaf: Leaf | null;
  readonly units: number;
  readonly low: number;
  readonly high: number;
  readonly toParent: number;
  readonly toScore: number;
};

/** So many days of one pack are kept prepared; asking again for one of them costs nothing. */
const MOST_DAYS = 64;

/** A pack made ready once for any number of subjects. */
export type CompiledPack = {
  readonly pack: RatingPack;
  readonly nodes: readonly FlatNode[];
  /** Upper edge of each grade in thousandths, in the order of the pack. */
  readonly gradeHighs: readonly (number | null)[];
  /** Binds the reference date: windows and conditions are prepared once for all subjects. */
  readonly at: (asOf: IsoDate) => Rater;
};

/**
 * Prepares a parsed pack.
 *
 * @example
 * const rater = compilePack(pack).at('2026-11-23');
 * for (const [subject, facts] of gathered) rater.score(subject, facts); // { scoreThousandths, gradeCode }
 */
export function compilePack(pack: RatingPack): CompiledPack {
  const nodes = flatten(pack);
  const gradeHighs = pack.grades.map((grade) => edgesOf(grade).high);
  const compiled = { pack, nodes, gradeHighs };
  const raters = new Map<IsoDate, Rater>();
  return {
    ...compiled,
    at: (asOf) => {
      const known = raters.get(asOf);
      if (known !== undefined) return known;
      if (raters.size >= MOST_DAYS) raters.clear();
      const rater = raterAt(compiled, asOf);
      raters.set(asOf, rater);
      return rater;
    },
  };
}

type Draft = Omit<FlatNode, 'parent' | 'toParent' | 'toScore'> & { parent: number; toParent: number; toScore: number };

function flatten(pack: RatingPack): FlatNode[] {
  const flat: Draft[] = [];
  const { bonus } = pack;
  const bonusNode: PackNode[] = bonus === null ? [] : [{ ...bonus, combine: 'points' }];
  const placed = [
    ...pack.nodes.map((node) => ({ node, combine: pack.model })),
    ...bonusNode.map((node) => ({ node, combine: 'points' as const })),
  ];
  const root: PackNode = {
    id: '',
    name: '总分',
    basis: pack.base.basis,
    verified: pack.base.verified,
    ...(pack.floor === undefined ? {} : { floor: pack.floor }),
    ...(pack.cap === undefined ? {} : { cap: pack.cap }),
  };
  const units = unitsOf(pack.nodes, pack.model);
  add(pack, flat, root, placed, units);
  // Parents stand behind their children, so from the root backwards every parent is known first.
  for (let i = flat.length - 2; i >= 0; i--) {
    const node = flat[i];
    const parent = node === undefined ? undefined : flat[node.parent];
    if (node !== undefined && parent !== undefined) node.toScore = node.toParent * parent.toScore;
  }
  return flat;
}

type Placed = { readonly node: PackNode; readonly combine: Combine };

function add(pack: RatingPack, flat: Draft[], node: PackNode, children: readonly Placed[], units: number): number {
  const indexes = children.map(({ node: child }) => {
    const combine = child.combine ?? 'points';
    const below = (child.children ?? []).map((one) => ({ node: one, combine }));
    return add(pack, flat, child, below, unitsOf(child.children ?? [], combine));
  });
  const index = flat.length;
  children.forEach(({ node: child, combine }, i) => {
    const placed = flat[indexes[i] ?? -1];
    if (placed === undefined) return;
    const { part, over } = shareOf(child, combine);
    placed.parent = index;
    placed.toParent = (part * units) / (over * placed.units);
  });
  flat.push({
    id: node.id,
    name: node.name,
    source: node,
    basis: basisTexts(pack, node.basis),
    parent: -1,
    children: indexes,
    leaf: node.leaf ?? null,
    units,
    low: bound(node.floor, units, Number.NEGATIVE_INFINITY),
    high: bound(node.cap, units, Number.POSITIVE_INFINITY),
    toParent: 1,
    toScore: 1,
  });
  return index;
}

function bound(value: number | undefined, units: number, open: number): number {
  return value === undefined ? open : (toThousandths(value) ?? Number.NaN) * units;
}
