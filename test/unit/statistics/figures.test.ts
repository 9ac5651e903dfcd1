import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { definitionPack, figureValue } from '#shared/domain/statistics/definitions';
import { changeText, figureText, percentText } from '#shared/domain/statistics/figure-text';
import { lastDay, monthState, requireFreezable, shiftMonth } from '#shared/domain/statistics/month';
import { monthSha256 } from '#shared/domain/statistics/month-hash';
import { figureDelta, rowChange, type StatRow } from '#shared/domain/statistics/stat-row';

const file = join(import.meta.dirname, '../../../resources/packs/statistics/monthly-inspection.v1.json');
const shipped = () => JSON.parse(readFileSync(file, 'utf8'));
const count = (value: number) => ({ unit: 'count', value }) as const;
const ratio = (numerator: number, denominator: number) => ({ unit: 'ratio', numerator, denominator }) as const;

const row: StatRow = {
  ...{
    source: 'inspection',
    id: 'i1',
    recordId: 'i1',
    no: '1号',
    subject: '甲',
    code: '',
    on: '2026-10-08',
    kind: 'daily',
  },
  ...{
    stratum: '',
    plan: '',
    grade: 'A',
    station: '一队',
    result: '1',
    disposition: 'none_needed',
    figures: ['inspected'],
  },
};

describe('figures', () => {
  it('show a quotient with both its parts and round it in whole numbers', () => {
    expect(figureText(ratio(7, 12))).toBe('58.33%（7÷12）');
    expect(figureText(count(1_234))).toBe('1234');
    // 1 ÷ 800 = 0.125 % exactly: floating point would give 0.12
    expect(percentText(1, 800)).toBe('0.13%');
    expect(percentText(15, 1448)).toBe('1.04%');
    expect(percentText(0, 5)).toBe('0.00%');
    expect(percentText(5, 0)).toBe('—');
  });

  it('change by an exact share, by points for ratios, and never by a share of nothing', () => {
    expect(changeText(count(1197), count(1000))).toBe('+19.7%');
    expect(changeText(count(803), count(1000))).toBe('−19.7%');
    expect(changeText(count(5), count(5))).toBe('持平');
    expect(changeText(count(5), count(0))).toBe('基数为 0');
    expect(changeText(count(0), count(0))).toBe('持平');
    expect(changeText(ratio(1, 2), ratio(1, 3))).toBe('+16.67 个百分点');
    expect(changeText(ratio(0, 0), ratio(1, 3))).toBe('—');
    expect(() => changeText(count(1), ratio(1, 2))).toThrow('two units');
  });

  it('follow the shipped definitions: completion = published ÷ number, closing = closed ÷ published', () => {
    const pack = parsePack(definitionPack, shipped(), '统计口径');
    const of = (id: string) => {
      const found = pack.figures.find((one) => one.id === id);
      if (!found) throw new Error(id);
      return figureValue(found, { planned: 180, published: 90, closed: 45 });
    };
    expect(of('completion')).toEqual(ratio(90, 180));
    expect(of('closing')).toEqual(ratio(45, 90));
    expect(of('inspected')).toEqual(count(0));
  });

  it('refuse a pack whose ratio divides what it does not count, with the place', () => {
    const pack = shipped();
    pack.figures = pack.figures.filter((one: { id: string }) => one.id !== 'closed');
    expect(() => parsePack(definitionPack, pack, '统计口径')).toThrow('“closed”不在本表中');
    expect(() => parsePack(definitionPack, { ...shipped(), problemResults: ['Z'] }, '统计口径')).toThrow(
      'problemResults.0',
    );
  });
});

describe('months', () => {
  it('know their ends over the year and in a leap year', () => {
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(shiftMonth('2026-10', -12)).toBe('2025-10');
    expect(lastDay('2028-02')).toBe('2028-02-29');
  });

  it('are frozen in order, once, and never while they run', () => {
    const today = '2026-11-25';
    expect(monthState('2026-09', today, [])).toBe('ready');
    expect(monthState('2026-10', today, ['2026-09'])).toBe('ready');
    const refusal = (month: string, frozen: string[]) => {
      try {
        requireFreezable(month, today, frozen);
      } catch (error) {
        return (error as Error).message;
      }
      return null;
    };
    expect(refusal('2026-10', ['2026-09'])).toBeNull();
    expect(refusal('2026-09', ['2026-09'])).toContain('不能再冻结一次');
    expect(refusal('2026-11', ['2026-09'])).toContain('还没有结束');
    expect(refusal('2026-12', ['2026-09'])).toContain('还没有到');
    expect(refusal('2026-10', ['2026-08'])).toContain('请先冻结2026年9月');
    expect(refusal('2026-07', ['2026-08'])).toContain('不能再冻结更早');
  });
});

describe('a row of a frozen month', () => {
  it('is corrected by what moves a figure, not by a new name or grade', () => {
    expect(rowChange(row, { ...row, subject: '乙', grade: 'B' })).toBeNull();
    expect(rowChange(row, { ...row, on: '2026-10-09' })).toBeNull();
    expect(rowChange(row, { ...row, result: '5', figures: ['inspected', 'problem'] })).toBe('changed');
    expect(rowChange(row, null)).toBe('removed');
    expect(rowChange(null, row)).toBe('added');
    expect(rowChange(null, null)).toBeNull();
    expect(figureDelta(row, { ...row, figures: ['inspected', 'problem'] })).toEqual({ problem: 1 });
    expect(figureDelta(row, null)).toEqual({ inspected: -1 });
  });

  it('has a hash that any change moves and no order', () => {
    const figure = { figure: 'inspected', dimension: 'month', key: '', value: 2 };
    const content = {
      month: '2026-10',
      definitions: '{}',
      previous: null,
      figures: [figure],
      rows: ['a', 'b'],
      corrections: [],
    };
    const hash = monthSha256(content);
    expect(monthSha256({ ...content, rows: ['b', 'a'] })).toBe(hash);
    expect(monthSha256({ ...content, rows: ['a'] })).not.toBe(hash);
    expect(monthSha256({ ...content, figures: [{ ...figure, value: 3 }] })).not.toBe(hash);
    expect(monthSha256({ ...content, previous: 'x' })).not.toBe(hash);
    expect(monthSha256({ ...content, definitions: '{ }' })).not.toBe(hash);
  });
});
