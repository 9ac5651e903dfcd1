import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingFact } from '#shared/domain/rating/fact';
import { selectionsOf } from '#shared/domain/rating/leaf';
import { nextChangeDay } from '#shared/domain/rating/next-change';
import type { RatingPack } from '#shared/domain/rating/pack';
import { allNodes } from '#shared/domain/rating/pack-check';
import { factRemovals, rate } from '#shared/domain/rating/rate';
import { traceLines } from '#shared/domain/rating/trace';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { addDays } from '#shared/kernel/dates';
import { ASOF, catalogue, itemsFor, loadPack, pick, type Random, randomFact, seeded, subjectOf } from './shipped-packs';

const names = readdirSync(join(import.meta.dirname, '../../../resources/packs/rating'))
  .filter((name) => /\.v\d+\.json$/.test(name))
  .map((name) => name.replace('.json', ''));
const ROUNDS = 120;
/** Records whose announced effect was compared, over all packs. */
let announced = 0;

/** Items that the pack reads, so that random records mean something to it. */
function itemsRead(pack: RatingPack) {
  const codes = new Set(
    [
      ...allNodes(pack).flatMap(({ node }) => (node.leaf === undefined ? [] : selectionsOf(node.leaf))),
      ...pack.vetoes.flatMap((veto) => (veto.facts === undefined ? [] : [{ facts: veto.facts }])),
    ].flatMap(({ facts }) => facts.items),
  );
  return itemsFor(pack.subjectKinds[0] ?? '').filter((item) => codes.has(item.code));
}

function records(pack: RatingPack, random: Random): RatingFact[] {
  const items = itemsRead(pack);
  return Array.from({ length: random(8) }, (_, i) => randomFact(pick(items, random), random, { id: `f${i}` }));
}

const rank = (pack: RatingPack, code: string): number => {
  const index = pack.grades.findIndex((grade) => grade.code === code);
  return pack.better === 'higher' ? index : -index;
};

it('finds the packs at all, so that an empty folder cannot pass', () => {
  expect(names.length).toBeGreaterThanOrEqual(11);
});

describe.each(names)('%s', (name) => {
  const pack = loadPack(name);
  const compiled = compilePack(pack);
  const subject = subjectOf(pack);
  const better = pack.better === 'higher' ? 1 : -1;
  const mayImprove = allNodes(pack).flatMap(({ node }) =>
    node.leaf !== undefined && node.mayImprove !== undefined
      ? selectionsOf(node.leaf).flatMap(({ facts }) => facts.items)
      : [],
  );

  it('never improves by one more negative record, unless the pack says why it may', () => {
    const negative = itemsRead(pack).filter((item) => item.nature === 'negative' && !mayImprove.includes(item.code));
    const rater = compiled.at(ASOF);
    let worse = 0;
    for (let seed = 1; seed <= ROUNDS && negative.length > 0; seed++) {
      const random = seeded(seed);
      const facts = records(pack, random);
      const added = randomFact(pick(negative, random), random, { id: 'new', state: 'active', repairedOn: null });
      const before = rater.score(subject, facts);
      const after = rater.score(subject, [...facts, added]);
      expect((after.scoreThousandths - before.scoreThousandths) * better, `seed ${seed}`).toBeLessThanOrEqual(0);
      expect(rank(pack, after.gradeCode), `seed ${seed}`).toBeLessThanOrEqual(rank(pack, before.gradeCode));
      if (after.scoreThousandths !== before.scoreThousandths || after.gradeCode !== before.gradeCode) worse += 1;
    }
    if (negative.length > 0) expect(worse).toBeGreaterThan(0);
  });

  it('does not depend on the order of records, and adds its lines up to the score', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seeded(seed);
      const facts = records(pack, random);
      const result = rate(compiled, { subject, facts, asOf: ASOF });
      const turned = rate(compiled, { subject, facts: [...facts].reverse(), asOf: ASOF });
      expect(canonicalJson(turned), `seed ${seed}`).toBe(canonicalJson(result));
      const sum = traceLines(result.trace.nodes).reduce((total, line) => total + line.points, 0);
      expect(sum, `seed ${seed}`).toBe(result.scoreThousandths);
    }
  });

  it('changes by the announced amount when a listed record is taken away alone', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seeded(seed);
      const facts = records(pack, random);
      const result = rate(compiled, { subject, facts, asOf: ASOF });
      const listed = traceLines(result.trace.nodes);
      for (const { factId, changeThousandths } of factRemovals(compiled, { subject, facts, asOf: ASOF })) {
        const own = listed.filter((line) => line.facts.some((one) => one.id === factId));
        const [line] = own;
        // a record of several lines, or under a bound, shares its effect: only a single free line announces it alone
        if (own.length !== 1 || line === undefined || isBounded(pack, line.nodeId)) continue;
        const said = line.facts.find((one) => one.id === factId)?.points ?? 0;
        // the score is rounded once, so two roundings of one exact amount differ by a thousandth at most
        expect(Math.abs(changeThousandths + said), `seed ${seed} ${factId}`).toBeLessThanOrEqual(1);
        announced += 1;
      }
    }
  });

  it('keeps score and grade until the day that is said to be the next possible change', () => {
    const rater = (day: string) => compiled.at(day);
    for (let seed = 1; seed <= 30; seed++) {
      const facts = records(pack, seeded(seed));
      const next = nextChangeDay(compiled)(facts, ASOF);
      const today = rater(ASOF).score(subject, facts);
      for (const days of [1, 2, 7, 30, 31, 60, 92, 180, 365, 366, 730, 1096]) {
        const day = addDays(ASOF, days);
        if (next !== null && day >= next) break;
        expect(rater(day).score(subject, facts), `seed ${seed} ${day}`).toEqual(today);
      }
      if (next !== null) expect(rater(addDays(next, -1)).score(subject, facts), `seed ${seed}`).toEqual(today);
    }
  });
});

it('compared the announced effect of records at all', () => {
  expect(announced).toBeGreaterThan(300);
});

/** Does the node, or one above it, or the whole, have a floor or a cap? */
function isBounded(pack: RatingPack, nodeId: string): boolean {
  const bounded = (one: { readonly floor?: number | undefined; readonly cap?: number | undefined }) =>
    one.floor !== undefined || one.cap !== undefined;
  const path = (nodes: RatingPack['nodes']): RatingPack['nodes'] | null => {
    for (const node of nodes) {
      if (node.id === nodeId) return [node];
      const below = node.children === undefined ? null : path([...node.children]);
      if (below !== null) return [node, ...below];
    }
    return null;
  };
  const inBonus = pack.bonus !== null && path([...pack.bonus.children]) !== null;
  return bounded(pack) || inBonus || (path([...pack.nodes]) ?? []).some(bounded);
}

it('reads only items that the catalogue has', () => {
  const known = new Set(catalogue.items.map((item) => item.code));
  for (const name of names)
    for (const { node } of allNodes(loadPack(name)))
      for (const { facts } of node.leaf === undefined ? [] : selectionsOf(node.leaf))
        expect(
          facts.items.filter((code) => !known.has(code)),
          name,
        ).toEqual([]);
});
