import { expect, test } from 'vitest';
import * as data from '../../support/report-data';
import { insertRating } from '../../support/report-ratings';
import { openReportStore, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

test('the lines of the why-paper add up to the score and name their sources', async () => {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    insertRating(tx);
  });
  const sheet = (await store.read('rating-why', { id: 'g1' })).worksheets[0];
  const points: number[] = [];
  let running = '';
  sheet?.eachRow((row) => {
    const [change, total] = [row.getCell(5).value, row.getCell(6).value];
    if (typeof change === 'string' && /^[+-]?\d{1,3}(\.\d+)?$/.test(change)) {
      points.push(Number(change));
      running = String(total);
    }
  });
  expect(points).toEqual([100, -5, -15]);
  expect(running).toBe('80');
  const words = textsOf(sheet).join('\n');
  expect(words).toContain('国知代通〔2026〕18号');
  expect(words).toContain('未经官方文本核实');
  expect(words).toContain('达到 90 分升为 A 级，还差 10 分');
});

test('a site record of 20,000 characters is printed whole, in rows that a page can hold', async () => {
  const store = await openReportStore();
  const scene = '前台悬挂执业许可证正本，随机抽取委托合同逐份核对。'.repeat(800).slice(0, 20_000);
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertInspection(tx, 'v1', scene);
  });
  const sheet = (await store.read('inspection-record', { id: 'v1' })).worksheets[0];
  const pieces: string[] = [];
  sheet?.eachRow((row) => {
    expect(row.height).toBeLessThanOrEqual(408);
    const value = row.getCell(3).value;
    if (row.getCell(3).master === row.getCell(3) && typeof value === 'string') pieces.push(value);
  });
  expect(pieces.join('')).toContain(scene);
});

test('an item that was not answered is never shown as compliant', async () => {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertInspection(tx);
  });
  const texts = textsOf((await store.read('inspection-record', { id: 'v1' })).worksheets[1]);
  expect(texts).toContain('■ 发现问题');
  expect(texts).toContain('— 不适用');
  expect(texts).toContain('○ 未检查');
  expect(texts.join('\n')).toContain('违反本部门相关规定，责令改正');
  expect(texts.join('\n')).toContain('☑ 实地检查');
});
