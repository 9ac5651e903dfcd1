import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CatalogueItem, findItem, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { factListColumns, factListFields, factListSummary } from '#shared/domain/fact/fact-list';
import { aliasKeys } from '#shared/domain/table-import/header-text';
import type { ImportCell } from '#shared/domain/table-import/import-cell';
import { mapColumns } from '#shared/domain/table-import/map-columns';
import { compileRowParser } from '#shared/domain/table-import/row-parser';

const catalogue = parseCataloguePack(
  JSON.parse(readFileSync('resources/packs/catalogue/ip-credit-information.v2.json', 'utf8')),
);

type Field = CatalogueItem['fields'][number];
const field = (key: string, label: string, type: Field['type'], change: Partial<Field> = {}): Field => ({
  key,
  label,
  type,
  required: false,
  ...change,
});
const itemWith = (...fields: Field[]): CatalogueItem => {
  const [first] = catalogue.items;
  if (!first) throw new Error('the catalogue is empty');
  return { ...first, name: '示例项', fields };
};

function read(item: CatalogueItem, header: string, cell: ImportCell) {
  const specs = factListColumns(item);
  const result = compileRowParser(mapColumns(['名称', header], specs), specs)(['甲公司', cell]);
  if (result.kind === 'problems') return result.problems.map(({ message }) => message);
  if (result.kind === 'skipped') throw new Error(result.reason);
  return factListFields(item, result.record);
}

describe('the columns of a list', () => {
  it.each(catalogue.items.map((item) => [item.code, item] as const))(
    'of %s find each of its fields by the label',
    (_code, item) => {
      const specs = factListColumns(item);
      const labels = item.fields.map(({ label }) => label);
      const mapping = mapColumns(['名称', '统一社会信用代码', '来源文号', '公布日期', ...labels], specs);
      const wanted = ['name', 'uscc', 'sourceNo', 'date', ...item.fields.map(({ key }) => `fields.${key}`)];
      expect(mapping.columns.map(({ key }) => key)).toEqual(wanted);
    },
  );

  it('give a header that is a label of the item to the item and not to the party', () => {
    const item = itemWith(field('person', '姓名', 'text'), field('published', '公布日期', 'date'));
    const { columns } = mapColumns(['名称', '姓名', '公布日期', '日期'], factListColumns(item));
    expect(columns.map(({ key }) => key)).toEqual(['name', 'fields.person', 'fields.published', 'date']);
  });

  it('claim no header twice for the risk classes', () => {
    const item = findItem(catalogue, 'general_risk_class');
    if (!item) throw new Error('no risk class in the catalogue');
    const forms = factListColumns(item).flatMap(({ label, aliases }) => aliasKeys(label, aliases));
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  });
});

describe('the cells of a list', () => {
  const fine = itemWith(field('fine', '罚款金额', 'money'));
  it.each<[string, ImportCell, number]>([
    ['罚款金额', '3,500.50', 350_050],
    ['罚款金额（万元）', 0.35, 350_000],
    ['罚款金额（分）', '350000', 350_000],
    ['罚款金额', '0.35万元', 350_000],
  ])('read %s %s to the fen, not a hundred times as much', (header, cell, fen) => {
    expect(read(fine, header, cell)).toEqual({ fine: fen });
  });

  it('read numbers with their unit and refuse what is none', () => {
    const count = itemWith(field('count', '件数', 'integer', { unit: '件' }));
    expect(read(count, '件数', '１２件')).toEqual({ count: 12 });
    expect(read(count, '件数', '1.5')).toEqual(['“1.5”不是整数，请只填数字。']);
    const score = itemWith(field('score', '得分', 'decimal'));
    expect(read(score, '得分', '-1.125')).toEqual({ score: -1.125 });
    expect(read(score, '得分', '1.1251')).toEqual(['“1.1251”不是最多三位小数的数，请只填数字。']);
  });

  it('take no word that two choices could mean', () => {
    const choices = [
      { code: 'A', label: 'A 良好' },
      { code: 'B', label: 'B 良好' },
    ];
    const item = itemWith(field('grade', '等次', 'choice', { choices }));
    expect(read(item, '等次', '良好')).toEqual([expect.stringContaining('不在可选范围内')]);
    expect(read(item, '等次', 'ｂ 级')).toEqual({ grade: 'B' });
  });

  it('say in the summary what the officer reads in the table', () => {
    const choices = [{ code: 'x', label: '较高' }];
    const item = itemWith(
      field('fine', '罚款金额', 'money'),
      field('count', '件数', 'integer', { unit: '件' }),
      field('level', '等级', 'choice', { choices }),
      field('note', '说明', 'text'),
    );
    expect(factListSummary(item, { fine: 350_050, count: 3, level: 'x', note: null })).toBe(
      '示例项：罚款金额 3500.5 元，件数 3 件，较高',
    );
    expect(factListSummary(item, {})).toBe('示例项');
    expect(factListSummary(item, { note: '长'.repeat(4000) })).toHaveLength(500);
  });
});
