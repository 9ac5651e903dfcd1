import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findItem, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { parsePenaltyMapping, penaltyItemCode } from '#shared/domain/fact/penalty-mapping';

const packs = new URL('../../../resources/packs/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, packs), 'utf8'));
const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));
const mapping = parsePenaltyMapping(read('penalty-mapping/penalty-items.v1.json'), 'penalty-items.v1.json');
const code = (violationType: string | null, basis: string, kind: string, penaltyName: string | null = null) =>
  penaltyItemCode(mapping, catalogue, { violationType, basis, penaltyName }, kind);

describe('the shipped mapping of penalties', () => {
  it('names items of the catalogue only', () => {
    for (const itemCode of [...mapping.rules.map((rule) => rule.itemCode), mapping.otherItemCode])
      expect(findItem(catalogue, itemCode), itemCode).toBeDefined();
  });

  it.each([
    ['违反专利代理管理规定', '', 'patent_agency', 'penalty_patent_agency'],
    ['其他', '《专利代理条例》第二十五条', 'agent', 'penalty_patent_agency'],
    ['擅自开展专利代理业务', '《专利代理条例》第二十七条', 'enterprise', 'penalty_patent'],
    ['以不正当手段承揽商标代理业务', '', 'trademark_agency', 'penalty_trademark_agency'],
    ['假冒专利', '', 'enterprise', 'penalty_patent'],
    ['其他', '《中华人民共和国商标法》第六十条', 'market', 'penalty_trademark'],
    ['虚假宣传', '《反不正当竞争法》第二十条', 'enterprise', 'penalty_other'],
  ])('%s %s by %s is %s', (violation, basis, kind, expected) => {
    expect(code(violation, basis, kind)).toBe(expected);
  });

  it('reads the name of the penalty in the table of 2016, which has no type of violation', () => {
    expect(code(null, '', 'enterprise', '商标侵权案')).toBe('penalty_trademark');
  });

  it('refuses a mapping with a field nobody reads', () => {
    expect(() => parsePenaltyMapping({ ...mapping, regeln: [] }, '本局对应表')).toThrow(
      expect.objectContaining({ code: 'bad_pack' }),
    );
  });
});
