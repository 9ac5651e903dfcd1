import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findItem, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { toThousandths } from '#shared/domain/catalogue/thousandths';
import { validateFactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { subjectKinds } from '#shared/domain/subject/subject';
import { AppError } from '#shared/kernel/errors';

const folder = join(import.meta.dirname, '../../../resources/packs/catalogue');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const json = JSON.parse(readFileSync(join(folder, 'ip-credit-information.v2.json'), 'utf8'));
const catalogue = parseCataloguePack(json);

function item(code: string) {
  const found = findItem(catalogue, code);
  if (found === undefined) throw new Error(code);
  return found;
}

function detailsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad_pack') return error.details;
    throw error;
  }
  throw new Error('was not refused');
}

describe('shipped catalogue packs', () => {
  it.each(files)('%s parses and is named after its id and version', (file) => {
    const pack = parseCataloguePack(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(file).toBe(`${pack.id}.v${pack.version}.json`);
    expect(pack.items.length).toBeGreaterThanOrEqual(20);
  });

  it('uses only kinds of subject that exist', () => {
    const known = new Set<string>(subjectKinds);
    expect(catalogue.items.flatMap((one) => one.subjectKinds).filter((kind) => !known.has(kind))).toEqual([]);
  });
});

describe('catalogues that are refused', () => {
  const spoilt = (change: (copy: typeof json) => void) => {
    const copy = structuredClone(json);
    change(copy);
    return detailsOf(() => parseCataloguePack(copy));
  };

  it('names a code and a field key that stand twice', () => {
    const problems = spoilt((copy) => {
      copy.items[1].code = copy.items[0].code;
      copy.items[2].fields.push(copy.items[2].fields[0]);
    });
    expect(problems.map((one) => one.path)).toEqual(['items.1.code', 'items.2.fields.9.key']);
  });

  it('names a choice field without choices, an unknown member and dates in the wrong order', () => {
    expect(spoilt((copy) => (copy.items[0].fields[0].type = 'choice'))[0]?.path).toBe('items.0.fields.0.choices');
    expect(spoilt((copy) => (copy.items[0].colour = 'red'))[0]?.path).toBe('items.0.colour');
    expect(spoilt((copy) => (copy.effectiveTo = '2001-01-01'))[0]?.path).toBe('effectiveTo');
  });
});

describe('fields of a fact', () => {
  const penalty = { violationType: '销售侵犯注册商标专用权的商品' };

  it('accepts a full penalty', () => {
    expect(
      validateFactFields(item('penalty_trademark'), { ...penalty, fine: 500_000, publicUntil: '2027-02-28' }),
    ).toEqual([]);
  });

  it.each([
    ['penalty_trademark', {}, 'fields.violationType', '请填写违法行为类型'],
    ['penalty_trademark', { violationType: '' }, 'fields.violationType', '请填写'],
    ['penalty_trademark', { ...penalty, fine: 12.5 }, 'fields.fine', '以分为单位的整数'],
    ['penalty_trademark', { ...penalty, fine: '500' }, 'fields.fine', '以分为单位的整数'],
    ['penalty_trademark', { ...penalty, fine: -1 }, 'fields.fine', '不得小于 0'],
    ['penalty_trademark', { ...penalty, publicUntil: '2027-02-29' }, 'fields.publicUntil', '不是有效日期'],
    ['penalty_trademark', { violationType: 3 }, 'fields.violationType', '应当是文字'],
    ['penalty_trademark', { violationType: '字'.repeat(4001) }, 'fields.violationType', '超过 4000 字'],
    ['penalty_trademark', { ...penalty, amount: 1 }, 'fields.amount', '没有字段'],
    ['general_risk_class', { class: 'E' }, 'fields.class', '不在可选范围内'],
    ['abnormal_filing', { applications: 0 }, 'fields.applications', '不得小于 1'],
    ['abnormal_filing', { applications: 1.5 }, 'fields.applications', '应当是整数'],
    ['abnormal_filing_agency', { applications: 1, deduction: 40.5 }, 'fields.deduction', '不得大于 40'],
    ['abnormal_filing_agency', { applications: 1, deduction: '1.2345' }, 'fields.deduction', '最多三位小数'],
  ])('refuses %s %j', (code, fields, path, message) => {
    const [problem] = validateFactFields(item(code), fields);
    expect(problem?.path).toBe(path);
    expect(problem?.message).toContain(message);
  });
});

describe('exact decimals', () => {
  it.each([
    [0.1, 100],
    [1.005, 1005],
    ['-12.50', -12_500],
    ['0.1000', 100],
    [-0, 0],
    ['1e3', null],
    [1e21, null],
    [Number.NaN, null],
    ['', null],
    ['1.2345', null],
    [0.1 + 0.2, null],
  ])('%j is %j thousandths', (value, expected) => {
    const result = toThousandths(value);
    expect(result === 0 ? 0 : result).toBe(expected);
  });
});
