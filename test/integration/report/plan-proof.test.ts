import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { draw } from '#shared/domain/plan/draw';
import { parsePopulation } from '#shared/domain/plan/population';
import { sha256Hex } from '#shared/kernel/sha256';
import { changeVisit } from '../../../electron/db/visit-change';
import { VERIFIERS } from '../../../electron/excel/reports/schedule-verifiers';
import { insertPlan } from '../../support/report-plan';
import { openReportStore, type ReportStore, textsOf } from '../../support/report-store';

const scriptOf = (name: string) => join(import.meta.dirname, '../../../resources/verifiers', name);
const hasPython = spawnSync('python3', ['--version']).status === 0;

async function withPlan(count = 60): Promise<ReportStore> {
  const store = await openReportStore();
  await store.fill((tx) => insertPlan(tx, count));
  return store;
}

/** Column A from a row on, as somebody would copy it out of the sheet. */
function columnA(book: ExcelJS.Workbook, name: string, from = 1): string {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const lines: string[] = [];
  for (let row = from; row <= sheet.rowCount; row++) lines.push(String(sheet.getCell(row, 1).value ?? ''));
  return `${lines.join('\n')}\n`;
}

test('the schedule lists every visit by batch and by pair, and proves the draw with hashes, seed and keys', async () => {
  const store = await withPlan();
  const book = await store.read('schedule', { id: 'plan1' });
  const sheets = Object.fromEntries(book.worksheets.map((sheet) => [sheet.name, textsOf(sheet)]));
  expect(Object.keys(sheets)).toEqual([
    '按批次',
    '按检查人员',
    '按周',
    '分层与公式',
    '抽取证明',
    '候选名录',
    '人员抽取',
    '核验数据',
    '核验对象Python',
    '核验对象JavaScript',
    '核验程序Python',
    '核验程序JavaScript',
  ]);
  const plan = await store.job.db.selectFrom('plan').selectAll().executeTakeFirstOrThrow();
  const freeze = await store.job.db.selectFrom('plan_freeze').selectAll().executeTakeFirstOrThrow();
  const visits = await store.job.db.selectFrom('visit').selectAll().execute();
  for (const visit of visits) {
    expect(sheets['按批次']?.filter((text) => text === visit.code)).toHaveLength(1);
    expect(sheets['按检查人员']?.filter((text) => text === visit.code)).toHaveLength(1);
    expect(sheets['抽取证明']).toContain(visit.draw_key);
  }
  // every visit once, each in a week that holds its day
  expect(sheets['按周']?.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))).toHaveLength(visits.length);
  expect(sheets['分层与公式']?.join('\n')).toMatch(/× 24% = \d+\.\d+，取整/);
  const proof = sheets['抽取证明']?.join('').replaceAll(' ', '');
  for (const hash of [freeze.list_sha256, freeze.list_sm3, freeze.nonce_sha256, freeze.nonce, plan.seed])
    expect(proof).toContain(hash);
  expect(proof).toContain('由钱虚构、孙办案二各输入一遍');
  const population = parsePopulation(plan.population).candidates;
  expect(sheets['候选名录']?.filter((text) => text === '● 抽中')).toHaveLength(visits.length);
  expect(sheets['候选名录']?.filter((text) => text === '未抽中')).toHaveLength(population.length - visits.length);
});

