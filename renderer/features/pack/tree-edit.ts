import type { Combine, PackNode, RatingPack } from '#shared/domain/rating/pack';
import { allNodes } from '#shared/domain/rating/pack-check';
import type { IsoDate } from '#shared/kernel/dates';
import { blankBasis, blankBonus, blankCase, blankGrade, blankLeaf, blankNode, blankVeto, freshId } from './blanks';
import { addBand, removeBand, swapBands } from './intervals';
import { getAt, insertAt, moveAt, type Path, pathOf, removeAt, setAt, textOf } from './json-path';

/** The pack after an edit of its tree, and the part to stand on. */
export type Edited = { readonly pack: RatingPack; readonly path: string };

const nodeAt = (pack: RatingPack, path: Path): PackNode => getAt(pack, path) as PackNode;
const isNodePath = (path: Path): boolean =>
  (path[0] === 'nodes' && path.length >= 2) || (path[0] === 'bonus' && path.length >= 3);

/** How the values of the siblings in this list make the value above them. */
export function combineIn(pack: RatingPack, list: Path): Combine {
  if (list[0] === 'nodes' && list.length === 1) return pack.model;
  if (list[0] === 'bonus' && list.length === 2) return 'points';
  return nodeAt(pack, list.slice(0, -1)).combine ?? 'points';
}

export const weightsLeft = (pack: RatingPack, list: Path): number => {
  const nodes = (getAt(pack, list) ?? []) as readonly PackNode[];
  const sum = nodes.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 1000), 0);
  return (100_000 - sum) / 1000;
};

/** The weight that a node needs in this list: kept, set to what is left of 100, or taken away. */
function weighed(pack: RatingPack, list: Path, node: PackNode): PackNode {
  const { weight, ...rest } = node;
  if (combineIn(pack, list) === 'points') return rest;
  if (weight !== undefined) return node;
  const left = weightsLeft(pack, list);
  return left > 0 ? { ...rest, weight: left } : rest;
}

const takenIds = (pack: RatingPack): readonly string[] => [
  ...allNodes(pack).map(({ node }) => node.id),
  ...(pack.bonus ? [pack.bonus.id] : []),
  ...pack.vetoes.map(({ id }) => id),
];

/** A new indicator after this one; on a heading it becomes the last of the list. */
export function addSibling(pack: RatingPack, part: string): Edited {
  const path = pathOf(part);
  if (!isNodePath(path)) return addChild(pack, part);
  const list = path.slice(0, -1);
  const at = Number(path.at(-1)) + 1;
  const basis = nodeAt(pack, path).basis;
  const node = blankNode(freshId(takenIds(pack), `${idAbove(pack, list)}-`), basis);
  return { pack: insertAt(pack, list, at, weighed(pack, list, node)), path: textOf([...list, at]) };
}

/** A new indicator inside this one. An indicator with a way of scoring hands it down, so that nothing is lost. */
export function addChild(pack: RatingPack, part: string): Edited {
  const path = pathOf(part);
  if (part === 'bonus' && pack.bonus === null) {
    return { pack: { ...pack, bonus: blankBonus(pack, takenIds(pack)) }, path: 'bonus' };
  }
  const list: Path = part === 'nodes' ? ['nodes'] : [...path, 'children'];
  const id = freshId(takenIds(pack), `${idAbove(pack, list)}-`);
  const above = part === 'nodes' ? undefined : nodeAt(pack, path);
  const basis = above?.basis ?? pack.bases.slice(0, 1).map((one) => one.id);
  if (above?.leaf !== undefined) {
    const child: PackNode = { ...blankNode(id, basis, above.leaf), name: `${above.name}（细项）` };
    const { leaf: _, mayImprove, ...rest } = above;
    const moved = mayImprove === undefined ? child : { ...child, mayImprove };
    return { pack: setAt(pack, path, { ...rest, children: [moved] }), path: textOf([...list, 0]) };
  }
  const at = ((getAt(pack, list) ?? []) as readonly unknown[]).length;
  return {
    pack: insertAt(pack, list, at, weighed(pack, list, blankNode(id, basis))),
    path: textOf([...list, at]),
  };
}

function idAbove(pack: RatingPack, list: Path): string {
  if (list.length === 1) return 'N';
  return (getAt(pack, list.slice(0, -1)) as { readonly id?: string }).id || 'N';
}

