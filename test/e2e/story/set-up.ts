import { join } from 'node:path';
import { answerOpenDialog, answerSaveDialogs, samples } from '../support';
import type { Story } from './story';

/** From the first-run guide to an office with its officers and one of them acting. */
export async function setUpOffice({ app, hands, running }: Story): Promise<void> {
  const { page, press, write, link, told, goTo, heading } = hands;
  await heading('今日');
  await page.getByText('已完成 0 / 5 步').waitFor();
  await running.shot('story-first-run');
  await link('填写机关信息');
  await write('机关全称', '云州市知识产权局');
  await write('文书字号简称', '云知');
  await write('管辖区域', '云州市');
  await write('联系电话', '0990-5000000');
  await press('保存机关信息');
  await told('已保存机关信息');

  await goTo('今日');
  await link('登记执法人员');
  await answerOpenDialog(app, join(samples, '执法人员名单.xlsx'));
  await press('导入名单');
  await press('选择文件');
  await page.getByText('24 人').first().waitFor();
  await press('查看执法人员');
  await press('选择经办人');
  await page.getByRole('menuitem', { name: /乐示明/ }).click();
  await told('现在由乐示明经办');
  await goTo('今日');
  await page.getByText('已完成 2 / 5 步').waitFor();
}

/** The list of agencies: nothing is wrong with it. */
export async function importAgencies({ app, hands, running }: Story): Promise<void> {
  const { page, press, link } = hands;
  await link('导入监管对象');
  await answerOpenDialog(app, join(samples, '代理机构名录.xlsx'));
  await press('选择文件');
  await press('预览 120 行');
  await running.shot('story-import-agencies');
  await press('导入 120 户');
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
}

/** The list of firms has three bad rows: they are shown, handed back, and the import is undone and made again. */
export async function importFirms({ app, hands, running }: Story): Promise<void> {
  const { page, press, goTo, link, told } = hands;
  const take = async () => {
    await answerOpenDialog(app, join(samples, '企业名录.csv'));
    await press('选择文件');
    await press('预览 300 行');
    const problems = page.getByRole('grid', { name: '有问题的行' });
    for (const words of ['统一社会信用代码校验不通过', '2021年2月没有 30 日', '“名称”必须填写'])
      await problems.getByRole('gridcell', { name: words }).waitFor();
    await press('导入 297 户');
    await page.getByRole('heading', { name: '导入完成' }).waitFor();
  };

  await goTo('主体');
  await link('导入');
  await take();
  await running.shot('import');
  await answerSaveDialogs(app, running.folder);
  await press('另存错误行…');
  await told('已导出');
  await press('撤销这次导入');
  await press('撤销导入');
  await told('已撤销导入：收回 297 条，恢复 0 条');
  await goTo('主体');
  await page.getByText('共 120 户').waitFor();
  await link('导入');
  await take();
  await goTo('主体');
  await page.getByText('共 417 户').waitFor();
  await running.shot('subjects');
}
