import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { approveRating, readWhy } from './rate-and-draw';
import { AGENCY, type Story } from './story';

/** What was repaired no longer costs anything; the earlier rating stays. */
export async function rateAgain(story: Story, before: number): Promise<void> {
  const { hands, running } = story;
  const { page, goTo, field, heading, press, told } = hands;
  await goTo('主体');
  await field('筛选').fill('0016P');
  await page.getByText('共 1 户').waitFor();
  await page.getByRole('grid', { name: '监管对象' }).getByText(AGENCY).dblclick();
  await heading(AGENCY);
  await running.shot('subject');
  await page.getByRole('tab', { name: '评价' }).click();
  await press('重新评价');
  await told(/等待第二人审定$/);
  await approveRating(story);
  const { points } = await readWhy(story);
  expect(points.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(before);
  await hands.link('打开主体档案');
  await page.getByRole('tab', { name: '评价' }).click();
  const ratings = page.getByRole('grid', { name: '评价' }).getByRole('row');
  await expect.poll(() => ratings.count()).toBe(3);
}

/** Nothing is left undone, and each exported document is in the register. */
export async function lookBack({ hands, running }: Story): Promise<void> {
  const { page, goTo } = hands;
  await goTo('今日');
  await running.shot('today');
  await goTo('报表');
  await running.shot('reports');
  await page.getByRole('tab', { name: '出具登记' }).click();
  const issued = page.getByRole('grid', { name: '出具的文书' });
  await issued.getByText(/整报/).waitFor();
  await issued.getByText(/修报/).waitFor();
}

/** Everything that was written fits its record, and there is a copy of it. */
export async function verifyAndBackUp({ hands, running }: Story): Promise<void> {
  const { page, goTo, link, press, told } = hands;
  await goTo('设置');
  await link('存储与备份');
  await press('核验全部记录');
  const result = page.getByRole('region', { name: '核验结果' });
  await result.getByText('已通过').waitFor();
  await result.getByText(/条，首尾相连/).waitFor();
  await page.getByRole('region', { name: '存储' }).getByRole('button', { name: '立即备份' }).click();
  await told('已备份并通过检查');
  expect(await page.getByRole('grid', { name: '备份' }).getByRole('row').count()).toBeGreaterThan(1);
  expect(readdirSync(join(running.store, 'backups')).length).toBeGreaterThan(0);
  await running.shot('settings');
}
