import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { csvOf, validUscc } from '../support/import-files';
import { call, createAgency, prepareOffice } from './calls';
import { handsOn } from './hands';
import { answerOpenDialog, launch, type RunningApp } from './support';

async function openOffice(): Promise<RunningApp & { readonly officers: readonly [string, string] }> {
  const running = await launch();
  onTestFinished(running.close);
  await handsOn(running.page).heading('今日');
  return { ...running, ...(await prepareOffice(running.page)) };
}

/** As a crash or the task manager ends it: without a word. */
async function killEngine(app: ElectronApplication): Promise<void> {
  const pid = await app.evaluate(
    ({ app: shell }) =>
      shell.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('zhixin-engine'))?.pid,
  );
  if (pid === undefined) throw new Error('no engine among the processes');
  process.kill(pid, 'SIGKILL');
}

const engineGone = (page: Page) =>
  page.getByRole('alert').filter({ has: page.getByRole('button', { name: '重新启动' }) });

async function restart(page: Page): Promise<void> {
  const told = engineGone(page);
  await told.getByRole('heading', { name: '后台程序意外停止。' }).waitFor();
  await told.getByText('已经显示为“已保存”的内容都在数据库里').waitFor();
  await told.getByRole('button', { name: '重新启动' }).click();
  await told.waitFor({ state: 'hidden' });
}

/** Notes each question as soon as its line says that it is saved. */
const watchSaved = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const saved = new Set<string>();
    Object.assign(globalThis, { saved });
    const look = () => {
      for (const item of document.querySelectorAll('[data-item]'))
        if (item.querySelector('[role="status"]')?.textContent?.startsWith('已保存'))
          saved.add(item.getAttribute('data-item') ?? '');
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
const savedItems = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as { saved: Set<string> }).saved]);

async function openInspection(): Promise<RunningApp & { readonly id: string }> {
  const { officers, ...running } = await openOffice();
  const { page } = running;
  const subjectId = await createAgency(page, '云州示例专利代理事务所');
  const { id } = await call(page, 'inspection.create', {
    ...{ subjectId, kind: 'daily', method: 'on_site', checklistId: 'patent-agency' },
    ...{ officer1Id: officers[0], officer2Id: officers[1], startedAt: '2026-09-21T09:00', place: '示例路1号' },
  });
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/inspections/${id}`);
  await page.getByRole('heading', { name: '出示证件与告知' }).waitFor();
  await page.keyboard.press('F7');
  await page.locator('[data-item="PA-01"]:focus').waitFor();
  return { ...running, id };
}

test('every answer that was shown as saved is there after the engine was killed between two of them', async () => {
  const { app, page, shot, id } = await openInspection();
  const { keyboard } = page;
  await watchSaved(page);
  for (const code of ['PA-01', 'PA-02', 'PA-03']) {
    await keyboard.press('1');
    await page
      .locator(`[data-item="${code}"]`)
      .getByRole('status')
      .getByText(/^已保存/)
      .waitFor();
    await keyboard.press('ArrowDown');
  }
  // and now faster than the disk
  const going = (async () => {
    for (let at = 4; at <= 18; at += 1) {
      await keyboard.press('1');
      await keyboard.press('ArrowDown');
    }
  })();
  await killEngine(app);
  await going;
  const saved = await savedItems(page);
  expect(saved.length).toBeGreaterThanOrEqual(3);
  await engineGone(page).waitFor();
  await shot('engine-killed');
  await restart(page);

  const file = await call(page, 'inspection.get', { id });
  const stored = file.answers.map(({ itemCode }) => itemCode);
  expect(saved.filter((code) => !stored.includes(code))).toEqual([]);
  expect(await call(page, 'store.verify', {})).toMatchObject({ ok: true, problem: null });

  // what was not saved says so, and one button saves it
  await shot('not-saved');
  const lost = page.locator('[data-item]').filter({ has: page.getByText(/^未保存/) });
  for (let left = await lost.count(); left > 0; left -= 1)
    await lost.first().getByRole('button', { name: '重新保存' }).click();
  await expect.poll(() => lost.count()).toBe(0);
  const shown = await page.locator('[data-item][aria-label$="，符合"]').count();
  await expect.poll(async () => (await call(page, 'inspection.get', { id })).answers.length).toBe(shown);
});

test('a finding that was being written when the engine was killed is still on the page and is saved once', async () => {
  const { app, page, id } = await openInspection();
  const facts = '执业许可证所载地址为示例路1号，实际在示例路2号办公。';
  await page.keyboard.press('2');
  const box = page.locator('[data-item="PA-01"] textarea');
  await page.locator('[data-item="PA-01"] textarea:focus').waitFor();
  await page.keyboard.type(facts);
  await killEngine(app);
  await restart(page);
  expect(await box.inputValue()).toBe(facts);
  await handsOn(page).press('记录这个问题');
  await box.waitFor({ state: 'hidden' });
  const { findings } = await call(page, 'inspection.get', { id });
  expect(findings.map((finding) => finding.facts)).toEqual([facts]);
  expect(await call(page, 'store.verify', {})).toMatchObject({ ok: true, problem: null });
});

const ROWS = 40_000;

/** Long enough to be caught in the middle. */
async function importUntilUnderWay({ app, page, folder }: RunningApp): Promise<void> {
  const file = join(folder, '名录.csv');
  const rows = Array.from({ length: ROWS }, (_, at) => [`云州批量${at}示例有限公司`, validUscc(at), '企业']);
  writeFileSync(file, csvOf([['名称', '统一社会信用代码', '主体类型'], ...rows]));
  const { goTo, press } = handsOn(page);
  await goTo('主体');
  await page.getByRole('main').getByRole('link', { name: '导入', exact: true }).click();
  await answerOpenDialog(app, file);
  await press('选择文件');
  await press('预览 40,000 行');
  await press('导入 40,000 户');
  await page
    .getByRole('main')
    .getByRole('status')
    .getByText(/[1-9][\d,]* \/ [\d,]+ 行/)
    .waitFor();
}

test('an import that is cancelled half way leaves nothing behind', async () => {
  const running = await openOffice();
  const { page } = running;
  await importUntilUnderWay(running);
  await handsOn(page).press('取消');
  await page.getByText('已取消。已经写入的部分全部退回，存储和导入前一样。').waitFor();
  expect(await call(page, 'subject.list', {})).toMatchObject({ total: 0 });
  expect(await call(page, 'subject.list-imports', {})).toEqual({ batches: [] });
  expect(await call(page, 'store.verify', {})).toMatchObject({ ok: true, problem: null });
});

test('an import during which the engine was killed leaves nothing behind, and can be made again', async () => {
  const running = await openOffice();
  const { app, page } = running;
  await importUntilUnderWay(running);
  await killEngine(app);
  await restart(page);
  expect(await call(page, 'subject.list', {})).toMatchObject({ total: 0 });
  expect(await call(page, 'store.verify', {})).toMatchObject({ ok: true, problem: null });
  // the page that had lost its engine says so, and goes on from there
  const { press } = handsOn(page);
  await page
    .getByText(/后台程序意外停止，这一步没有得到确认/)
    .first()
    .waitFor();
  await press('重新开始');
  await press('导入 40,000 户');
  await page.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: 60_000 });
});
