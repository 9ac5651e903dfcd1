import type { RatingPack } from '#shared/domain/rating/pack';
import type { IsoDate } from '#shared/kernel/dates';
import { pathOf } from './json-path';
import type { PartKind } from './pack-parts';
import {
  addChild,
  addEntry,
  addSibling,
  canRemove,
  demote,
  type Edited,
  promote,
  removePart,
  shiftPart,
} from './tree-edit';

type TreeAction = { readonly can: boolean; readonly run: () => void };

/** What can be done with the chosen part; the same by buttons and by keys. */
export type TreeActions = Readonly<
  Record<'add' | 'inside' | 'up' | 'down' | 'promote' | 'demote' | 'remove', TreeAction>
>;

type Edit = (change: (pack: RatingPack) => Edited) => void;

const LISTS = ['vetoes', 'grades', 'bases', 'cases'] as const;
type List = (typeof LISTS)[number];

/** The list that a part belongs to, when it is one of the flat ones. */
const listOf = (part: string): List | undefined => LISTS.find((list) => part === list || part.startsWith(`${list}.`));

/** @param kind of the chosen part */
export function treeActions(pack: RatingPack, part: string, kind: PartKind, edit: Edit, today: IsoDate): TreeActions {
  const list = listOf(part);
  const inTree = kind === 'nodes' || kind === 'node' || kind === 'bonus';
  const tryEdit = (change: (of: RatingPack) => Edited): TreeAction => {
    const can = change(pack).pack !== pack;
    return { can, run: () => can && edit(change) };
  };
  const none: TreeAction = { can: false, run: () => undefined };
  const add = list ? tryEdit((of) => addEntry(of, list, today)) : inTree ? tryEdit((of) => addSibling(of, part)) : none;
  const isEntry = typeof pathOf(part).at(-1) === 'number';
  return {
    add,
    inside: kind === 'node' ? tryEdit((of) => addChild(of, part)) : none,
    up: isEntry ? tryEdit((of) => shiftPart(of, part, -1)) : none,
    down: isEntry ? tryEdit((of) => shiftPart(of, part, 1)) : none,
    promote: kind === 'node' ? tryEdit((of) => promote(of, part)) : none,
    demote: kind === 'node' ? tryEdit((of) => demote(of, part)) : none,
    remove: canRemove(pack, part) ? tryEdit((of) => removePart(of, part)) : none,
  };
}
