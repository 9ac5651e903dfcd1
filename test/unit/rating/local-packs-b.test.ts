import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CatalogueField, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { validateFactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingFact } from '#shared/domain/rating/fact';
import { edgesOf } from '#shared/domain/rating/interval';
import type { PackNode, RatingPack } from '#shared/domain/rating/pack';
import { allNodes } from '#shared/domain/rating/pack-check';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { caseInput } from '#shared/domain/rating/run-cases';
import { addDays } from '#shared/kernel/dates';
import { fact, firm } from './build-pack';

const folder = join(import.meta.dirname, '../../../resources/packs');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));
const pack = (id: string) => parseRatingPack(read(`rating/${id}.v1.json`), catalogue);

const sichuan = pack('sichuan-early-warning');
const foshan = pack('foshan-risk');
const zhejiang = pack('zhejiang-ecommerce');
const hubei = pack('hubei-enterprise');
const all = [sichuan, foshan, zhejiang, hubei];
const ASOF = '2026-11-25';

/** Small seeded generator, so that a failing round can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomValue(field: CatalogueField, random: (below: number) => number): string | number {
  const low = field.min ?? 0;
  switch (field.type) {
    case 'choice':
      return field.choices?.[random(field.choices.length)]?.code ?? '';
    case 'date':
      return addDays('2023-06-01', random(1400));
    case 'money':
      return random(2) * random(80_000_000);
    case 'integer':
    case 'decimal':
      return Math.min(field.max ?? 2_000_000, low + random([3, 30, 300][random(3)] ?? 3));
    default:
      return '文字';
  }
}

/** A fact the catalogue would accept, optional fields present or not. */
function randomFact(itemCode: string, random: (below: number) => number, id: string): RatingFact {
  const item = catalogue.items.find((one) => one.code === itemCode);
  const fields = Object.fromEntries(
    (item?.fields ?? []).flatMap((field) =>
      field.required || random(2) === 0 ? [[field.key, randomValue(field, random)]] : [],
    ),
  );
  if (item !== undefined) expect(validateFactFields(item, fields)).toEqual([]);
  const occurredOn = addDays('2023-06-01', random(1270));
  const validTo = random(3) === 0 ? addDays(occurredOn, random(1200)) : null;
  return fact({ id, itemCode, occurredOn, validFrom: occurredOn, validTo, fields });
}

/** How bad a grade is: 0 is the best. */
const badness = (of: RatingPack, code: string) => {
  const index = of.grades.findIndex((grade) => grade.code === code);
  return of.better === 'lower' ? index : of.grades.length - 1 - index;
};

describe('all four local packs', () => {
  it.each(all)('$id does not pass its own sample figures off as checked law', (one) => {
    expect(one.status).toBe('sample');
    expect(one.notice?.startsWith('样例权重，由本局自行设定')).toBe(true);
    const figures = [one.base, ...allNodes(one).map(({ node }) => node), ...one.vetoes, ...one.grades];
    expect(figures.filter((figure) => figure.verified || figure.note === undefined)).toEqual([]);
    expect(one.grades.filter((grade) => grade.entails.sampling.verified)).toEqual([]);
  });

  it.each(all)('$id names the source of the data of every leaf', (one) => {
    const silent = allNodes(one).filter(({ node }) => node.leaf !== undefined && node.provider === undefined);
    expect(silent.map(({ node }) => node.id)).toEqual([]);
  });

  it.each(all)('$id proves every veto by a case', (one) => {
    const struck = new Set(one.cases.flatMap((example) => example.expect.vetoes));
    expect(one.vetoes.map((veto) => veto.id).filter((id) => !struck.has(id))).toEqual([]);
  });

  it.each(all)('$id never rates better, in any indicator or in the grade, for one more negative fact', (one) => {
    const rater = compilePack(one).at(ASOF);
    const kinds = one.subjectKinds;
    let moved = 0;
    for (let seed = 1; seed <= 1500; seed++) {
      const random = seeded(seed);
      const kind = kinds[random(kinds.length)] ?? '';
      const usual = catalogue.items.filter((item) => item.subjectKinds.includes(kind));
      const negative = usual.filter((item) => item.nature === 'negative');
      const pick = (from: typeof usual) => from[random(from.length)]?.code ?? '';
      // Few items a round, so that the new fact meets others of its kind: bands, caps and newest facts tip only then.
      const added = pick(negative);
      const items = [added, pick(negative), pick(usual)];
      const facts = Array.from({ length: random(9) }, (_, i) => randomFact(items[random(3)] ?? '', random, `f${i}`));
      const before = rater.evaluate({ ...firm, kind }, facts);
      const after = rater.evaluate({ ...firm, kind }, [...facts, randomFact(added, random, 'new')]);
      const worse = after.values.map(
        (value, i) => (value - (before.values[i] ?? 0)) * (one.better === 'lower' ? 1 : -1),
      );
      expect(Math.min(...worse), `seed ${seed} ${added}`).toBeGreaterThanOrEqual(0);
      expect(badness(one, after.gradeCode), `seed ${seed}`).toBeGreaterThanOrEqual(badness(one, before.gradeCode));
      if ((worse.at(-1) ?? 0) > 0) moved += 1;
    }
    expect(moved).toBeGreaterThan(250);
  });
});

