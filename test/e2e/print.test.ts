import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, createAgency, prepareOffice } from './calls';
import { type Hands, handsOn } from './hands';
import { answerSaveDialogs, launch, type RunningApp } from './support';

let running: RunningApp;
let page: Page;
let hands: Hands;
let out: string;
let subjectId: string;
let ratingId: string;
let factId: string;
const NAME = '云州示例知识产权代理有限公司';

beforeAll(async () => {
  running = await launch();
  page = running.page;
  hands = handsOn(page);
  out = join(running.folder, 'out');
  mkdirSync(out, { recursive: true });
  await hands.heading('今日');
  const { officers } = await prepareOffice(page);
  subjectId = await createAgency(page, NAME);
  const fact = await call(page, 'fact.create', {
    subjectId,
    itemCode: 'annual_report_late',
    sourceOrg: '省级管理专利工作的部门',
    sourceNo: '示例知异〔2026〕7号',
    occurredOn: '2026-03-02',
    summary: '未在规定期限提交年度报告',
    fields: { reportYear: 2025 },
  });
  factId = fact.id;
  const run = await call(page, 'rating.rate-subject', { subjectId });
  await call(page, 'rating.decide-batch', { id: run.batchId, officerId: officers[1], decision: 'approve' });
  ratingId = run.ratingId;
  await answerSaveDialogs(running.app, out);
});
afterAll(() => running.close());

async function open(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await hands.heading(NAME);
}

/** Every page of the one PDF that was made last, without its blanks. */
function pagesOf(name: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', join(out, name), '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((one) => one.replace(/\s+/g, ''));
}

const registered = async (fileName: string) =>
  (await call(page, 'report.list-issued', {})).documents.find((document) => document.fileName === fileName);

test('the why page becomes an A4 PDF with its lines, the office on every page and without buttons, and is registered', async () => {
  await open(`#/ratings/${ratingId}`);
  await page.getByRole('switch', { name: '送达主体联' }).click();
  await page.getByRole('region', { name: '逐项说明' }).waitFor();
  await hands.press('导出 PDF…');
  await hands.told(/^已导出/);
  const [name = ''] = readdirSync(out);
  expect(readdirSync(out)).toHaveLength(1);
  expect(name).toContain('送达主体联');
  const printed = pagesOf(name);
  printed.forEach((one, index) => {
    expect(one).toContain('云州市知识产权局');
    expect(one).toContain('信用评价说明（送达主体联）');
    expect(one).toMatch(/存证链第\d+条[0-9a-f]{12}/);
    expect(one).toContain(`第${index + 1}页共${printed.length}页`);
  });
  const whole = printed.join('');
  for (const words of [NAME, '示例知异〔2026〕7号', '数据截至', '距上下一级']) expect(whole).toContain(words);
  for (const words of ['重新评价', '打开主体档案', '导出PDF', '失信与修复', '已保存'])
    expect(whole).not.toContain(words);
  expect(execFileSync('pdfinfo', [join(out, name)], { encoding: 'utf8' })).toMatch(/Page size: +59\d\.\d+ x 84\d/);
  const sha256 = createHash('sha256')
    .update(readFileSync(join(out, name)))
    .digest('hex');
  expect(await registered(name)).toMatchObject({ title: '信用评价说明（页面 PDF，送达主体联）', sha256, no: '' });
});

test('every page of a printed simulation says that it is none of the ratings, and what was supposed', async () => {
  await open(`#/ratings/simulate/${subjectId}?repaired=${factId}`);
  await page.getByRole('region', { name: '逐项说明' }).waitFor();
  await hands.press('导出 PDF…');
  await hands.told(/^已导出/);
  const name = readdirSync(out).find((one) => one.startsWith('模拟评价说明')) ?? '';
  const printed = pagesOf(name);
  expect(printed.length).toBeGreaterThan(0);
  for (const one of printed) expect(one).toContain('模拟—不作为评价结果');
  expect(printed.join('')).toContain('示例知异〔2026〕7号）自');
  expect(printed.join('')).toContain('起已修复或者撤回');
  expect(await registered(name)).toMatchObject({ title: '模拟评价说明（页面 PDF）' });
});
