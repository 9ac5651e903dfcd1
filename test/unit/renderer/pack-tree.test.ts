import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PackNode, RatingPack } from '#shared/domain/rating/pack';
import { allNodes, packProblems } from '#shared/domain/rating/pack-check';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { getAt, insertAt, moveAt, pathOf, removeAt, setAt } from '../../../renderer/features/pack/json-path';
import { partAt, partsOf } from '../../../renderer/features/pack/pack-parts';
import {
  addChild,
  addEntry,
  addSibling,
  canRemove,
  demote,
  promote,
  removePart,
  shiftPart,
} from '../../../renderer/features/pack/tree-edit';
import { withModel } from '../../../renderer/features/pack/weights';

const read = (name: string): RatingPack =>
  parseRatingPack(JSON.parse(readFileSync(`resources/packs/rating/${name}.v1.json`, 'utf8')));
const weighted = read('enterprise-ip-sample');
const points = read('patent-agency-credit');
const nodeAt = (pack: RatingPack, path: string) => getAt(pack, pathOf(path)) as PackNode;
const ids = (pack: RatingPack) => allNodes(pack).map(({ node }) => node.id);

describe('a place in a pack', () => {
  it('leaves the draft before untouched, so that a step back finds it', () => {
    const before = { a: [{ b: 1 }, { b: 2 }], c: 'x' };
    const after = setAt(before, pathOf('a.1.b'), 3);
    expect(before.a[1]?.b).toBe(2);
    expect(after).toEqual({ a: [{ b: 1 }, { b: 3 }], c: 'x' });
    expect(after.a[0]).toBe(before.a[0]);
  });

  it('takes a blank member away instead of leaving null in the file', () => {
    expect(setAt({ name: 'x', note: 'y' }, ['note'], undefined)).toEqual({ name: 'x' });
  });

  it('never moves an entry out of its list', () => {
    const box = { list: [1, 2, 3] };
    expect(moveAt(box, ['list', 0], -1)).toBe(box);
    expect(moveAt(box, ['list', 2], 1)).toBe(box);
    expect(moveAt(box, ['list', 0], 1)).toEqual({ list: [2, 1, 3] });
    expect(insertAt({}, ['list'], 0, 7)).toEqual({ list: [7] });
    expect(removeAt(box, ['list', 1])).toEqual({ list: [1, 3] });
  });
});