describe('the Sichuan pack', () => {
  it.each([
    'trademark_hoarding',
    'prior_right_squatting',
    'public_resource_squatting',
    'abnormal_assignment',
    'adverse_decision',
    'ip_damage_judgment',
    'bad_faith_trademark',
    'abnormal_filing',
    'penalty_trademark',
    'penalty_patent',
    'penalty_other',
  ])('reads %s: a warning dimension that nobody reads would leave 100 points', (itemCode) => {
    const one = fact({ itemCode, fields: { applications: 1 } });
    expect(rate(sichuan, { subject: firm, facts: [one], asOf: ASOF }).scoreThousandths).toBeLessThan(100_000);
  });

  it('leaves no grade without its consequence for random checks and for special funds', () => {
    for (const { entails } of sichuan.grades) {
      const words = [...entails.measures, ...entails.incentives].map((measure) => measure.text).join();
      expect(words).toMatch(/专项资金/);
      expect(entails.sampling.ratioPercent).not.toBeNull();
    }
  });
});

describe('the Foshan pack', () => {
  const { grades } = foshan;

  it('carries symbol, colour, ratio and meaning for all four levels, none shown by colour alone', () => {
    expect(grades.map((grade) => grade.name)).toEqual(['低风险', '一般风险', '较高风险', '高风险']);
    for (const of of [(g: (typeof grades)[number]) => g.symbol, (g: (typeof grades)[number]) => g.colour]) {
      expect(new Set(grades.map(of)).size).toBe(4);
    }
    const ratios = grades.map((grade) => grade.entails.sampling.ratioPercent ?? -1);
    expect(ratios.every((ratio, i) => ratio > (ratios[i - 1] ?? 0))).toBe(true);
    expect(grades.filter((grade) => grade.entails.inspectionKinds.length === 0)).toEqual([]);
  });

  it('sends no letter at the first level and its own graded letter from the second level on', () => {
    const letters = grades.map((grade) => grade.entails.warningLetter);
    expect(letters[0]).toBeNull();
    ['提示函', '预警函', '警示函'].forEach((name, i) => {
      expect(letters[i + 1]).toContain(`风险${name}`);
      expect(letters[i + 1]).toContain(grades[i + 1]?.symbol);
      expect(letters[i + 1]).toContain('异议');
      expect(letters[i + 1]).not.toMatch(/[！!您]/);
    });
  });

  it('gives one firm a level of its own after a switch from A to D, never a code of the other pack', () => {
    const penalty = fact({ itemCode: 'penalty_trademark', occurredOn: '2026-09-01' });
    const input = { subject: firm, facts: [penalty], asOf: ASOF };
    expect(rate(sichuan, input).gradeCode).toBe('A');
    expect(rate(foshan, input).gradeCode).toBe('R2');
    const codes = new Set(sichuan.grades.map((grade) => grade.code));
    expect(grades.filter((grade) => codes.has(grade.code))).toEqual([]);
  });
});

