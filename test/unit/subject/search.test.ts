import { describe, expect, it } from 'vitest';
import { classifyQuery } from '#shared/domain/subject/classify-query';
import { normaliseName, placeEnds } from '#shared/domain/subject/name-text';
import { createSearchKeyer, searchKeys } from '#shared/domain/subject/search-keys';

/** Would a prefix query on the key columns find the name? */
function finds(name: string, typed: string): boolean {
  const keys = searchKeys(name);
  return [...keys.initials, ...keys.fullVariants].some((key) => key.startsWith(typed));
}

describe('searchKeys', () => {
  it.each([
    ['重庆宝通科技有限公司', 'cqbt'],
    ['重庆宝通科技有限公司', 'chongqing'],
    ['重庆市长沙路专利代理有限公司', 'cqscs'],
    ['长沙市麓山知识产权代理有限公司', 'cs'],
    ['长沙市麓山知识产权代理有限公司', 'changsha'],
    ['深圳市宝通科技有限公司', 'btkj'],
    ['深圳市宝通科技有限公司', 'baotong'],
    ['浙江省杭州市西湖区云栖专利事务所', 'yqzl'],
    ['单伟', 'sw'],
    ['单伟', 'danwei'],
    ['单伟', 'shanwei'],
    ['乐嘉', 'yj'],
    ['乐嘉', 'lj'],
    ['音乐之声文化公司', 'yyzs'],
    ['厦门大厦知识产权公司', 'xmds'],
    ['解放路商城', 'jfl'],
    ['曾广', 'zg'],
    ['北京长安专利', 'changan'],
    ['3M中国有限公司', '3mzg'],
    ['ＡＢＣ（上海）专利', 'abcsh'],
    ['吕绿', 'lvlv'],
    ['银行卡股份', 'yhk'],
  ])('%s is found by %s', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });

  it('does not read 市长 across the end of a place name', () => {
    expect(searchKeys('重庆市长沙专利').full).toBe('chongqingshichangshazhuanli');
  });

  it('stays small for a name full of polyphones', () => {
    const keys = searchKeys('重庆市单乐长行曾解仇朝盛传调厦藏宿有限公司');
    expect(keys.initials.length).toBeLessThanOrEqual(8);
    expect(keys.fullVariants.length).toBeLessThanOrEqual(8);
    expect(keys.initials.length).toBeGreaterThan(2);
  });

  it('gives the same keys with a remembering keyer', () => {
    const keyer = createSearchKeyer();
    for (const name of ['单乐乐', '杭州宝通', '单乐乐', '𠮷野家餐饮']) expect(keyer(name)).toEqual(searchKeys(name));
  });

  it('gives nothing for a name without letters, instead of an empty key that matches all', () => {
    expect(searchKeys('——')).toEqual({ initials: [], full: '', fullVariants: [] });
  });
});

describe('names', () => {
  it('makes equal what registers write differently', () => {
    const one = normaliseName('甲（杭州） 科技有限责任公司');
    expect(normaliseName('甲(杭州)科技有限公司')).toBe(one);
    expect(normaliseName('甲［杭州］科技 有限公司')).toBe(one);
    expect(normaliseName('乙(杭州)科技有限公司')).not.toBe(one);
    expect(normaliseName('ａｂｃ公司')).toBe('ABC公司');
  });

  it('does not take a supermarket for a city or the whole name for a place', () => {
    expect(placeEnds('家乐超市有限公司')).toEqual([]);
    expect(placeEnds('北京有限公司')).toEqual([]);
    expect(placeEnds('浙江省杭州市宝通科技')).toEqual([3, 6]);
    expect(placeEnds('成都市单氏会计')).toEqual([3]);
  });
});

describe('classifyQuery', () => {
  it.each([
    ['', []],
    ['宝通', ['name']],
    ['btkj', ['pinyin', 'code_tail', 'name']],
    ['bao tong', ['pinyin', 'code_tail', 'name']],
    ['11426', ['agency_code', 'code_tail', 'name']],
    ['4358209', ['cert_no', 'agency_code', 'code_tail', 'phone']],
    ['058B', ['code_tail', 'pinyin', 'name']],
    ['13800138000', ['phone', 'code_tail']],
    ['11010519491231002x', ['id_number', 'uscc']],
    ['9133O100799655058b', ['uscc']],
    ['abc公司', ['name']],
  ])('reads %s as %j', (text, kinds) => {
    expect(classifyQuery(text).kinds).toEqual(kinds);
  });

  it('gives each column the form it stores', () => {
    expect(classifyQuery('9133 O100 7996 55058b').code).toBe('91330100799655058B');
    expect(classifyQuery("Lü'shi").pinyin).toBe('lvshi');
    expect(classifyQuery('甲（杭州）').name).toBe('甲(杭州)');
  });
});
