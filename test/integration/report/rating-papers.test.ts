import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainRating } from '../../../electron/features/rating/explain-rating';
import { filePdf } from '../../../electron/features/report/file-pdf';
import * as ratings from '../../support/report-ratings';
import { openReportStore, type ReportStore, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

/** An agency of which one record came from another office and one from its branch, twice rated. */
async function storeWithMixed(): Promise<ReportStore> {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    tx.insert('subject', subjectRow('s2', 2));
    ratings.insertRating(tx, { id: 'a1', asOf: '2026-01-31', facts: [] });
    ratings.insertMovers(tx);
  });
  return store;
}

const wordsOf = async (store: ReportStore, report: string, params: Record<string, string>): Promise<string> =>
  (await store.read(report, params)).worksheets
    .flatMap((sheet) => [sheet.headerFooter.oddHeader ?? '', ...textsOf(sheet)])
    .join('\n');

const issued = async (store: ReportStore) =>
  (await store.job.db.selectFrom('issued_document').select(['report', 'no']).execute())
    .map(({ report, no }) => `${report} ${no}`)
    .sort();

test('the firm’s copy covers where other offices’ records came from and keeps their points; the office’s copy names them', async () => {
  const store = await storeWithMixed();
  const firm = await wordsOf(store, 'rating-why', { id: 'm1', copy: 'subject' });
  for (const word of ratings.FOREIGN_WORDS) expect(firm).not.toContain(word);
  expect(firm).toContain('2026-07-08 外局信息（依规定不予披露来源），扣 20 分');
  expect(firm).toContain('送达主体联');
  expect(firm).toContain('江北分公司');
  const office = await wordsOf(store, 'rating-why', { id: 'm1' });
  for (const word of ratings.FOREIGN_WORDS) expect(office).toContain(word);
  expect(office).not.toContain('外局信息');
});

test('the page of the firm’s copy covers them everywhere: lines, costliest records, reliefs, references and causes', async () => {
  const store = await storeWithMixed();
  const ask = async (copy: 'office' | 'subject') => explainRating({ ratingId: 'm1', copy }, store.job);
  const [office, firm] = [await ask('office'), await ask('subject')];
  const text = JSON.stringify(firm);
  for (const word of ratings.FOREIGN_WORDS) expect(text).not.toContain(word);
  for (const word of ratings.FOREIGN_WORDS) expect(JSON.stringify(office)).toContain(word);
  expect(firm.lines.map(({ pointsThousandths }) => pointsThousandths)).toEqual(
    office.lines.map(({ pointsThousandths }) => pointsThousandths),
  );
  expect(firm.causes.reduce((sum, { deltaThousandths }) => sum + deltaThousandths, 0)).toBe(
    firm.rating.scoreThousandths - 100_000,
  );
  expect(firm.recomputes).toBe(office.recomputes);
});

test('both copies bear one number; only the second issue of the same copy is a second issue', async () => {
  const store = await storeWithMixed();
  const office = await wordsOf(store, 'rating-why', { id: 'm1' });
  const firm = await wordsOf(store, 'rating-why', { id: 'm1', copy: 'subject' });
  const again = await wordsOf(store, 'rating-why', { id: 'm1', copy: 'subject' });
  for (const words of [office, firm, again]) expect(words).toContain('云州市监评说〔2026〕1号');
  expect(office).not.toContain('次出具');
  expect(firm).not.toContain('次出具');
  expect(again).toContain('送达主体联　第2次出具');
  expect(await issued(store)).toEqual([
    'rating-why 云州市监评说〔2026〕1号',
    'rating-why/subject 云州市监评说〔2026〕1号',
    'rating-why/subject 云州市监评说〔2026〕1号',
  ]);
});

test('what waits for approval looks like a draft: marked on every page, without a number, and never handed out', async () => {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    tx.insert('subject', subjectRow('s2', 2));
    ratings.insertMovers(tx, 'proposed');
  });
  const book = await store.read('rating-why', { id: 'm1' });
  for (const sheet of book.worksheets) expect(sheet.headerFooter.oddHeader).toContain('未经审定，不作为评价结果');
  expect(textsOf(book.worksheets[0]).join('\n')).toContain('信用评价说明（未经审定）');
  expect(await wordsOf(store, 'rating-movers', { id: 'run1' })).toContain('未经审定，等级没有生效');
  for (const [report, params] of [
    ['rating-why', { id: 'm1', copy: 'subject' }],
    ['rating-warning-letter', { id: 'm1' }],
  ] as const)
    await expect(store.read(report, { ...params })).rejects.toMatchObject({ code: 'bad_state' });
  expect(await issued(store)).toEqual(['rating-movers/draft ', 'rating-why/draft ']);
});

