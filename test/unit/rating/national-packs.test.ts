import { describe, expect, it } from 'vitest';
import { compilePack } from '#shared/domain/rating/compile';
import { type RatingFact, relations } from '#shared/domain/rating/fact';
import type { PackNode } from '#shared/domain/rating/pack';
import { allNodes } from '#shared/domain/rating/pack-check';
import { rate } from '#shared/domain/rating/rate';
import { fact, firm } from './build-pack';
import {
  ASOF,
  catalogue,
  itemsFor,
  linesOf,
  loadPack,
  pick,
  randomFact,
  seeded,
  subjectOf,
  through,
} from './shipped-packs';

const agencyV2 = loadPack('patent-agency-credit.v2');
const agent = loadPack('patent-agent-credit.v1');
const trademark = loadPack('trademark-agency-credit-pilot.v1');
const cnipa8 = loadPack('cnipa-8-credit.v1');
const generalRisk = loadPack('samr-general-risk.v1');

describe('the trademark-agency pilot', () => {
  it('has the five dimensions of the pilot and more than twenty items in them', () => {
    const dimensions = [...trademark.nodes, ...(trademark.bonus?.children ?? [])];
    expect(dimensions.map((one) => one.name).sort()).toEqual(
      ['不规范代理行为', '受到处罚或者被列入严重违法失信名单', '行业惩戒', '荣誉奖励', '社会贡献'].sort(),
    );
    const leaves = (one: PackNode): number =>
      (one.children ?? []).reduce((n, child) => n + leaves(child), one.leaf ? 1 : 0);
    for (const one of dimensions) expect(leaves(one), one.name).toBeGreaterThanOrEqual(4);
    expect(dimensions.reduce((n, one) => n + leaves(one), 0)).toBeGreaterThanOrEqual(20);
  });

  it('reads every kind of misconduct of the catalogue somewhere', () => {
    const item = catalogue.items.find((one) => one.code === 'trademark_agency_misconduct');
    const acts = item?.fields.find((field) => field.key === 'act')?.choices ?? [];
    expect(acts.length).toBeGreaterThan(10);
    for (const { code } of acts) {
      const one = fact({ itemCode: 'trademark_agency_misconduct', occurredOn: '2026-06-01', fields: { act: code } });
      expect(linesOf(trademark, one), code).toHaveLength(1);
    }
  });
});

describe('CNIPA document 8', () => {
  const basisOf = (ids: readonly string[]) =>
    cnipa8.bases.filter((basis) => ids.includes(basis.id)).map((basis) => basis.article);

  it.each(['一', '二', '三', '四', '五', '六', '七'])(
    'has the act of article 6 item %s, and a determination of it counts',
    (n) => {
      const no = '一二三四五六七'.indexOf(n) + 1;
      const node = allNodes(cnipa8).find((one) => one.node.id === `SX-6-${no}`)?.node;
      expect(basisOf(node?.basis ?? [])).toContain(`第六条第（${n}）项`);
      const determined = fact({
        itemCode: 'dishonest_act',
        occurredOn: '2026-06-01',
        fields: { act: `SX-6-${no}`, degree: 'general' },
      });
      expect(rate(cnipa8, { subject: firm, facts: [determined], asOf: ASOF })).toMatchObject({
        scoreThousandths: 1000,
        gradeCode: '失信',
      });
    },
  );

  it('never calls a subject dishonest before a determination, however many grounds there are', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const items = catalogue.items.filter((item) => !['dishonest_act', 'serious_list'].includes(item.code));
      const facts = Array.from({ length: 12 }, (_, i) => randomFact(pick(items, random), random, { id: `f${i}` }));
      expect(['守信', '待认定'], `seed ${seed}`).toContain(
        rate(cnipa8, { subject: firm, facts, asOf: ASOF }).gradeCode,
      );
    }
  });

  it('lists the measures of article 9 at the dishonest grade, the seventh unverified', () => {
    const measures = cnipa8.grades.find((grade) => grade.code === '失信')?.entails.measures ?? [];
    expect(measures.map((one) => basisOf(one.basis).join())).toEqual(
      ['一', '二', '三', '四', '五', '六', '七'].map((n) => `第九条第（${n}）项`),
    );
    expect(measures.map((one) => one.verified)).toEqual([true, true, true, true, true, true, false]);
    expect(
      cnipa8.grades
        .find((grade) => grade.code === '待认定')
        ?.entails.measures.some((one) => one.basis.some((id) => id.startsWith('N8-9'))),
    ).toBe(false);
  });

  it('marks the terms as unverified', () => {
    const terms = allNodes(cnipa8).filter(({ node }) => node.basis.includes('N8-10'));
    expect(terms).toHaveLength(7);
    expect(terms.every(({ node }) => !node.verified && (node.note ?? '').includes('原文未见'))).toBe(true);
  });
});

describe('the general risk class', () => {
  const stale = (occurredOn: string | null, over: Partial<RatingFact> = {}) => {
    const facts =
      occurredOn === null
        ? []
        : [fact({ itemCode: 'general_risk_class', occurredOn, fields: { class: 'B' }, ...over })];
    return rate(generalRisk, { subject: subjectOf(generalRisk), facts, asOf: ASOF }).trace.stale.map(
      (one) => one.ageDays,
    );
  };

  it('is stale on the 46th day, not on the 45th, and when there is none', () => {
    expect(stale('2026-10-11')).toEqual([]);
    expect(stale('2026-10-10')).toEqual([46]);
    expect(stale(null)).toEqual([null]);
  });

  it("is not made fresh by a branch's class", () => {
    expect(stale('2026-11-20', through('branches'))).toEqual([null]);
  });
});

describe.each([
  ['patent-agency-credit', agencyV2, 'patent_agency'],
  ['patent-agent-credit', agent, 'agent'],
  ['trademark-agency-credit-pilot', trademark, 'trademark_agency'],
  ['cnipa-8-credit', cnipa8, 'enterprise'],
] as const)('%s', (_name, pack, kind) => {
  it('is never improved by one more negative fact, nor worsened by a positive one', () => {
    const rater = compilePack(pack).at(ASOF);
    const sign = pack.better === 'higher' ? 1 : -1;
    const items = itemsFor(kind);
    let moved = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const facts = Array.from({ length: random(6) }, (_, i) =>
        randomFact(pick(items, random), random, {
          id: `f${i}`,
          ...(random(3) === 0 ? through(relations[random(2)] ?? 'agents') : {}),
        }),
      );
      const item = pick(
        items.filter((one) => one.nature !== 'neutral'),
        random,
      );
      const more = randomFact(item, random, { id: 'new', ...(random(3) === 0 ? through('agents') : {}) });
      const subject = { ...firm, kind };
      const change =
        sign * (rater.score(subject, [...facts, more]).scoreThousandths - rater.score(subject, facts).scoreThousandths);
      if (item.nature === 'negative') expect(change, `seed ${seed} ${item.code}`).toBeLessThanOrEqual(0);
      else expect(change, `seed ${seed} ${item.code}`).toBeGreaterThanOrEqual(0);
      if (change !== 0) moved += 1;
    }
    expect(moved).toBeGreaterThan(10);
  });
});
