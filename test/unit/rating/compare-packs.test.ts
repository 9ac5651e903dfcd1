import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { comparePacks } from '#shared/domain/rating/compare-packs';
import { type RatingPack, ratingPackSchema } from '#shared/domain/rating/pack';
import { each, grade, group, node, type RawPack, rawPack } from './build-pack';

const folder = join(import.meta.dirname, '../../../resources/packs');
const read = (name: string): RawPack => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));
const pack = (raw: RawPack): RatingPack => ratingPackSchema.parse(raw);
const sentences = (before: RawPack, after: RawPack) =>
  comparePacks(pack(rawPack(before)), pack(rawPack(after)), catalogue).map(({ sentence }) => sentence);

const tree = (weight: number): RawPack => ({
  model: 'weighted',
  nodes: [
    { ...group('G', [each('N1', ['penalty_patent'], -10), each('N2', ['penalty_patent'], -1)]), weight },
    { ...group('H', [each('N3', ['penalty_patent'], -1)]), weight: 100 - weight },
  ],
});

describe('what a pack changes against another', () => {
  it('says nothing about the same content, whatever its version and however its keys are ordered', () => {
    const raw = read('rating/enterprise-ip-sample.v1.json');
    const turned = Object.fromEntries(Object.entries(raw).reverse());
    expect(comparePacks(pack(raw), pack({ ...turned, version: 7 }), catalogue)).toEqual([]);
  });

  it.each<[string, RawPack, RawPack, string[]]>([
    ['a title', {}, { title: '新规则' }, ['基本信息：名称由“测试规则”改为“新规则”']],
    ['an end date', {}, { effectiveTo: '2027-12-31' }, ['基本信息：失效日期新填“2027-12-31”']],
    ['weights', tree(30), tree(25), ['指标“组G”：权重由“30%”改为“25%”', '指标“组H”：权重由“70%”改为“75%”']],
    [
      'points of a rule, with the words of the catalogue',
      { nodes: [each('N1', ['penalty_patent'], -10)] },
      { nodes: [each('N1', ['penalty_patent'], -20)] },
      ['指标“指标N1”：计分规则由“其他记录：扣 10 分”改为“其他记录：扣 20 分”'],
    ],
    [
      'a window',
      { nodes: [each('N1', ['penalty_patent'], -1, { type: 'rolling', years: 3 })] },
      { nodes: [each('N1', ['penalty_patent'], -1, { type: 'rolling', years: 5 })] },
      [expect.stringMatching(/^指标“指标N1”：统计范围由“.*近 3 年.*”改为“.*近 5 年.*”$/) as unknown as string],
    ],
    [
      'bounds',
      { nodes: [{ ...each('N1', ['penalty_patent'], -1), floor: -10 }], cap: 100 },
      { nodes: [{ ...each('N1', ['penalty_patent'], -1), floor: -20 }], cap: 110 },
      ['指标“指标N1”：下限由“-10”改为“-20”', '总分：总分上限由“100”改为“110”'],
    ],
    [
      'bands of a grade and what it entails',
      {},
      {
        grades: [
          grade('D', { below: 50 }),
          grade('C', { from: 50, below: 90 }),
          {
            ...grade('A', { from: 90 }),
            entails: {
              ...grade('A', {})['entails'],
              sampling: { ratioPercent: 5, visitsPerYear: 1, text: '按计划', basis: ['B'], verified: true },
              inspectionKinds: ['书面检查'],
            },
          },
        ],
      },
      [
        '等级“D 级”：分数区间由“不满 60”改为“不满 50”',
        '等级“C 级”：分数区间由“60 以上、不满 90”改为“50 以上、不满 90”',
        '等级“A 级”：抽查比例由“10%”改为“5%”；检查方式新填“书面检查”',
      ],
    ],
    [
      'a data age limit',
      {},
      { dataAgeLimits: [{ item: 'penalty_patent', maxDays: 30, required: true }] },
      [expect.stringMatching(/^新增数据时限“.+”$/) as unknown as string],
    ],
    [
      'a case',
      {},
      { cases: [{ ...rawPack()['cases'][0], expect: { score: 90, grade: 'A' } }] },
      ['验证用例“空”：应得分数由“100”改为“90”'],
    ],
  ])('says %s', (_what, before, after, expected) => {
    expect(sentences(before, after)).toEqual(expected);
  });

  it('tells a node that moved from one that was taken away and one that was added', () => {
    const before = {
      nodes: [
        group('G', [each('N1', ['penalty'], -1), each('N2', ['penalty'], -2)]),
        group('H', [each('N3', ['penalty'], -1)]),
      ],
    };
    const after = {
      nodes: [
        group('G', [each('N2', ['penalty'], -2)]),
        group('H', [each('N3', ['penalty'], -1), each('N1', ['penalty'], -1), each('N4', ['penalty'], -1)]),
      ],
    };
    expect(sentences(before, after)).toEqual(['指标“指标N1”：由“组G”下移到“组H”下', '新增指标“指标N4”（在“组H”下）']);
    expect(sentences(after, before)).toContain('删去指标“指标N4”（在“组H”下）');
  });

  it('says that only the order changed, of nodes as of rules that are read in order', () => {
    const [a, b] = [each('N1', ['penalty'], -1), each('N2', ['penalty'], -2)];
    expect(sentences({ nodes: [a, b] }, { nodes: [b, a] })).toEqual(['“总分”下各指标的排列次序有调整']);
    const rules = [{ when: { if: 'age', op: 'gt', value: 5 }, points: -1 }, { points: -2 }];
    const leaf = (list: unknown[]) => ({
      nodes: [node('N1', { measure: 'each', facts: a['leaf'].facts, rules: list })],
    });
    expect(sentences(leaf(rules), leaf([...rules].reverse()))).toEqual(['指标“指标N1”：计分规则的先后次序有调整']);
  });

  it('gives each difference its part and kind', () => {
    const veto = {
      id: 'V',
      name: '严重失信',
      basis: ['B'],
      verified: true,
      ceiling: 'D',
      subject: { if: 'subject', field: 'status', op: 'eq', value: 'revoked' },
    };
    expect(comparePacks(pack(rawPack({ vetoes: [veto] })), pack(rawPack()))).toEqual([
      { part: 'veto', change: 'removed', label: '严重失信', sentence: '删去否决项“严重失信”' },
    ]);
    expect(
      comparePacks(pack(rawPack()), pack(rawPack({ bases: [{ ...rawPack()['bases'][0], to: '2026-01-01' }] }))),
    ).toEqual([
      {
        part: 'basis',
        change: 'changed',
        label: '《测试办法》第一条',
        sentence: '依据“《测试办法》第一条”：失效日期新填“2026-01-01”',
      },
    ]);
  });
});

