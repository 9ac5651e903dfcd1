import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
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
let interviewId: string;
const NAME = '云州示例知识产权代理有限公司';
const PERSON = '11010519491231002X';

beforeAll(async () => {
  running = await launch();
  page = running.page;
  hands = handsOn(page);
  out = join(running.folder, 'out');
  mkdirSync(out, { recursive: true });
  await hands.heading('今日');
  const { officers } = await prepareOffice(page);
  const [first = '', second = ''] = officers;
  const subjectId = await createAgency(page, NAME);
  const { checklists } = await call(page, 'inspection.list-checklists', { subjectKind: 'patent_agency' });
  const day = (await call(page, 'today.get', {})).date;
  const { id: inspectionId } = await call(page, 'inspection.create', {
    subjectId,
    kind: 'daily',
    method: 'on_site',
    checklistId: checklists[0]?.id ?? '',
    officer1Id: first,
    officer2Id: second,
    startedAt: `${day}T00:01`,
    place: '云州市示例路1号',
  });
  const started = await call(page, 'interview.start', {
    inspectionId,
    startedAt: `${day}T00:30`,
    place: '云州市示例路1号会议室',
    officer1Id: first,
    officer2Id: second,
    recorderId: second,
    personName: '赵某某',
    personIdNumber: PERSON,
  });
  interviewId = started.id;
  await answerSaveDialogs(running.app, out);
});
afterAll(() => running.close());

const open = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

test('questions and answers are typed with Enter alone and are in the store at once', async () => {
  await open(`#/papers/interviews/${interviewId}`);
  await page.getByLabel('第 3 答').click();
  await page.keyboard.press('Enter');
  await page.getByLabel('第 4 问').waitFor();
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('属实。');
  await page.keyboard.press('Enter');
  await page.getByLabel('第 5 问').waitFor();
  const { interview } = await call(page, 'interview.get', { id: interviewId });
  expect(interview.lines[3]).toMatchObject({ question: '检查中发现的上述情况是否属实？', answer: '属实。' });
});

test('the PDF of a questioning is numbered and signed on every page, bears the number in full, and the screen does not', async () => {
  await open(`#/papers/view/interview-record/${interviewId}`);
  await page.getByText('110***********002X').waitFor();
  await hands.press('导出 PDF…');
  await hands.told(/^已导出/);
  await page.getByText('110***********002X').waitFor();
  const name = readdirSync(out).find((file) => file.endsWith('.pdf')) ?? '';
  const text = execFileSync('pdftotext', ['-layout', join(out, name), '-'], { encoding: 'utf8' });
  const pages = text
    .split('\f')
    .slice(0, -1)
    .map((one) => one.replace(/\s+/g, ''));
  expect(pages.join('')).toContain(PERSON);
  for (const [index, one] of pages.entries()) {
    expect(one).toContain(`第${index + 1}页共${pages.length}页`);
    expect(one).toContain('被询问人（签名）：');
    expect(one).toContain('询问笔录（第1次）');
  }
  const { documents } = await call(page, 'report.list-issued', {});
  expect(documents[0]).toMatchObject({ fileName: name, title: '询问笔录（页面 PDF）' });
});
