import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { classify, fits } from '#shared/domain/plan/classify';
import { samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import { pack, packJson, subject } from './plan-fixtures';

const stratumOf = (change: Parameters<typeof subject>[1]) => {
  const { included, exclusions } = classify(pack, [subject(1, change)]);
  return included[0]?.stratum ?? exclusions[0]?.ruleId ?? 'outside';
};

describe('the Beijing sample pack', () => {
  it('keeps the practice: 24% of good credit, all of the lists, 12 batches', () => {
    const ratios = pack.strata.map(({ id, ratio }) => [id, ratio.numerator / ratio.denominator]);
    expect(ratios).toEqual([
      ['listed_patent', 1],
      ['listed_other', 1],
      ['good_patent', 0.24],
      ['good_other', 0.24],
    ]);
    expect(pack.batches).toBe(12);
  });

  it.each([
    [{}, 'good_patent'],
    [{ flags: ['abnormal_list'] }, 'listed_patent'],
    [{ flags: ['serious_list'], kind: 'trademark_agency' }, 'listed_other'],
    [{ kind: 'agency_branch' }, 'good_other'],
    [{ kind: 'enterprise' }, 'outside'],
    [{ flags: ['ceased', 'abnormal_list'] }, 'ceased'],
    [{ flags: ['inspected_this_year'] }, 'inspected'],
    [{ flags: ['incentive'] }, 'incentive'],
    [{ flags: ['incentive', 'complaint'] }, 'good_patent'],
    [{ flags: ['incentive', 'abnormal_list'] }, 'listed_patent'],
  ] as const)('%j falls into %s', (change, expected) => {
    expect(stratumOf(change)).toBe(expected);
  });
});

describe('conditions', () => {
  it('all members must hold, and a subject never rated is asked for by name', () => {
    expect(fits({ grades: ['A', 'unrated'] }, subject(1, { grade: null }))).toBe(true);
    expect(fits({ grades: ['A'] }, subject(1, { grade: null }))).toBe(false);
    expect(fits({ grades: ['A'], flagsAll: ['complaint', 'dishonest'] }, subject(1, { flags: ['complaint'] }))).toBe(
      false,
    );
    expect(fits({ flagsNone: ['complaint'] }, subject(1, { flags: ['complaint'] }))).toBe(false);
  });

  it('a subject for which there is no stratum is listed, not lost', () => {
    const narrow = { ...pack, strata: pack.strata.slice(0, 1) };
    expect(classify(narrow, [subject(1)]).exclusions).toEqual([
      { subjectId: 's1', code: subject(1).code, ruleId: 'no_stratum', reason: '抽查规则中没有适用的分层' },
    ]);
  });
});

describe('packs that must not be put in force', () => {
  const [first, ...others] = packJson.strata;
  const withFirst = (change: object) => ({ ...packJson, strata: [{ ...first, ...change }, ...others] });
  it.each([
    ['a ratio over 100%', withFirst({ ratio: { numerator: 101, denominator: 100 } })],
    ['a ratio through zero', withFirst({ ratio: { numerator: 1, denominator: 0 } })],
    ['an unknown flag', withFirst({ when: { flagsAny: ['rich'] } })],
    ['an unknown subject kind', withFirst({ when: { kinds: ['bank'] } })],
    ['an empty condition', withFirst({ when: {} })],
    ['a default that hides what follows', withFirst({ when: { default: true } })],
    ['a stratum id that would break the list', withFirst({ id: 'a|b' })],
    ['the same id twice', withFirst({ id: 'good_patent' })],
    ['an unknown inspection kind', withFirst({ inspectionKind: 'surprise' })],
    ['no basis', withFirst({ basis: undefined })],
    ['no strata', { ...packJson, strata: [] }],
    ['no batch', { ...packJson, batches: 0 }],
    ['a misspelt member', { ...packJson, batchs: 12 }],
  ])('%s is refused', (_what, json) => {
    expect(() => parsePack(samplingPackSchema, json, '规则包“test”')).toThrow('“test”');
  });
});
