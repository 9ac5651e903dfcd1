import { describe, expect, it } from 'vitest';
import { subjectColumns } from '#shared/domain/subject/subject-columns';
import { subjectFromRow } from '#shared/domain/subject/subject-from-row';
import { aliasKeys } from '#shared/domain/table-import/header-text';
import type { ImportCell } from '#shared/domain/table-import/import-cell';
import { mapColumns } from '#shared/domain/table-import/map-columns';
import { compileRowParser } from '#shared/domain/table-import/row-parser';

const specs = subjectColumns();

function read(cells: Record<string, ImportCell>) {
  return compileRowParser(mapColumns(Object.keys(cells), specs), specs)(Object.values(cells));
}

function record(cells: Record<string, ImportCell>) {
  const result = read(cells);
  if (result.kind !== 'record') throw new Error(JSON.stringify(result));
  return result.record;
}

it('gives no header to two fields', () => {
  const owners = new Map<string, string>();
  for (const spec of specs) {
    for (const form of aliasKeys(spec.label, spec.aliases)) {
      expect(owners.get(form) ?? spec.key, `header ${form}`).toBe(spec.key);
      owners.set(form, spec.key);
    }
  }
});

describe('a row of subjects', () => {
  it('is read with the headers of a market register', () => {
    expect(
      record({
        企业名称: '甲公司',
        '统一社会信用代码/注册号': '91330100799655058B',
        企业类型: '有限责任公司',
        '法定代表人（负责人、经营者）': '张三',
        登记状态: '存续（在营、开业、在册）',
        成立日期: '2007.5.14',
        '住所（住址）': '某路 1 号',
        联系方式: 13800138000,
        标签: '重点，出口;重点',
      }),
    ).toMatchObject({
      name: '甲公司',
      uscc: '91330100799655058B',
      kind: 'enterprise',
      legalPerson: '张三',
      status: 'active',
      establishedOn: '2007-05-14',
      address: '某路 1 号',
      phone: '13800138000',
      tags: ['重点', '出口'],
      email: null,
    });
  });

  it('names column, header and repair of a wrong credit code', () => {
    const result = read({ 名称: '甲', 信用代码: '91330100799655958B' });
    expect(result).toMatchObject({
      kind: 'problems',
      problems: [{ key: 'uscc', column: 1, columnLetter: 'B', header: '信用代码', fix: '91330100799655058B' }],
    });
  });

  it('notes a normalised code instead of changing it silently', () => {
    const result = read({ 名称: '甲', 信用代码: '9133O100799655058b' });
    expect(result).toMatchObject({ kind: 'record', record: { uscc: '91330100799655058B' }, notes: [{ key: 'uscc' }] });
  });

  it('says that a code kept as a number is lost, as number and as text', () => {
    for (const cell of [9.14403e17, '9.14403E+17']) {
      expect(read({ 名称: '甲', 信用代码: cell })).toMatchObject({
        kind: 'problems',
        problems: [{ key: 'uscc', message: expect.stringContaining('已经丢失'), fix: null }],
      });
    }
  });

  it('shows no identity number in a problem', () => {
    const result = read({ 姓名: '张三', 身份证号: '110105194912310021' });
    expect(result).toMatchObject({ kind: 'problems', problems: [{ value: '110***********0021' }] });
    expect(JSON.stringify(result)).not.toContain('19491231');
  });

  it('collects all problems of a row, not the first only', () => {
    const result = read({ 名称: '甲', 成立日期: '2022-02-30', 邮箱: 'x', 状态: '不明' });
    expect(result.kind === 'problems' && result.problems.map(({ key }) => key)).toEqual([
      'email',
      'establishedOn',
      'status',
    ]);
  });
});

describe('subjectFromRow', () => {
  const row = record({ 名称: '甲', 信用代码: '92370102MA3M9AG94X' });

  it('guesses the kind, and a guess does not count as stated', () => {
    const { draft, change } = subjectFromRow(row, { defaultKind: null });
    expect([draft.kind, change.kind, draft.status, change.status]).toEqual([
      'individual_business',
      null,
      'active',
      null,
    ]);
  });

  it('believes the row before the importer, and the importer before the guess', () => {
    expect(subjectFromRow(row, { defaultKind: 'trademark_agency' }).change.kind).toBe('trademark_agency');
    const stated = record({ 名称: '甲', 类型: '专利代理机构', 机构代码: '11426' });
    expect(subjectFromRow(stated, { defaultKind: 'trademark_agency' }).draft.kind).toBe('patent_agency');
  });

  it('knows an agent by the certificate number', () => {
    const agent = record({ 姓名: '张三', 资格证号: '4358209', 执业机构: '甲事务所' });
    expect(subjectFromRow(agent, { defaultKind: 'enterprise' }).draft).toMatchObject({
      kind: 'agent',
      parentName: '甲事务所',
    });
  });
});