test('a rating whose sources are too old bears a bar and sends no letter', async () => {
  const store = await openReportStore();
  const pack = { id: 'hubei-enterprise', version: 1 };
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1, { kind: 'enterprise' }));
    ratings.insertRating(tx, { pack, kind: 'enterprise', facts: [] });
  });
  expect(await wordsOf(store, 'rating-why', { id: 'g1' })).toContain('▲ 数据过期，等级暂缓使用');
  await expect(store.read('rating-warning-letter', { id: 'g1' })).rejects.toThrow('数据已经过期');
});

test('the letter takes its name and its words from the pack, and a grade without a letter is refused in a sentence', async () => {
  const store = await storeWithMixed();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s3', 3, { kind: 'enterprise' }));
    const facts = [ratings.ratingFact('f', 'serious_list', '2026-02-02')];
    ratings.insertRating(tx, {
      ...{ id: 'r4', subjectId: 's3', kind: 'enterprise', facts },
      pack: { id: 'foshan-risk', version: 1 },
    });
  });
  const letter = await wordsOf(store, 'rating-warning-letter', { id: 'r4' });
  expect(letter).toContain('风险警示函');
  expect(letter).toContain('云州市监预警〔2026〕1号');
  expect(letter).toContain('附件：信用评价说明（送达主体联）');
  expect(letter).toContain('样例规则');
  await expect(store.read('rating-warning-letter', { id: 'm2' })).rejects.toThrow('不发预警函或者提示函');
  // an earlier rating of the same agency
  await expect(store.read('rating-warning-letter', { id: 'a1' })).rejects.toThrow('已有更新的评价');
});

test('a simulation says so on every page, takes no number and refuses suppositions it cannot read', async () => {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    ratings.insertFacts(tx, ratings.usualFacts('s'));
  });
  const suppositions = JSON.stringify([{ kind: 'repaired', factId: 's-f1', on: '2026-12-01' }]);
  const params = { subjectId: 's1', asOf: '2027-01-15' };
  const book = await store.read('rating-simulation', { ...params, suppositions });
  for (const sheet of book.worksheets) expect(sheet.headerFooter.oddHeader).toContain('模拟 — 不作为评价结果');
  const words = textsOf(book.worksheets[0]).join('\n');
  expect(words).toContain('自 2026-12-01 起已修复或者撤回');
  expect(words).toMatch(/没有假设：80 分，.*按假设：95 分，.*比没有假设时多 15 分/);
  expect(await issued(store)).toEqual(['rating-simulation ']);
  const bad = store.read('rating-simulation', { ...params, suppositions: '[{"kind":"magic"}]' });
  await expect(bad).rejects.toMatchObject({ code: 'bad_input' });
  await expect(store.read('rating-simulation', { ...params, suppositions: '{' })).rejects.toMatchObject({
    code: 'bad_input',
  });
});

test('the table of movers lists who fell first, and the migration adds up to everybody who is rated', async () => {
  const store = await storeWithMixed();
  const movers = textsOf((await store.read('rating-movers', { id: 'run1' })).worksheets[0]);
  expect(movers.indexOf('↓ 下降')).toBeLessThan(movers.indexOf('↑ 上升'));
  expect(movers.join('\n')).toContain('等级变动 2 户，下降 1 户，上升 1 户');
  const sheet = (await store.read('rating-migration', { from: '2026-01-31', to: '2026-11-23' })).worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
  const total = rows.find(([label]) => label === '合计');
  // A+, A, B, C, D, all, risen, unchanged, fallen
  expect(total?.slice(1)).toEqual(['0', '1', '0', '0', '1', '2', '0', '0', '1']);
  expect(rows.find(([label]) => label === '○ 期初未按本规则包评价')?.[6]).toBe('1');
  await expect(store.read('rating-migration', { from: '2026-12-01', to: '2026-11-23' })).rejects.toMatchObject({
    code: 'bad_input',
  });
});

test('a PDF of a page is registered and moved into place, both or neither', async () => {
  const store = await storeWithMixed();
  const grant = (token: string, path: string) => store.job.files.add(token, { path, mode: 'write' });
  const [staged, target] = [join(store.out, '.a.new'), join(store.out, 'a.pdf')];
  grant('staged', staged);
  grant('target', target);
  const filing = { report: 'rating-why', staged: 'staged', target: 'target' } as const;
  writeFileSync(staged, '%PDF');
  await expect(filePdf({ ...filing, ownerId: 'nobody', copy: 'office' }, store.job)).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(readdirSync(store.out)).toEqual([]);
  writeFileSync(staged, '%PDF');
  expect(await filePdf({ ...filing, ownerId: 'm1', copy: 'subject' }, store.job)).toMatchObject({ fileName: 'a.pdf' });
  expect([existsSync(staged), existsSync(target)]).toEqual([false, true]);
  expect(await issued(store)).toEqual(['rating-why/page-subject ']);
});
