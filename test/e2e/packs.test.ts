import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hands, handsOn } from './hands';
import { answerOpenDialog, answerSaveDialogs, launch, type RunningApp } from './support';

let running: RunningApp;
let hands: Hands;
let out: string;

beforeAll(async () => {
  running = await launch();
  out = join(running.folder, 'out');
  hands = handsOn(running.page);
  await hands.heading('今日');
  await hands.press('载入示例办公室（练习）');
  await hands.press('载入并标为练习库');
  await running.page
    .getByRole('alert')
    .filter({ hasText: '已载入示例办公室' })
    .getByRole('button', { name: '关闭' })
    .click({ timeout: 120_000 });
});
afterAll(() => running.close());

const part = (name: RegExp) => running.page.getByRole('treeitem', { name }).first();
const finish = () => running.page.getByRole('button', { name: '定稿', exact: true });

test('a copy is edited in a form: a broken weight blocks it, names its place, and one step back frees it', async () => {
  const { page, press, write, goTo, choose, heading } = hands;
  await goTo('规则');
  await press('新建规则包…');
  await choose('以哪个规则包为底稿', '企业知识产权信用分级（样例）');
  await write('新规则包的编号', 'bureau-enterprise');
  await press('建立草稿');
  await heading('企业知识产权信用分级（样例）');
  await finish().waitFor();

  await part(/^公共信用基础/).click();
  await write('权重', '20');
  await page.getByText('还有 2 处问题，不能定稿').waitFor();
  expect(await finish().isDisabled()).toBe(true);
  await page.getByRole('button', { name: /同级权重合计应为 100，现为 90/ }).click();
  await page.getByRole('heading', { level: 2, name: '指标树' }).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => finish().isEnabled()).toBe(true);
});

test('the tree is worked by the keyboard alone, and what was typed is there after leaving', async () => {
  const { page, write } = hands;
  const tree = page.getByRole('tree');
  await part(/^公共信用基础/).click();
  await tree.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => page.locator('[role=treeitem][aria-selected=true]').getAttribute('id')).toBe('part-nodes.1');
  await page.keyboard.press('Insert');
  await page.getByRole('heading', { level: 2, name: '新指标' }).waitFor();
  await tree.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => page.getByRole('treeitem', { name: /^新指标/ }).count()).toBe(0);

  await part(/^基本信息/).click();
  await write('名称', '云州市企业知识产权信用分级办法');
  // left at once, before the pause after which a draft saves itself
  await hands.goTo('规则');
  await page.getByRole('gridcell', { name: '云州市企业知识产权信用分级办法' }).waitFor();
});

test('a pack rates nobody until it was tried on everybody and a second officer agreed', async () => {
  const { page, press, write, choose, told, goTo, heading, link } = hands;
  await page.getByRole('gridcell', { name: '云州市企业知识产权信用分级办法' }).dblclick();
  await heading('云州市企业知识产权信用分级办法');
  await link('继续编辑');
  await part(/^基本信息/).click();
  await write('第 1 条改动', '改用本局名称，调换一级指标的次序');
  await expect.poll(() => finish().isEnabled()).toBe(true);
  await finish().click();
  await told(/已定稿/);

  await link('试运行与启用');
  await press('下一步：试运行');
  await press('开始试运行');
  await page.getByText(/户中 \d+ 户等级变动/).waitFor({ timeout: 60_000 });
  await answerSaveDialogs(running.app, out);
  await press('导出变动名单…');
  await told(/已导出/);
  expect(readdirSync(out).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1);
  await press('下一步：填写日期与说明');
  await write('启用的理由', '经局务会研究，自今日起施行');
  await press('提出启用申请');
  await told('已提出启用申请，等待另一人决定');

  await goTo('规则');
  await press('批准或者退回…');
  await page.getByRole('radio', { name: '批准启用' }).check();
  await press('作出决定');
  await page.getByText('请选择作出决定的人员').waitFor();
  await hands.field('作出决定的人员').click();
  // who proposed is in the list, with the reason why not
  await page.getByText('是本次启用的申请人').waitFor();
  await page.keyboard.press('Escape');
  await choose('作出决定的人员', '杨例清');
  await press('作出决定');
  await told(/^已批准/);
  await expect
    .poll(() => page.getByRole('row').filter({ hasText: '云州市企业知识产权信用分级办法' }).first().textContent())
    .toContain('已启用');
});

test('a pack goes to another office as one file and is not taken in twice', async () => {
  const { page, press, told, goTo, heading } = hands;
  await page.getByRole('gridcell', { name: '云州市企业知识产权信用分级办法' }).dblclick();
  await heading('云州市企业知识产权信用分级办法');
  await press('导出…');
  await told(/可以带到其他局导入/);
  const file = readdirSync(out).find((name) => name.endsWith('.json'));
  await goTo('规则');
  await answerOpenDialog(running.app, join(out, file ?? ''));
  await press('导入规则包…');
  await told(/已经在本机，没有重复导入/);
  expect(running.noise).toEqual([]);
});