/** Every single place of a pack, changed alone. */
function* spoiled(root: RawPack): Generator<{ readonly path: string; readonly raw: RawPack }> {
  function* places(value: unknown, path: (string | number)[]): Generator<(string | number)[]> {
    if (path.length > 0) yield path;
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) yield* places((value as RawPack)[key], [...path, key]);
  }
  for (const path of places(root, [])) {
    for (const how of ['change', 'remove'] as const) {
      const copy = structuredClone(root);
      const last = path.at(-1) ?? '';
      const holder = path.slice(0, -1).reduce<RawPack>((at, key) => at[key], copy);
      const value = holder[last];
      if (how === 'remove') {
        if (Array.isArray(holder)) holder.splice(Number(last), 1);
        else delete holder[last];
      } else if (typeof value === 'number') holder[last] = value + 1;
      else if (typeof value === 'string') holder[last] = `${value}x`;
      else if (typeof value === 'boolean') holder[last] = !value;
      else continue;
      yield { path: `${how} ${path.join('.')}`, raw: copy };
    }
  }
}

describe.each(['enterprise-ip-sample.v1.json', 'patent-agency-credit.v1.json'])('%s', (file) => {
  it('has no place where a change would stay untold', () => {
    const whole = read(`rating/${file}`);
    const raw = { ...whole, cases: whole['cases'].slice(0, 3) };
    const before = pack(raw);
    const untold: string[] = [];
    let tried = 0;
    for (const { path, raw: changed } of spoiled(raw)) {
      const after = ratingPackSchema.safeParse(changed);
      const identity = /^\w+ (id|version|format)$/.test(path);
      if (!after.success || identity || JSON.stringify(after.data) === JSON.stringify(before)) continue;
      tried += 1;
      if (comparePacks(before, after.data).length === 0) untold.push(path);
    }
    expect(tried).toBeGreaterThan(300);
    expect(untold).toEqual([]);
  });
});
