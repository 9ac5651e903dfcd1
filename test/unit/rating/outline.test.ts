import { describe, expect, it } from 'vitest';
import type { Leaf } from '#shared/domain/rating/leaf';
import { alertOf, outline } from '#shared/domain/rating/outline';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { each, fact, firm, group, node, rawPack } from './build-pack';

const facts = { items: ['rate'], window: { type: 'none' } };
const monitored = {
  measure: 'value',
  read: { take: 'latest', facts, field: 'percent' },
  scale: { by: 'linear', start: 0, per: 1, points: 0, missing: 0 },
  monitor: {
    unit: '%',
    thresholds: [
      { below: 80, colour: 'red', text: '低于 80%' },
      { below: 95, colour: 'yellow', text: '低于 95%' },
      { values: ['none'], colour: 'orange', text: '没有规则' },
    ],
  },
};
const leaf = parseRatingPack(rawPack({ nodes: [node('N', monitored)] })).nodes[0]?.leaf as Leaf;

describe('the warning colour of an observation point', () => {
  it('is that of the first threshold that holds the value, exact at the edge', () => {
    expect(alertOf(leaf, 79_999)?.colour).toBe('red');
    expect(alertOf(leaf, 80_000)?.colour).toBe('yellow');
    expect(alertOf(leaf, 94_999)?.colour).toBe('yellow');
    expect(alertOf(leaf, 95_000)).toBeNull();
    expect(alertOf(leaf, 'none')?.colour).toBe('orange');
  });

  it('does not warn of a value that is not there', () => {
    expect(alertOf(leaf, null)).toBeNull();
    expect(alertOf(undefined, 1)).toBeNull();
  });
});

describe('the tree of a rating', () => {
  it('keeps the layers, the sums and the records, and shows a bounded leaf once', () => {
    const nodes = [
      group('G', [{ ...each('G1', ['penalty'], -30), floor: -40, provider: '执法系统' }, node('G2', monitored)]),
    ];
    const pack = parseRatingPack(rawPack({ nodes }));
    const result = rate(pack, {
      subject: firm,
      facts: [fact({ id: 'a' }), fact({ id: 'b' }), fact({ id: 'c', itemCode: 'rate', fields: { percent: 90 } })],
      asOf: '2026-06-30',
    });
    const lines = outline(pack, result.trace.nodes);
    expect(lines.map(({ nodeId, depth, points, facts: n }) => [nodeId, depth, points, n])).toEqual([
      ['base', 0, 100_000, 0],
      ['G', 0, -40_000, 3],
      ['G1', 1, -40_000, 2],
      ['G2', 1, 0, 1],
    ]);
    expect(lines[2]?.provider).toBe('执法系统');
    expect(lines[3]?.alert?.text).toBe('低于 95%');
    expect(lines.map(({ missing }) => missing)).toEqual([false, false, false, false]);
    const bare = rate(pack, { subject: firm, facts: [], asOf: '2026-06-30' });
    expect(
      outline(pack, bare.trace.nodes)
        .filter(({ missing }) => missing)
        .map(({ nodeId }) => nodeId),
    ).toEqual(['G2']);
  });
});
