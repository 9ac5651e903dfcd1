import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Leaf, leafSchema } from '#shared/domain/rating/leaf';
import { allNodes } from '#shared/domain/rating/pack-check';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import type { Catalogue } from '../../../renderer/features/pack/catalogue-fields';
import { conditionWords } from '../../../renderer/features/pack/condition-words';
import { intervalWords, leafWords, scoreRows, windowWords } from '../../../renderer/features/pack/leaf-words';
import { placeWords, plainMessage } from '../../../renderer/features/pack/pack-place';
import { dryRunWords } from '../../../renderer/features/pack/pack-words';

const pack = parseRatingPack(JSON.parse(readFileSync('resources/packs/rating/enterprise-ip-sample.v1.json', 'utf8')));
const source = JSON.parse(readFileSync('resources/packs/catalogue/ip-credit-information.v2.json', 'utf8'));
const catalogue: Catalogue = {
  packTitle: source.title,
  items: source.items.map((item: Record<string, unknown> & { fields: Record<string, unknown>[] }) => ({
    ...item,
    basis: '',
    fields: item.fields.map((field) => ({ choices: [], ...field })),
  })),
};
const fieldsOf = (code: string) => catalogue.items.find((item) => item.code === code)?.fields ?? [];

describe('the words of a pack', () => {
  it('names bands as statutes do: 以上 and 以下 include the number', () => {
    expect(intervalWords({ from: 80, below: 90 })).toBe('80 以上、不满 90');
    expect(intervalWords({ above: 5 })).toBe('超过 5');
    expect(intervalWords({ to: 5 })).toBe('5 以下');
    expect(intervalWords({})).toBe('任何数值');
  });

  it('tells the length and the beginning of a window', () => {
    expect(windowWords({ type: 'rolling', years: 3, since: 'occurredOn' })).toBe('最近 3 年内发生的');
    expect(windowWords({ type: 'until_repaired', maxMonths: 36, since: 'validFrom' })).toContain('生效未满 36 个月');
  });

  it('says a condition with the labels of the catalogue, never with its codes', () => {
    const words = conditionWords(
      {
        if: 'all',
        of: [
          { if: 'field', field: 'fine', op: 'gte', value: 1_000_000 },
          { if: 'not', of: { if: 'field', field: 'publicUntil', op: 'lt', value: '2026-01-01' } },
        ],
      },
      fieldsOf('penalty_patent'),
    );
    expect(words).toBe('罚款金额不小于 10,000.00 元，并且不符合（公示截止期早于“2026-01-01”）');
    expect(
      conditionWords(
        { if: 'any', of: [{ if: 'subject', field: 'kind', op: 'in', values: ['enterprise', 'market'] }] },
        [],
      ),
    ).toBe('主体的主体类型为以下之一：企业、商品交易市场');
  });

  it('reads every indicator of the shipped packs without leaving a code of the catalogue in the words', () => {
    for (const { node } of allNodes(pack)) {
      if (!node.leaf) continue;
      const text =
        leafWords(node.leaf, catalogue) +
        scoreRows(node.leaf, catalogue)
          .map(({ when }) => when)
          .join();
      expect(text).not.toMatch(/[a-z]{2,}_[a-z]/);
    }
  });

  it('calls the two bands of a yes-or-no what they are, and the rest of the rules the rest', () => {
    const facts = { items: ['serious_list'], window: { type: 'validity' } };
    const exists: Leaf = leafSchema.parse({
      measure: 'value',
      read: { take: 'exists', facts },
      scale: {
        by: 'bands',
        bands: [
          { below: 1, points: 100 },
          { from: 1, points: 0 },
        ],
        missing: 100,
      },
    });
    expect(scoreRows(exists, catalogue).map(({ when }) => when)).toEqual(['没有记录', '有记录', '没有数据']);
    const each: Leaf = leafSchema.parse({
      measure: 'each',
      facts,
      rules: [{ when: { if: 'age', op: 'lte', value: 30 }, points: -10 }, { points: -2.5 }],
    });
    expect(scoreRows(each, catalogue)).toMatchObject([
      { when: '距评价日不大于 30 天', points: '−10 分' },
      { when: '其余每条记录', points: '−2.5 分' },
    ]);
  });

  it('names the place of a problem by names and Chinese words, not by the members of the file', () => {
    const parent = pack.nodes[0];
    const child = parent?.children?.[1];
    expect(placeWords(pack, 'nodes.0.children.1.leaf.scale.bands.0.points')).toBe(
      `指标树 › ${parent?.name} › ${child?.name} › 换算方法 › 分段 1 › 分值`,
    );
    expect(placeWords(pack, 'grades.0.entails.sampling.text')).toBe('等级与应用 › D 级 › 抽查 › 文字');
    expect(placeWords(pack, 'vetoes.1.facts.where.of.0.value')).toContain('条件 1 › 比较值');
    expect(placeWords(pack, '')).toBe('整个规则包');
    expect(placeWords(pack, 'bases.99.document')).toBe('依据库 › 第 100 项 › 文件名称');
  });

  it('says what to do about a blank field instead of what the checker received', () => {
    expect(plainMessage('无效输入：期望 数字，实际接收 undefined')).toBe('请填写');
    expect(plainMessage('数值过小：期望 string >=1 字符')).toBe('请填写');
    expect(plainMessage('数值过小：期望 array >=1 项')).toBe('至少要有 1 项');
    expect(plainMessage('数值过小：期望 number >0')).toBe('应当大于 0');
    expect(plainMessage('同级权重合计应为 100，现为 90')).toBe('同级权重合计应为 100，现为 90');
  });

  it('counts a first rating apart from a move', () => {
    expect(dryRunWords({ rated: 2140, moved: 37, unrated: 0 })).toBe('2,140 户中 37 户等级变动');
    expect(dryRunWords({ rated: 12, moved: 0, unrated: 3 })).toBe('12 户中 0 户等级变动，另有 3 户首次评价');
  });
});