test('what is printed for the verifiers recomputes with the verifiers that are printed', async () => {
  const store = await withPlan(200);
  const book = await store.read('schedule', { id: 'plan1' });
  const data = join(store.out, 'data.txt');
  writeFileSync(data, columnA(book, '核验数据'));
  for (const { sheet, fileName, scope } of VERIFIERS) {
    const printed = columnA(book, sheet, 4);
    expect(printed).toBe(readFileSync(scriptOf(fileName), 'utf8'));
    const runner = fileName.endsWith('.py') ? (hasPython ? 'python3' : null) : process.execPath;
    if (runner === null) continue;
    const script = join(store.out, fileName);
    writeFileSync(script, printed);
    const said = execFileSync(runner, [script, data], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(said).toMatch(scope === 'picks' ? /一致 {4}抽中对象 \d+ 户/ : /一致 {4}抽取结果 \d+ 户及其检查人员/);
  }
});

test('the announcement holds the hashes, the list itself and the commitment, and neither seed nor nonce', async () => {
  const store = await withPlan();
  const book = await store.read('schedule-announcement', { id: 'freeze1' });
  const freeze = await store.job.db.selectFrom('plan_freeze').selectAll().executeTakeFirstOrThrow();
  const words = book.worksheets.flatMap(textsOf).join('').replace(/\s/g, '');
  for (const hash of [freeze.list_sha256, freeze.list_sm3, freeze.officers_sha256, freeze.nonce_sha256])
    expect(words).toContain(hash);
  expect(words).not.toContain(freeze.nonce);
  expect(columnA(book, '名录原文', 4)).toBe(freeze.list);
  expect(sha256Hex(columnA(book, '名录原文', 4))).toBe(freeze.list_sha256);
});

test('a draw of the first method, without a freeze, is still printed with its own proof', async () => {
  const store = await withPlan();
  const plan = await store.job.db.selectFrom('plan').selectAll().executeTakeFirstOrThrow();
  const quotas = (JSON.parse(plan.strata) as { id: string; count: number }[]).map(({ id, count }) => ({
    stratum: id,
    count,
  }));
  const seedParts = { publicValue: '3 5 1 6', officeNonce: 'ab'.repeat(16) };
  const first = draw(parsePopulation(plan.population), quotas, seedParts);
  await store.fill((tx) =>
    tx.update('plan', 'plan1', {
      algorithm: 1,
      freeze_id: null,
      seed: first.seed,
      seed_parts: JSON.stringify({ ...seedParts, witnesses: '王见证' }),
    }),
  );
  const book = await store.read('schedule', { id: 'plan1' });
  expect(book.worksheets.map(({ name }) => name)).not.toContain('核验数据');
  const proof = textsOf(book.getWorksheet('抽取证明')).join('').replaceAll(' ', '');
  expect(proof).toContain(plan.population_sha256);
  expect(proof).toContain('第1版');
});

test.each([
  ['the list of candidates', 'plan', 'population'],
  ['the announced list', 'plan_freeze', 'list'],
] as const)('%s that was changed after the draw is refused, not printed as a proof', async (_what, table, column) => {
  const store = await withPlan(30);
  const row = await store.job.db.selectFrom(table).selectAll().executeTakeFirstOrThrow();
  const text = String(row[column as keyof typeof row]);
  const broken = `${text.trimEnd().split('\n').reverse().join('\n')}\n`;
  await store.fill((tx) => tx.update(table, row.id, { [column]: broken }));
  await expect(store.read('schedule', { id: 'plan1' })).rejects.toMatchObject({ code: 'bad_input' });
});

test('officers exchanged after the draw go in the schedule and stand in a sheet of changes; the proof stays as drawn', async () => {
  const store = await withPlan();
  const before = await store.read('schedule', { id: 'plan1' });
  expect(before.worksheets.map(({ name }) => name)).not.toContain('变更记录');
  const visit = await store.job.db
    .selectFrom('visit')
    .selectAll()
    .where('state', '=', 'planned')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const stranger = ['o0', 'o1', 'o2', 'o3', 'o4', 'o5'].find(
    (id) => id !== visit.officer1_id && id !== visit.officer2_id,
  );
  await store.fill((tx) =>
    changeVisit(
      tx,
      visit,
      { officer2_id: stranger ?? '' },
      { kind: 'exchange', cause: 'illness', reason: '当日就医', secondOfficerId: 'o1' },
    ),
  );
  const after = await store.read('schedule', { id: 'plan1' });
  const changes = textsOf(after.getWorksheet('变更记录')).join('\n');
  expect(changes).toMatch(/换人[\s\S]*因病不能参加[\s\S]*当日就医/);
  for (const sheet of ['核验数据', '人员抽取', '候选名录'])
    expect(columnA(after, sheet, 5)).toBe(columnA(before, sheet, 5));
  const load = (book: ExcelJS.Workbook) => textsOf(book.getWorksheet('人员抽取')).join('|');
  expect(load(after).replace(/第\d+号/g, '')).toBe(load(before).replace(/第\d+号/g, ''));
});
