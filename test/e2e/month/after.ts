import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { smallJpeg, withExif } from '../../support/pictures';
import { answerOpenDialog } from '../support';
import { type Drawn, FIRST, type Month, SECOND, THIRD } from './month';

/** Opens the record of a finished visit out of the list. */
export async function openVisit({ hands }: Month, { name }: Drawn): Promise<void> {
  await hands.goTo('检查');
  await hands.page
    .getByRole('group', { name: '状态' })
    .getByRole('button', { name: /^已办结/ })
    .click();
  await hands.main.getByRole('grid', { name: '检查', exact: true }).getByText(name).dblclick();
  await hands.heading(name);
}

/** Two photos of the camera, kept as they are, tied to the problem and checked against what was taken in. */
export async function keepPhotos(month: Month, drawn: Drawn, on: string): Promise<void> {
  const { hands, running } = month;
  const { page, press, heading, told, field } = hands;
  await openVisit(month, drawn);
  await press('证据台');
  await heading('证据台');
  const taken = `${on.replaceAll('-', ':')} 10:05:00`;
  for (const seed of [1, 2]) {
    const photo = join(running.folder, `案卷${seed}.jpg`);
    writeFileSync(
      photo,
      withExif(smallJpeg(seed), { takenAt: taken, offset: '+08:00', make: '示例', model: '相机一号' }),
    );
    await answerOpenDialog(running.app, photo);
    await press('添加文件');
    await told('已存入 1 份证据');
  }
  const photos = page.getByRole('listbox', { name: '证据', exact: true }).getByRole('option');
  await expect.poll(() => photos.count()).toBe(2);
  await field('对应的检查项目或问题').click();
  await page.getByRole('option', { name: '问题：抽查5件案卷' }).click();
  await expect.poll(() => field('对应的检查项目或问题').inputValue()).toContain('抽查5件案卷');
  await press('核对证据');
  await page.getByText('已核对 2 个文件（含副本），SHA-256 和 SM3 都与存入时一致。').waitFor();
  await running.shot('month-evidence');
}

/** The record of the visit as the paper that is kept in the file. */
export async function takePaper(month: Month, drawn: Drawn): Promise<void> {
  const { hands, running } = month;
  const { page, press, heading, told } = hands;
  await openVisit(month, drawn);
  await press('文书');
  await heading(`${drawn.name} 的检查文书`);
  await page.getByRole('button', { name: '导出现场检查笔录为 Excel' }).click();
  await told(/^已导出/);
  await running.shot('month-papers');
}

/** Entered by who inspected, approved by who did not. */
export async function publish(month: Month, drawn: Drawn): Promise<void> {
  const { hands, running } = month;
  const { page, press, told, choose, dialog, goTo, heading, main } = hands;
  await openVisit(month, drawn);
  await press('结果与公示');
  await page.getByRole('button', { name: '录入检查结果' }).click();
  await dialog.getByRole('button', { name: '提交审核', exact: true }).click();
  await told('已录入，等待第二人审核');
  await press('审核通过并公示');
  await choose('审核人员', SECOND);
  await dialog.getByText('参加了检查或者录入了结果，请更换').waitFor();
  await choose('审核人员', THIRD);
  await dialog.getByRole('button', { name: '审核通过并公示', exact: true }).click();
  await told('已审核并登记公示 1 件');
  await page.getByText('公示的内容', { exact: true }).waitFor();
  await running.shot('month-published');
  await goTo('检查');
  await press('检查结果与公示');
  await heading('检查结果');
  await page
    .getByRole('group', { name: '状态' })
    .getByRole('button', { name: /^已公示/ })
    .click();
  await main.getByRole('grid', { name: '检查结果' }).getByText(drawn.name).waitFor();
}

/** Ordered soon after the visit with five days, so that it has long been overdue. */
export async function orderCorrection(month: Month, drawn: Drawn, on: string, delivered: string): Promise<void> {
  const { hands, running } = month;
  const { page, press, heading, date, write, told, field, dialog, goTo, main } = hands;
  await openVisit(month, drawn);
  await press('开具责令改正通知书');
  await heading('开具责令改正通知书');
  await date('责令日期', on);
  expect(await field('存在的问题').inputValue()).toContain('利益冲突审查');
  await write('整改要求', '补做5件案卷的利益冲突审查记录。');
  await field('期限').fill('5');
  await write('联系电话', '0990-5000001');
  await press('开具责令改正通知书');
  await told(/^已开具/);
  await heading(drawn.name);
  await press('登记送达');
  await date('送达日期', delivered);
  await write('接收人', '周例文，负责人');
  await dialog.getByRole('button', { name: '登记送达', exact: true }).click();
  await told('已登记送达');
  await page.getByText('已逾期', { exact: true }).first().waitFor();
  await goTo('整改');
  await main.getByRole('grid', { name: '整改' }).getByText('已逾期', { exact: true }).waitFor();
  await running.shot('month-overdue');
}

/** Two officers look again; only then can it be closed. */
export async function closeCorrection({ hands, running }: Month, drawn: Drawn): Promise<void> {
  const { press, heading, write, told, field, dialog, goTo, main, page } = hands;
  await goTo('整改');
  await main.getByRole('grid', { name: '整改' }).getByText(drawn.name).dblclick();
  await heading(drawn.name);
  await press('登记复查');
  const pair = [await field('复查人员一').inputValue(), await field('复查人员二').inputValue()];
  expect(pair.sort()).toEqual([FIRST, SECOND].sort());
  await dialog.getByRole('radiogroup', { name: '第 1 项复查结果' }).getByText('已整改', { exact: true }).click();
  await write('整改情况', '5件案卷已补做审查记录。');
  await write('复查意见', '已按要求整改。');
  await dialog.getByRole('button', { name: '登记复查', exact: true }).click();
  await told('已登记复查');
  await press('办结整改');
  await write('说明', '整改完成。');
  await dialog.getByRole('button', { name: '办结整改', exact: true }).click();
  await told('已办结');
  await page.getByText('已办结', { exact: true }).first().waitFor();
  await running.shot('month-closed');
}