describe('the Zhejiang pack', () => {
  const layers: PackNode[][] = [];
  for (let nodes = [...zhejiang.nodes]; nodes.length > 0; nodes = nodes.flatMap((node) => node.children ?? [])) {
    layers.push(nodes);
  }
  const points = layers[3] ?? [];

  it('has 2, 5, 10 and 25 nodes in four layers, 42 in all, with the leaves in the last layer only', () => {
    expect(layers.map((layer) => layer.length)).toEqual([2, 5, 10, 25]);
    expect(allNodes(zhejiang)).toHaveLength(42);
    expect(layers.map((layer) => layer.filter((node) => node.leaf !== undefined).length)).toEqual([0, 0, 0, 25]);
    expect(layers[0]?.map((node) => node.name)).toEqual(['信用能力', '信用品质']);
  });

  it('watches every observation point: provider, threshold, warning colour and text', () => {
    const blind = points.filter(
      ({ leaf, provider }) => provider === undefined || leaf?.measure !== 'value' || leaf.monitor === undefined,
    );
    expect(blind.map((node) => node.id)).toEqual([]);
  });

  it('colours what earns no points and leaves what earns full points uncoloured', () => {
    for (const { id, leaf } of points) {
      if (leaf?.measure !== 'value' || leaf.scale.by !== 'bands') continue;
      for (const band of leaf.scale.bands) {
        const { low, high } = edgesOf(band);
        for (const edge of [low, high].filter((one) => one !== null)) {
          const colour = leaf.monitor?.thresholds.find((threshold) => {
            const at = edgesOf(threshold);
            return (at.low === null || at.low <= edge) && (at.high === null || edge <= at.high);
          })?.colour;
          const where = `${id} at ${edge}`;
          if (band.points === 100) expect(colour, where).toBeUndefined();
          if (band.points === 0) expect(colour, where).toMatch(/red|orange/);
        }
      }
    }
  });

  it('uses only words of the catalogue in the thresholds of a choice', () => {
    const words = points.flatMap(({ leaf }) => {
      if (leaf?.measure !== 'value' || leaf.read.take !== 'latest') return [];
      const { facts, field } = leaf.read;
      const item = catalogue.items.find((one) => one.code === facts.items[0]);
      const known = item?.fields.find((one) => one.key === field)?.choices?.map((choice) => choice.code) ?? [];
      const used = leaf.monitor?.thresholds.flatMap((threshold) => threshold.values ?? []) ?? [];
      return used.map((word) => known.includes(word));
    });
    expect(words.length).toBeGreaterThan(5);
    expect(words.every(Boolean)).toBe(true);
  });

  it('bars the rating of a platform that reports nothing, so that silence does not pass for a clean record', () => {
    const nothing = zhejiang.cases.find((one) => one.facts.length === 0);
    if (nothing === undefined) throw new Error('no case without facts');
    const stale = rate(zhejiang, caseInput(nothing)).trace.stale.map((source) => source.itemCode);
    expect(stale).toEqual([
      'seller_identity_check',
      'ip_notice_handling',
      'platform_ip_complaint',
      'platform_ip_staff',
    ]);
  });
});

describe('the Hubei pack', () => {
  const riskClass = (id: string, occurredOn: string, value: string) =>
    fact({ id, itemCode: 'general_risk_class', occurredOn, validFrom: occurredOn, fields: { class: value } });
  const october = riskClass('f1', '2026-10-01', 'A');
  const november = riskClass('f2', '2026-11-01', 'D');
  const at = (asOf: string, facts: RatingFact[]) => rate(hubei, { subject: firm, facts, asOf });

  it('has three layers of indicators with the general class in the third', () => {
    const depth = (node: PackNode): number => 1 + Math.max(0, ...(node.children ?? []).map(depth));
    expect(hubei.nodes.map(depth)).toEqual([3, 3, 3]);
    const leaf = allNodes(hubei).find(({ node }) => node.id === 'H1-1-1')?.node.leaf;
    expect(leaf).toMatchObject({ read: { take: 'imported', facts: { items: ['general_risk_class'] } } });
  });

  it('changes the rating with the month of the class, not when the class comes in', () => {
    expect(at('2026-10-31', [october, november]).scoreThousandths).toBe(92_800);
    expect(at('2026-10-31', [october, november])).toEqual(at('2026-10-31', [october]));
    expect(at('2026-11-01', [october, november])).toMatchObject({ scoreThousandths: 68_800, gradeCode: 'C' });
  });

  it('shows the date of the class it used in the trace', () => {
    const lines = JSON.stringify(at('2026-11-25', [october, november]).trace.nodes);
    expect(lines).toContain('"occurredOn":"2026-11-01"');
    expect(at('2026-11-25', [october, november]).trace.stale).toEqual([]);
  });

  it('puts a bar over an outdated class from day 63 on, and over a missing one', () => {
    expect(at('2027-01-02', [november]).trace.stale).toEqual([]);
    const outdated = { itemCode: 'general_risk_class', latestOn: '2026-11-01', ageDays: 63, maxDays: 62 };
    expect(at('2027-01-03', [november]).trace.stale).toEqual([outdated]);
    expect(at('2027-01-03', []).trace.stale).toMatchObject([{ latestOn: null, ageDays: null }]);
  });
});
