import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { caseInput } from '#shared/domain/rating/run-cases';
import { call } from './calls';
import { type Hands, handsOn } from './hands';
import { answerOpenDialog, answerSaveDialogs, launch, type RunningApp } from './support';

const TITLE = '云州市企业知识产权信用分级（2026年修订）';
const SECOND = '杨例清';
let running: RunningApp;
let hands: Hands;
let out: string;

/** The enterprise rules as the city would revise them: grade A begins lower, and the cases say so. */
function revisedPack(): string {
  const shipped = resolve(import.meta.dirname, '../../resources/packs/rating/enterprise-ip-sample.v1.json');
  const pack = JSON.parse(readFileSync(shipped, 'utf8'));
  pack.id = 'yunzhou-enterprise';
  pack.version = 2;
  pack.title = TITLE;
  pack.status = 'office';
  pack.extends = { id: 'enterprise-ip-sample', version: 1, changes: ['A 级的起点降为 79 分'] };
  const grade = (code: string) => pack.grades.find((one: { code: string }) => one.code === code);
  grade('A').from = 79;
  grade('B').below = 79;
  // the cases of the revision say what the revision gives
  const parsed = parseRatingPack(pack);
  parsed.cases.forEach((one, index) => {
    pack.cases[index].expect.grade = rate(parsed, caseInput(one)).gradeCode;
  });
  return JSON.stringify(pack, null, 2);
}

beforeAll(async () => {
  running = await launch();
  out = join(running.folder, 'out');
  mkdirSync(out, { recursive: true });
  hands = handsOn(running.page);
  await hands.heading('今日');
  await hands.press('载入示例办公室（练习）');
  await hands.press('载入并标为练习库');
  const loaded = running.page.getByRole('alert').filter({ hasText: '已载入示例办公室' });
  await loaded.getByRole('button', { name: '关闭' }).click({ timeout: 120_000 });
});
afterAll(() => running.close());

test('a new version is loaded, its movers are seen, a second officer puts it in force, everybody is rated by it and the reason is printed', async () => {
  const { page, press, link, write, choose, told, goTo, heading } = hands;
  const file = join(running.folder, 'revised.json');
  writeFileSync(file, revisedPack());
  try {
    await goTo('规则');
    await answerOpenDialog(running.app, file);
    await press('导入规则包…');
    await told(/已导入/);
    await heading(TITLE);
    await page.getByRole('tab', { name: /与基础包的差异/ }).click();
    await page.getByText('A 级的起点降为 79 分').first().waitFor();

    await link('试运行与启用');
    await press('下一步：试运行');
    await press('开始试运行');
    const said = page.getByText(/户中 [\d,]+ 户等级变动/);
    await said.waitFor({ timeout: 60_000 });
    const moving = Number(/户中 ([\d,]+) 户/.exec((await said.textContent()) ?? '')?.[1]?.replace(',', ''));
    expect(moving).toBeGreaterThan(100);
    await press('下一步：填写日期与说明');
    await write('启用的理由', '经局务会研究，自今日起施行');
    await press('提出启用申请');
    await told('已提出启用申请，等待另一人决定');
    await goTo('今日');
    await page.getByText(`启用规则包“${TITLE}”第 2 版`).waitFor();
    await goTo('规则');
    await press('批准或者退回…');
    await page.getByRole('radio', { name: '批准启用' }).check();
    await choose('作出决定的人员', SECOND);
    await press('作出决定');
    await told(/^已批准/);

    await goTo('评价');
    await link('开展评价');
    await press('开始评价');
    const movers = page.getByRole('grid', { name: '等级变动的主体' });
    await movers.waitFor({ timeout: 60_000 });
    expect(await movers.getByText(/改用规则/).count()).toBeGreaterThan(0);
    const form = page.getByRole('region', { name: '等待第二人审定' });
    await page.getByRole('radio', { name: '同意，等级生效' }).check();
    await choose('审定人员', SECOND);
    await press('登记审定意见');
    await told(/^已审定，\d+ 户的等级生效/);
    await form.waitFor({ state: 'hidden' });
    const { rows } = await call(page, 'rating.list', { movedOnly: true, limit: 1000 });
    const moved = rows.filter(({ packId }) => packId === 'yunzhou-enterprise');
    // the dry run had announced exactly those
    expect(moved).toHaveLength(moving);

    await movers.getByRole('row').nth(1).dblclick();
    await page.getByRole('region', { name: '逐项说明' }).waitFor();
    await page.getByText('复算一致').waitFor();
    await page
      .getByText(/改用规则（/)
      .first()
      .waitFor();
    await running.shot('new-version-why');
    await answerSaveDialogs(running.app, out);
    await press('导出 PDF…');
    await told(/^已导出/);
    const [name = ''] = readdirSync(out);
    const text = execFileSync('pdftotext', ['-layout', join(out, name), '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
    expect(text).toContain(TITLE.replace(/\s/g, ''));
    expect(text).toContain('改用规则');
    expect(text).toContain('样例权重');
  } catch (error) {
    await running.shot('new-version-failed');
    throw error;
  }
  expect(running.noise).toEqual([]);
});
