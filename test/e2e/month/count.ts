import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { type Month, THIRD } from './month';

/** What last month says of the three visits; then it is frozen by two. */
export async function countAndFreeze({ hands, running, month, today }: Month): Promise<void> {
  const { page, goTo, link, heading, main, choose, dialog, told } = hands;
  await goTo('报表');
  await link('查看统计');
  await heading('统计');
  const figures = main.getByRole('grid', { name: '指标' });
  const figure = (label: string) =>
    figures
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell', { name: label, exact: true }) })
      .getByRole('gridcell');
  for (const [label, count] of [
    ['已查户数', '3'],
    ['发现问题户数', '2'],
    ['责令改正', '1'],
    ['到期整改事项', '1'],
    ['逾期整改事项', '1'],
  ] as const) {
    await figure(label).first().waitFor();
    await expect.poll(async () => (await figure(label).allTextContents())[1], { message: label }).toBe(count);
  }
  await running.shot('month-statistics');
  await page.getByRole('button', { name: /^冻结/ }).click();
  await choose('确认人', THIRD);
  await dialog.getByRole('button', { name: '冻结', exact: true }).click();
  await told(/^已冻结/);
  await main.getByText('已冻结', { exact: true }).first().waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^冻结/ }).count()).toBe(0);
  expect(month < today).toBe(true);
  await running.shot('month-frozen');
}

/** The exported sheets alone, copied out as anybody would, run outside of the program. */
export async function recompute(folder: string): Promise<void> {
  const fileName = readdirSync(folder).find((name) => name.includes('检查计划表') && name.endsWith('.xlsx'));
  if (!fileName) throw new Error(`no proof in ${readdirSync(folder).join('、')}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, fileName));
  const columnA = (name: string, from: number): string => {
    const sheet = book.getWorksheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    const lines: string[] = [];
    for (let row = from; row <= sheet.rowCount; row += 1) lines.push(String(sheet.getCell(row, 1).value ?? ''));
    return `${lines.join('\n')}\n`;
  };
  const data = join(folder, 'data.txt');
  writeFileSync(data, columnA('核验数据', 1));
  const python = spawnSync('python3', ['--version']).status === 0;
  for (const [sheet, script, runner] of [
    ['核验程序Python', 'verify.py', python ? 'python3' : null],
    ['核验程序JavaScript', 'verify.mjs', process.execPath],
  ] as const) {
    const path = join(folder, script);
    writeFileSync(path, columnA(sheet, 4));
    if (runner === null) continue;
    const run = (file: string) =>
      spawnSync(runner, [path, file], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
    expect(run(data).stdout).toMatch(/一致 {4}抽取结果 3 户及其检查人员/);
    // a proof that cannot fail proves nothing
    const forged = join(folder, 'forged.txt');
    writeFileSync(forged, columnA('核验数据', 1).replace(/^public\|.*$/m, 'public|1 1 1 1 1'));
    const refused = run(forged);
    expect(refused.status).not.toBe(0);
    expect(refused.stdout).toContain('不一致');
  }
}
