import { expect } from 'vitest';
import { answerSaveDialogs } from '../support';
import { AGENCY, FIRST, type Story } from './story';

/** From the finding to the closed order, and the report on it. */
export async function rectify(story: Story): Promise<void> {
  const { app, hands, running, ago } = story;
  const { page, press, heading, date, write, told, field, dialog } = hands;
  await press('开具责令改正通知书');
  await heading('开具责令改正通知书');
  await date('责令日期', ago(35));
  expect(await field('存在的问题').inputValue()).toContain('利益冲突审查');
  await write('整改要求', '补充利益冲突审查制度，并补做5件案卷的审查记录。');
  await page.getByRole('button', { name: '期限怎么算的' }).click();
  await page.getByText('连续计算 30 日').waitFor();
  expect(await field('联系人').inputValue()).toBe(FIRST);
  await press('开具责令改正通知书');
  await told(/^已开具/);
  await heading(AGENCY);
  await running.shot('story-ordered');

  await press('登记送达');
  await date('送达日期', ago(34));
  await write('接收人', '周例文，负责人');
  await dialog.getByRole('button', { name: '登记送达', exact: true }).click();
  await told('已登记送达');

  await recheck(story);
  await press('办结整改');
  await write('说明', '整改完成。');
  await dialog.getByRole('button', { name: '办结整改', exact: true }).click();
  await told('已办结');
  await running.shot('rectification');
  await answerSaveDialogs(app, running.folder);
  await press('导出…');
  await page.getByRole('menuitem', { name: '整改报告' }).click();
  await told('已导出 整改情况报告');
}

/** Not on the day of the order: the day cannot be chosen, and a typed one is not taken. */
async function recheck({ hands, ago }: Story): Promise<void> {
  const { page, press, field, date, write, told, dialog } = hands;
  await press('登记复查');
  const before = await field('复查日期').inputValue();
  await field('复查日期').fill(ago(35));
  await field('复查日期').blur();
  await expect.poll(() => field('复查日期').inputValue()).toBe(before);
  await dialog.getByText(`日期晚于责令日期 ${ago(35)}`).waitFor();
  await date('复查日期', ago(15));
  await dialog.getByRole('radiogroup', { name: '第 1 项复查结果' }).getByText('已整改', { exact: true }).click();
  await write('整改情况', '制度已补充，5件案卷已补做审查记录。');
  await write('复查意见', '已按要求整改。');
  await dialog.getByRole('button', { name: '登记复查', exact: true }).click();
  await told('已登记复查');
  await page.getByText('制度已补充，5件案卷已补做审查记录。').first().waitFor();
}
