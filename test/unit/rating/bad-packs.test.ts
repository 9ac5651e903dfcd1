import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { type Activation, findPackInForce, type PackChoice } from '#shared/domain/rating/choose-pack';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { runPackCases } from '#shared/domain/rating/run-cases';
import { AppError } from '#shared/kernel/errors';
import { each, grade, group, node, type RawPack, rawPack } from './build-pack';

function refusal(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const [d, c, a] = rawPack()['grades'];
const weighted = (...weights: (number | undefined)[]): RawPack => ({
  model: 'weighted',
  nodes: weights.map((weight, i) => ({
    ...each(`N${i}`, ['penalty'], -1),
    ...(weight === undefined ? {} : { weight }),
  })),
});

describe('packs that are refused', () => {
  it.each<[string, RawPack, string, string]>([
    ['a field nobody knows', { colour: 'red' }, 'colour', '没有名为“colour”的栏目'],
    [
      'a field nobody knows, deep down',
      { nodes: [{ ...each('N1', ['penalty'], -1), script: 'x' }] },
      'nodes.0.script',
      '没有名为',
    ],
    ['a newer format', { format: 2 }, 'format', '更新版本'],
    ['no cases', { cases: [] }, 'cases', '没有验证用例'],
    ['a date that does not exist', { effectiveFrom: '2026-02-30' }, 'effectiveFrom', '不是有效日期'],
    ['effective dates in the wrong order', { effectiveTo: '2019-12-31' }, 'effectiveTo', '早于生效日期'],
    ['a gap between bands', { grades: [d, grade('C', { from: 61, below: 90 }), a] }, 'grades.1', '有空档'],
    ['overlapping bands', { grades: [d, grade('C', { from: 59.999, below: 90 }), a] }, 'grades.1', '重叠'],
    ['bands out of order', { grades: [a, c, d] }, 'grades.0', '不得有下限'],
    ['a top band that ends', { grades: [d, c, grade('A', { from: 90, to: 100 })] }, 'grades.2', '不得有上限'],
    ['a grade twice', { grades: [d, c, { ...a, code: 'C' }] }, 'grades.2.code', '重复'],
    [
      'an id twice',
      { nodes: [each('N1', ['penalty'], -1), group('G', [each('N1', ['penalty'], -1)])] },
      'nodes.1.children.0.id',
      '“N1”重复',
    ],
    ['weights of 99.9', weighted(50, 49.9), 'nodes', '合计应为 100，现为 99.9'],
    ['a missing weight', weighted(100, undefined), 'nodes.1.weight', '应当填写权重'],
    [
      'a weight that nobody reads',
      { nodes: [{ ...each('N1', ['penalty'], -1), weight: 5 }] },
      'nodes.0.weight',
      '不得填写权重',
    ],
    ['a weight of four decimals', weighted(33.3333, 66.6667), 'nodes.0.weight', '最多三位小数'],
    ['weights too fine to be exact', { nodes: [tooFine(4)] }, 'nodes', '无法精确计算'],
    [
      'a node with leaf and children',
      { nodes: [{ ...each('N1', ['penalty'], -1), children: [each('N2', ['penalty'], -1)] }] },
      'nodes.0',
      '恰有',
    ],
    [
      'a floor above the cap',
      { nodes: [{ ...each('N1', ['penalty'], -1), floor: 5, cap: 1 }] },
      'nodes.0.floor',
      '下限高于上限',
    ],
    [
      'a basis that is not in the library',
      { base: { points: 1, name: '基础分', basis: ['Z'], verified: true } },
      'base.basis.0',
      '依据库中没有“Z”',
    ],
    ['a veto to a grade that does not exist', { vetoes: [veto({ ceiling: 'E' })] }, 'vetoes.0.ceiling', '没有等级“E”'],
    [
      'a veto that asks for nothing',
      { vetoes: [{ id: 'V', name: 'v', basis: ['B'], verified: true, ceiling: 'D' }] },
      'vetoes.0',
      '至少填写',
    ],
    [
      'a veto whose subject condition reads a fact',
      { vetoes: [veto({ subject: { if: 'age', op: 'gt', value: 1 } })] },
      'vetoes.0.subject',
      '只能写主体条件',
    ],
    [
      'an operator without its operand',
      { nodes: [withWhen({ if: 'field', field: 'x', op: 'in', value: 1 })] },
      'nodes.0.leaf.rules.0.when.op',
      '比较方式',
    ],
    [
      'a condition outside the vocabulary',
      { nodes: [withWhen({ if: 'script', code: '1' })] },
      'nodes.0.leaf.rules.0.when.if',
      '',
    ],
    [
      'a scale with a gap',
      {
        nodes: [
          banded([
            { below: 1, points: 0 },
            { from: 2, points: -1 },
          ]),
        ],
      },
      'nodes.0.leaf.scale.bands.1',
      '有空档',
    ],
    ['a case of a kind the pack does not rate', { subjectKinds: ['market'] }, 'cases.0.subject.kind', '适用范围'],
    [
      'a pack that extends itself',
      { extends: { id: 'test-pack', version: 1, changes: ['x'] } },
      'extends',
      '不能以自己',
    ],
    [
      'a repealed basis whose dates are reversed',
      { bases: [{ ...rawPack()['bases'][0], to: '2019-01-01' }] },
      'bases.0.to',
      '早于生效日期',
    ],
  ])('names the place of %s', (_what, over, path, message) => {
    const error = refusal(() => parseRatingPack(rawPack(over)));
    expect(error.code).toBe('bad_pack');
    expect(error.details.map((one) => one.path)).toContain(path);
    expect(error.details.find((one) => one.path === path)?.message).toContain(message);
    expect(error.message).toMatch(/^评价规则包不能使用/);
  });

  it('refuses what is no pack at all', () => {
    for (const json of [null, 1, 'x', [], {}]) expect(refusal(() => parseRatingPack(json)).code).toBe('bad_pack');
  });

  it('refuses a file nested ten thousand deep without exhausting the stack', () => {
    let chain: RawPack = each('L', ['penalty'], -1);
    for (let i = 0; i < 10_000; i++) chain = { children: [chain] };
    expect(refusal(() => parseRatingPack(rawPack({ nodes: [chain] }))).message).toContain('层次超过');
  });
});

describe('a pack against the catalogue', () => {
  const file = join(import.meta.dirname, '../../../resources/packs/catalogue/ip-credit-information.v2.json');
  const catalogue = parseCataloguePack(JSON.parse(readFileSync(file, 'utf8')));
  const base = { catalogue: 'ip-credit-information', nodes: [each('N1', ['penalty_patent'], -1)] };
  const problems = (over: RawPack) => refusal(() => parseRatingPack(rawPack({ ...base, ...over }), catalogue)).details;

  it('accepts codes and fields that exist', () => {
    expect(parseRatingPack(rawPack(base), catalogue).id).toBe('test-pack');
  });

  it('names an unknown code wherever it stands', () => {
    const window = { type: 'none' };
    expect(problems({ nodes: [each('N1', ['penalty_patent', 'no_such'], -1)] })[0]).toEqual({
      path: 'nodes.0.leaf.facts.items.1',
      message: '目录中没有信息项“no_such”',
    });
    expect(problems({ vetoes: [veto({ facts: { items: ['no_such'], window } })] })[0]?.path).toBe(
      'vetoes.0.facts.items.0',
    );
    expect(problems({ dataAgeLimits: [{ item: 'no_such', maxDays: 1, required: false }] })[0]?.path).toBe(
      'dataAgeLimits.0.item',
    );
  });

  it('names a field that its item does not have', () => {
    const leaf = { ...withWhen({ if: 'field', field: 'fien', op: 'gt', value: 1 }) };
    leaf['leaf'].facts.items = ['penalty_patent'];
    expect(problems({ nodes: [leaf] })[0]?.message).toContain('没有字段“fien”');
  });

  it('names a case whose fact could never be entered', () => {
    const cases = [
      { ...rawPack()['cases'][0], facts: [{ item: 'penalty_patent', occurredOn: '2025-01-01', fields: { fine: 1 } }] },
    ];
    expect(problems({ cases })[0]).toEqual({
      path: 'cases.0.facts.0.fields.violationType',
      message: '请填写违法行为类型',
    });
  });

  it('refuses another catalogue', () => {
    expect(problems({ catalogue: 'other-catalogue' })[0]?.path).toBe('catalogue');
  });
});

describe('cases and packs in force', () => {
  it('says what a failing case gave instead of what it should', () => {
    const cases = [{ ...rawPack()['cases'][0], expect: { score: 99.5, grade: 'C' } }];
    const [outcome] = runPackCases(parseRatingPack(rawPack({ cases })));
    expect(outcome?.passed).toBe(false);
    expect(outcome?.sentence).toBe('用例“空”未通过：应为 99.5 分、C 级，实为 100 分、A 级');
  });

  const pack = (over: RawPack) => parseRatingPack(rawPack(over));
  const source = (value: ReturnType<typeof pack>) => ({ sha256: `${value.id} ${value.version}`, value });
  const choice = (packs: ReturnType<typeof pack>[], activations: Activation[] = []): PackChoice => ({
    packs: packs.map(source),
    activations,
    defaults: ['test-pack'],
  });
  const activation = (over: Partial<Activation>): Activation => ({
    packId: 'other-pack',
    version: 1,
    sha256: 'other-pack 1',
    subjectKinds: ['enterprise'],
    from: '2026-01-01',
    until: null,
    ...over,
  });

  it('takes the highest version in force and keeps the dates', () => {
    const one = pack({ effectiveTo: '2025-12-31' });
    const two = pack({ version: 2, effectiveFrom: '2025-06-01' });
    const three = pack({ version: 3, effectiveFrom: '2027-01-01' });
    const chosen = (onDate: string) => findPackInForce(choice([three, two, one]), 'enterprise', onDate)?.value.version;
    expect([chosen('2019-12-31'), chosen('2025-05-31'), chosen('2025-06-01'), chosen('2027-01-01')]).toEqual([
      undefined,
      1,
      2,
      3,
    ]);
    expect(findPackInForce(choice([one]), 'market', '2025-01-01')).toBeUndefined();
  });

  it('refuses two different packs in force for one kind', () => {
    const rivals = {
      ...choice([pack({}), pack({ id: 'other-pack', title: '另一规则' })]),
      defaults: ['test-pack', 'other-pack'],
    };
    expect(refusal(() => findPackInForce(rivals, 'enterprise', '2026-01-01')).message).toContain(
      '“测试规则”和“另一规则”',
    );
  });

  it('lets an activation take over on its day and not before, and the default come back after its last day', () => {
    const packs = [pack({}), pack({ id: 'other-pack' })];
    const on = (day: string, activations: Activation[], kind = 'enterprise') =>
      findPackInForce(choice(packs, activations), kind, day)?.value.id;
    const own = [activation({ from: '2026-03-01', until: '2026-03-31' })];
    expect(on('2026-02-28', own)).toBe('test-pack');
    expect(on('2026-03-01', own)).toBe('other-pack');
    expect(on('2026-03-31', own)).toBe('other-pack');
    expect(on('2026-04-01', own)).toBe('test-pack');
    expect(on('2026-03-15', own, 'market')).toBeUndefined();
    const back = activation({ packId: 'test-pack', sha256: 'test-pack 1', from: '2026-03-10' });
    expect(on('2026-03-09', [...own, back])).toBe('other-pack');
    expect(on('2026-03-10', [back, ...own])).toBe('test-pack');
  });

  it('refuses to rate when the activated pack is gone or changed', () => {
    const gone = choice([pack({})], [activation({})]);
    expect(refusal(() => findPackInForce(gone, 'enterprise', '2026-01-01')).code).toBe('bad_pack');
  });
});

function veto(over: RawPack): RawPack {
  const facts = { items: ['serious_list'], window: { type: 'none' } };
  return { id: 'V', name: '否决', basis: ['B'], verified: true, facts, ceiling: 'D', ...over };
}

function withWhen(when: RawPack): RawPack {
  return node('N1', {
    measure: 'each',
    facts: { items: ['penalty'], window: { type: 'none' } },
    rules: [{ when, points: -1 }],
  });
}

function banded(bands: RawPack[]): RawPack {
  const facts = { items: ['penalty'], window: { type: 'none' } };
  return node('N1', { measure: 'value', read: { take: 'count', facts }, scale: { by: 'bands', bands, missing: 0 } });
}

function tooFine(depth: number, path = 'T'): RawPack {
  const weights = [33.333, 66.667];
  if (depth === 0) return each(path, ['penalty'], -1);
  const children = weights.map((weight, i) => ({ ...tooFine(depth - 1, `${path}.${i}`), weight }));
  return group(path, children, { combine: 'weighted' });
}