/** A new entry at the end of one of the flat lists. */
export function addEntry(pack: RatingPack, list: 'vetoes' | 'grades' | 'bases' | 'cases', today: IsoDate): Edited {
  const at = pack[list].length;
  if (list === 'grades')
    return { pack: { ...pack, grades: [...addBand(pack.grades, blankGrade(pack))] }, path: `${list}.${at}` };
  const entry = {
    vetoes: () => blankVeto(pack),
    bases: () => blankBasis(pack, today),
    cases: () => blankCase(pack, today),
  }[list]();
  return { pack: insertAt(pack, [list], at, entry), path: `${list}.${at}` };
}

/** Can this part be taken away? The headings, the head and the base cannot; nor can the last indicator. */
export function canRemove(pack: RatingPack, part: string): boolean {
  const path = pathOf(part);
  if (part === 'bonus') return pack.bonus !== null;
  if (path[0] === 'nodes') return path.length > 2 || (path.length === 2 && pack.nodes.length > 1);
  if (path[0] === 'bonus') return path.length > 3 || (pack.bonus?.children.length ?? 0) > 1;
  if (path[0] === 'grades' && pack.grades.length <= 2) return false;
  return path.length === 2 && typeof path[1] === 'number' && path[0] !== 'dataAgeLimits';
}

/** Takes the part away with everything in it; an indicator that lost its last part scores by itself again. */
export function removePart(pack: RatingPack, part: string): Edited {
  if (!canRemove(pack, part)) return { pack, path: part };
  if (part === 'bonus') return { pack: { ...pack, bonus: null }, path: 'bonus' };
  const path = pathOf(part);
  const list = path.slice(0, -1);
  const at = Number(path.at(-1));
  const without = list[0] === 'grades' ? { ...pack, grades: [...removeBand(pack.grades, at)] } : removeAt(pack, path);
  const left = ((getAt(without, list) ?? []) as readonly unknown[]).length;
  const parent = list.slice(0, -1);
  if (left === 0 && isNodePath(parent)) return { pack: toLeaf(without, parent), path: textOf(parent) };
  const stand = left === 0 ? list : [...list, Math.min(at, left - 1)];
  return { pack: without, path: textOf(stand) };
}

function toLeaf(pack: RatingPack, path: Path): RatingPack {
  const { children: _c, combine: _b, ...rest } = nodeAt(pack, path);
  return setAt(pack, path, { ...rest, leaf: blankLeaf() });
}

/** Up or down among its siblings. */
export function shiftPart(pack: RatingPack, part: string, by: -1 | 1): Edited {
  const path = pathOf(part);
  const at = Number(path.at(-1)) + by;
  const moved = shifted(pack, path, by);
  return moved === pack ? { pack, path: part } : { pack: moved, path: textOf([...path.slice(0, -1), at]) };
}

function shifted(pack: RatingPack, path: Path, by: -1 | 1): RatingPack {
  const at = path.at(-1);
  if (typeof at !== 'number') return pack;
  if (path[0] !== 'grades') return moveAt(pack, path, by);
  // The grades change places, the scores at which they begin do not.
  const grades = swapBands(pack.grades, at, by);
  return grades === pack.grades ? pack : { ...pack, grades: [...grades] };
}

/** One level up: it stands after the indicator that held it. */
export function promote(pack: RatingPack, part: string): Edited {
  const path = pathOf(part);
  const parent = path.slice(0, -2);
  if (!isNodePath(path) || !isNodePath(parent)) return { pack, path: part };
  const node = nodeAt(pack, path);
  const list = parent.slice(0, -1);
  const at = Number(parent.at(-1)) + 1;
  const taken = removeAt(pack, path);
  const closed = (nodeAt(taken, parent).children ?? []).length === 0 ? toLeaf(taken, parent) : taken;
  return { pack: insertAt(closed, list, at, weighed(closed, list, node)), path: textOf([...list, at]) };
}

/** One level down: it becomes the last part of the indicator before it, when that one has parts. */
export function demote(pack: RatingPack, part: string): Edited {
  const path = pathOf(part);
  const at = Number(path.at(-1));
  if (!isNodePath(path) || at === 0) return { pack, path: part };
  const before: Path = [...path.slice(0, -1), at - 1];
  if (nodeAt(pack, before).children === undefined) return { pack, path: part };
  const node = nodeAt(pack, path);
  const taken = removeAt(pack, path);
  const list: Path = [...before, 'children'];
  const end = (nodeAt(taken, before).children ?? []).length;
  return { pack: insertAt(taken, list, end, weighed(taken, list, node)), path: textOf([...list, end]) };
}
