import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { buildRow, wanText } from '#shared/domain/exchange/build-row';
import { exchangeMapping } from '#shared/domain/exchange/mapping';

const json = (change: object = {}) => ({
  ...{ id: 'own-platform', kind: 'exchange', version: 1, title: '本市平台', status: 'office' },
  ...{
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    platform: '本市平台',
    source: 'penalty',
    fileFormat: 'xlsx',
    verified: true,
  },
  columns: [
    { heading: '文号', field: 'documentNo', required: true, maxLength: 6 },
    { heading: '罚款（万元）', field: 'fine', format: 'wan' },
    { heading: '决定日期', field: 'decidedOn', format: 'date_zh' },
    { heading: '区划', field: 'blank', constant: '330100' },
  ],
  ...change,
});
const mapping = parsePack(exchangeMapping, json(), '对应表');
const record = (values: Record<string, string | number | null>) => ({ id: 'r1', refusal: '', values });

describe('a row for another platform', () => {
  it('gives money in 万元 without losing a fen', () => {
    expect(wanText(500_000)).toBe('0.5');
    expect(wanText(1)).toBe('0.000001');
    expect(wanText(12_345_600)).toBe('12.3456');
    expect(wanText(0)).toBe('0');
    expect(wanText(-2_000_000)).toBe('-2');
    expect(() => wanText(0.5)).toThrow('whole number');
  });

  it('follows the order of the platform, with constants and its date format', () => {
    const row = buildRow(mapping, record({ documentNo: '1号', fine: 3_000_000, decidedOn: '2026-11-03' }));
    expect(row).toMatchObject({ cells: ['1号', '3', '2026年11月3日', '330100'], problems: [] });
  });

  it('names what is missing, too long or not released, all at once', () => {
    expect(buildRow(mapping, record({})).problems).toEqual(['缺少“文号”（决定书文号）']);
    expect(buildRow(mapping, record({ documentNo: '一二三四五六七' })).problems[0]).toContain('有 7 个字，超过');
    expect(buildRow(mapping, { ...record({}), refusal: '没有审核' }).problems).toHaveLength(2);
  });

  it('has another hash only when the platform would see a change', () => {
    const one = buildRow(mapping, record({ documentNo: '1号', facts: '甲' })).sha256;
    expect(buildRow(mapping, record({ documentNo: '1号', facts: '乙' })).sha256).toBe(one);
    expect(buildRow(mapping, record({ documentNo: '2号', facts: '甲' })).sha256).not.toBe(one);
  });

  it('refuses a mapping with an unknown field or a heading twice, with the path', () => {
    const bad = json({
      columns: [
        { heading: '文号', field: 'documentNumber' },
        { heading: '文号', field: 'fine' },
      ],
    });
    const problems = () => {
      try {
        parsePack(exchangeMapping, bad, '对应表');
      } catch (error) {
        return (error as { details: { path: string }[] }).details.map(({ path }) => path);
      }
      return [];
    };
    expect(problems()).toEqual(['columns.0.field', 'columns.1.heading']);
    expect(() => parsePack(exchangeMapping, json({ sql: 'drop' }), '对应表')).toThrow('没有名为“sql”的栏目');
    expect(() => parsePack(exchangeMapping, json({ columns: [] }), '对应表')).toThrow('columns');
  });
});
