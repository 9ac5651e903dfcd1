import { expect, test } from 'vitest';
import { parsePopulation } from '#shared/domain/plan/population';
import * as data from '../../support/report-data';
import { insertRating } from '../../support/report-ratings';
import { openReportStore, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

test('the schedule lists every visit by batch and by pair, and proves the draw with hash, seed and keys', async () => {
  const store = await openReportStore();
  await store.fill((tx) => data.insertPlan(tx, 60));
  const book = await store.read('schedule', { id: 'plan1' });
  const names = book.worksheets.map(({ name }) => name);
  expect(names).toEqual(['按批次', '按检查人员', '分层与公式', '抽取证明', '候选名录']);
  const plan = await store.job.db.selectFrom('plan').selectAll().executeTakeFirstOrThrow();
  const visits = await store.job.db.selectFrom('visit').selectAll().execute();
  const [byBatch = [], byPair = [], strata = [], proof = [], candidates = []] = book.worksheets.map(textsOf);
  for (const visit of visits) {
    expect(byBatch.filter((text) => text === visit.code)).toHaveLength(1);
    expect(byPair.filter((text) => text === visit.code)).toHaveLength(1);
    expect(proof).toContain(visit.draw_key);
  }
  expect(strata.join('\n')).toMatch(/× 24% = \d+\.\d+，取整/);
  expect(proof.join('').replaceAll(' ', '')).toContain(plan.population_sha256);
  expect(proof.join('').replaceAll(' ', '')).toContain(plan.seed);
  expect(proof).toContain('3 5 1 6 2 4');
  const population = parsePopulation(plan.population).candidates;
  expect(candidates.filter((text) => text === '● 抽中')).toHaveLength(visits.length);
  expect(candidates.filter((text) => text === '未抽中')).toHaveLength(population.length - visits.length);
});

test('a list that was changed after the draw is refused, not printed as a proof', async () => {
  const store = await openReportStore();
  await store.fill((tx) => data.insertPlan(tx, 30));
  const plan = await store.job.db.selectFrom('plan').select('population').executeTakeFirstOrThrow();
  const broken = plan.population.split('\n').reverse().join('\n');
  await store.fill((tx) => tx.update('plan', 'plan1', { population: broken }));
  await expect(store.read('schedule', { id: 'plan1' })).rejects.toMatchObject({ code: 'bad_input' });
});

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