describe('the tree of a pack', () => {
  it('lists every indicator under its own place, at any depth', () => {
    for (const pack of [weighted, points]) {
      const parts = partsOf(pack);
      const paths = parts.filter(({ kind }) => kind === 'node').map(({ path }) => path);
      expect(paths).toEqual(allNodes(pack).map(({ path }) => path));
      for (const path of paths) expect(partAt(`${path}.leaf.facts.items.0`)).toBe(path);
    }
  });

  it('leads from the place of a problem to the part whose form holds it', () => {
    expect(partAt('nodes.0.children.1.leaf.scale.bands.2')).toBe('nodes.0.children.1');
    expect(partAt('nodes.0.children.1.children')).toBe('nodes.0.children.1');
    expect(partAt('nodes.3.children')).toBe('nodes.3');
    expect(partAt('nodes')).toBe('nodes');
    expect(partAt('bonus.cap')).toBe('bonus');
    expect(partAt('bonus.children.2.name')).toBe('bonus.children.2');
    expect(partAt('grades.1.entails.measures.0.text')).toBe('grades.1');
    expect(partAt('dataAgeLimits.0.item')).toBe('dataAgeLimits');
    expect(partAt('base.points')).toBe('base');
    expect(partAt('floor')).toBe('base');
    expect(partAt('model')).toBe('nodes');
    expect(partAt('extends.changes')).toBe('head');
    expect(partAt('')).toBe('head');
  });

  it('gives a new indicator an id of its own and the weight that is left', () => {
    const short = setAt(weighted, pathOf('nodes.0.weight'), 10);
    const { pack, path } = addSibling(short, 'nodes.0');
    expect(path).toBe('nodes.1');
    expect(nodeAt(pack, path).weight).toBe(20);
    expect(new Set(ids(pack)).size).toBe(ids(pack).length);
  });

  it('gives no weight where points simply add up', () => {
    const { pack, path } = addSibling(points, 'nodes.0');
    expect(nodeAt(pack, path)).not.toHaveProperty('weight');
  });

  it('loses no way of scoring when an indicator gets its first part', () => {
    const before = nodeAt(points, 'nodes.0.children.0');
    const { pack, path } = addChild(points, 'nodes.0.children.0');
    expect(path).toBe('nodes.0.children.0.children.0');
    expect(nodeAt(pack, path).leaf).toBe(before.leaf);
    expect(nodeAt(pack, 'nodes.0.children.0')).not.toHaveProperty('leaf');
  });

  it('lets an indicator score by itself again when its last part goes', () => {
    const grown = addChild(points, 'nodes.0.children.0');
    const { pack, path } = removePart(grown.pack, grown.path);
    expect(path).toBe('nodes.0.children.0');
    expect(nodeAt(pack, path)).toHaveProperty('leaf');
    expect(nodeAt(pack, path)).not.toHaveProperty('children');
  });

  it('moves a part up a level behind its parent and down into the one before it', () => {
    const id = nodeAt(weighted, 'nodes.0.children.1').id;
    const up = promote(weighted, 'nodes.0.children.1');
    expect(up.path).toBe('nodes.1');
    expect(nodeAt(up.pack, up.path).id).toBe(id);
    const down = demote(up.pack, up.path);
    expect(down.path).toBe('nodes.0.children.1');
    expect(ids(down.pack)).toEqual(ids(weighted));
  });

  it('takes the weight away from an indicator that moves to where none counts', () => {
    const mixed = setAt(weighted, pathOf('nodes.0.combine'), undefined);
    const second = demote(mixed, 'nodes.1');
    expect(second.path).toBe('nodes.0.children.2');
    expect(nodeAt(second.pack, second.path)).not.toHaveProperty('weight');
  });

  it('refuses what cannot be: the last indicator, a heading, a move over the edge', () => {
    const one = { ...weighted, nodes: weighted.nodes.slice(0, 1) };
    expect(canRemove(one, 'nodes.0')).toBe(false);
    expect(canRemove(weighted, 'vetoes')).toBe(false);
    expect(canRemove({ ...weighted, grades: weighted.grades.slice(0, 2) }, 'grades.0')).toBe(false);
    expect(shiftPart(weighted, 'nodes.0', -1).pack).toBe(weighted);
    expect(promote(weighted, 'nodes.0').pack).toBe(weighted);
    expect(demote(weighted, 'nodes.0').pack).toBe(weighted);
  });

  it('keeps the grades covering every score through adding, moving and removing', () => {
    const added = addEntry(weighted, 'grades', '2026-11-25').pack;
    const moved = shiftPart(added, 'grades.0', 1).pack;
    const removed = removePart(moved, 'grades.1').pack;
    for (const pack of [added, moved, removed]) {
      expect(packProblems(pack, null).filter(({ path }) => /^grades(\.\d+)?$/.test(path))).toEqual([]);
    }
    expect(moved.grades[1]?.code).toBe(weighted.grades[0]?.code);
    expect(moved.grades[0]?.below).toBe(weighted.grades[0]?.below);
  });

  it('makes weights that add up to exactly 100 when the model changes, and takes them away again', () => {
    const three: RatingPack = {
      ...points,
      nodes: [0, 1, 2].map((at) => ({ ...nodeAt(points, 'nodes.0'), id: `X${at}` })),
    };
    const model = withModel(three, 'weighted');
    expect(model.nodes.map(({ weight }) => weight)).toEqual([34, 33, 33]);
    expect(withModel(model, 'points').nodes.every((node) => !('weight' in node))).toBe(true);
  });
});
