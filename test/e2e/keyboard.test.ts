import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { call, createAgency, prepareOffice } from './calls';
import { handsOn } from './hands';
import { answerOpenDialog, launch, type RunningApp } from './support';

const FIRM = '云州示例专利代理事务所';
/** One dot; what is tested is that it is kept, not what it shows. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** From here on every use of the mouse is counted, also one that a test would make by mistake. */
const watchMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(globalThis, { mouse: 0 });
    for (const name of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(name, () => ((globalThis as unknown as { mouse: number }).mouse += 1), { capture: true });
  });
const mouseUsed = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { mouse: number }).mouse);

async function openOffice(): Promise<RunningApp> {
  const running = await launch();
  onTestFinished(running.close);
  const { page } = running;
  await handsOn(page).heading('今日');
  await prepareOffice(page);
  await createAgency(page, FIRM);
  await watchMouse(page);
  return running;
}

const focused = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor();
const item = (page: Page, code: string) => page.locator(`[data-item="${code}"]`);

async function start({ page }: RunningApp): Promise<string> {
  const { field, tabTo, heading, main } = handsOn(page);
  const { keyboard } = page;
  await keyboard.press('Control+k');
  await focused(page, '[role="combobox"][aria-label="搜索主体或页面"]');
  await keyboard.type('检查');
  await page.getByRole('option', { name: '检查', exact: true, selected: true }).waitFor();
  await keyboard.press('Enter');
  await heading('检查');
  await tabTo(main.getByRole('button', { name: '开始检查' }).first());
  await keyboard.press('Enter');
  await heading('开始检查');
  await tabTo(field('检查对象'));
  await keyboard.type(FIRM);
  await page.getByRole('option', { name: FIRM }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('检查表').inputValue()).toBe('专利代理机构检查表');
  await tabTo(field('执法人员二'));
  await keyboard.type('李示例');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('执法人员二').inputValue()).toBe('李示例');
  await tabTo(main.getByRole('button', { name: '开始检查' }));
  await keyboard.press('Enter');
  await heading(FIRM);
  return page.evaluate(() => location.hash.split('/').at(-1) ?? '');
}

async function arrive({ page, shot }: RunningApp): Promise<void> {
  const { field, tabTo } = handsOn(page);
  const { keyboard } = page;
  await page.getByRole('button', { name: '已出示执法证件', pressed: false }).and(page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: '已告知权利义务' }));
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect.poll(() => page.getByRole('radio', { name: '不申请回避' }).isChecked()).toBe(true);
  await tabTo(field('当事人到场情况'));
  await keyboard.type('周例文，负责人');
  await tabTo(field('检查地点'));
  await keyboard.type('示例路1号');
  await tabTo(page.getByRole('checkbox', { name: '现在不能扫码，离场前补扫' }));
  await keyboard.press('Space');
  await shot('keyboard-arrive');
  await tabTo(page.getByRole('button', { name: '下一步：逐项检查' }));
  await keyboard.press('Enter');
  await focused(page, '[data-item="PA-01"]');
}

/** PA-01 is a problem, so that PA-03 is asked; a phrase is written, its blank typed over, a photo kept. */
async function firstProblem({ app, page, folder, shot }: RunningApp): Promise<void> {
  const { keyboard } = page;
  await page.locator('[data-left-out="PA-03"]').waitFor();
  await keyboard.press('2');
  await focused(page, '[data-item="PA-01"] textarea');
  await keyboard.press('F3');
  await focused(page, '[aria-label="查找常用语"]');
  await keyboard.type('执业许可证所载');
  await shot('keyboard-phrase');
  await keyboard.press('Enter');
  await focused(page, '[data-item="PA-01"] textarea');
  await keyboard.type('示例路9号');
  const facts = page.locator('[data-item="PA-01"] textarea');
  expect(await facts.inputValue()).toMatch(/^执业许可证所载地址为示例路9号，实际在.*办公，尚未办理变更。$/);
  await keyboard.press('Control+Enter');
  await focused(page, '[data-item="PA-01"]');
  const photo = join(folder, '门牌.png');
  writeFileSync(photo, PNG);
  await answerOpenDialog(app, photo);
  await keyboard.press('F4');
  await item(page, 'PA-01').getByText('照片 1').waitFor();
}

async function answerUntil(page: Page, last: string): Promise<void> {
  const { keyboard } = page;
  for (let at = 0; at < 30; at += 1) {
    const code = await page.locator('[data-item][aria-current]').getAttribute('data-item');
    if (code !== 'PA-01') {
      await keyboard.press('1');
      await item(page, code ?? '')
        .getByRole('status')
        .getByText(/^已保存/)
        .waitFor();
    }
    if (code === last) return;
    await keyboard.press('Enter');
    await page.locator(`[data-item]:not([data-item="${code}"])[aria-current]:focus`).waitFor();
  }
}

/** As the task manager ends it; the window is started again and goes on where it stopped. */
async function killInTheMiddle(running: RunningApp): Promise<void> {
  const { app, page } = running;
  const pid = await app.evaluate(
    ({ app: shell }) =>
      shell.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('zhixin-engine'))?.pid,
  );
  if (pid === undefined) throw new Error('no engine among the processes');
  process.kill(pid, 'SIGKILL');
  const again = page.getByRole('button', { name: '重新启动' });
  await again.waitFor();
  await handsOn(page).tabTo(again);
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'hidden' });
}

async function reopen({ page }: RunningApp): Promise<void> {
  const { heading, tabTo, main } = handsOn(page);
  const { keyboard } = page;
  await keyboard.press('Control+k');
  await focused(page, '[role="combobox"][aria-label="搜索主体或页面"]');
  await keyboard.type('检查');
  await page.getByRole('option', { name: '检查', exact: true, selected: true }).waitFor();
  await keyboard.press('Enter');
  await heading('检查');
  const row = main.getByRole('grid', { name: '检查' }).getByText(FIRM).first();
  await row.waitFor();
  await keyboard.press('/');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await heading(FIRM);
  await tabTo(page.locator('[data-item][aria-current]'));
}

test('a whole inspection goes by keyboard alone, and goes on at its item after the engine was killed', async () => {
  const running = await openOffice();
  const { page, shot } = running;
  try {
    await wholeInspection(running);
  } catch (error) {
    await shot('keyboard-failed');
    throw error;
  }
  expect(await mouseUsed(page)).toBe(0);
  expect(await call(page, 'store.verify', {})).toMatchObject({ ok: true, problem: null });
});

async function wholeInspection(running: RunningApp): Promise<void> {
  const { page, shot } = running;
  const { field, tabTo } = handsOn(page);
  const { keyboard } = page;
  const id = await start(running);
  await arrive(running);
  await firstProblem(running);
  await answerUntil(page, 'PA-08');

  await killInTheMiddle(running);
  await reopen(running);
  // everything that was shown as saved is there, and the next open question is in hand
  await focused(page, '[data-item="PA-09"]');
  expect((await call(page, 'inspection.get', { id })).answers).toHaveLength(8);
  await answerUntil(page, 'PA-12');

  await keyboard.press('Enter');
  await keyboard.press('3');
  await focused(page, '#reason-PA-13');
  await keyboard.press('F3');
  await focused(page, '[aria-label="查找常用语"]');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => page.locator('#reason-PA-13').inputValue()).not.toBe('');
  await keyboard.press('Shift+Enter');
  await focused(page, '[data-item="PA-12"]');
  await keyboard.press('F2');
  await focused(page, '#note-PA-12');
  await keyboard.type('已查询公示系统');
  await keyboard.press('Escape');
  await keyboard.press('F8');
  await focused(page, '[data-item="PA-14"]');
  await answerUntil(page, 'PA-18');
  await page.locator('[data-left-out="PA-20"]').waitFor();
  await shot('keyboard-checklist');
  await keyboard.press('Enter');
  await focused(page, '[data-next-step]');
  await keyboard.press('Enter');

  await focused(page, '#record-scene');
  await keyboard.type('现场涉嫌无证代理');
  await page.getByRole('button', { name: '改为“现场看到”' }).waitFor();
  await tabTo(page.getByRole('button', { name: '改为“现场看到”' }));
  await keyboard.press('Enter');
  await expect.poll(() => field('现场情况').inputValue()).toBe('现场现场看到无证代理');
  await keyboard.press('Control+a');
  await keyboard.press('F3');
  // marked words are offered as a phrase of the office
  await page.getByRole('textbox', { name: '新增常用语' }).and(page.locator(':focus')).waitFor();
  await keyboard.press('Escape');
  await focused(page, '#record-scene');
  await keyboard.press('Control+a');
  await keyboard.type('查阅执业许可证正本和案卷5件，许可证悬挂于接待处。');
  await tabTo(field('当事人的陈述和申辩'));
  await keyboard.type('没有异议。');
  await keyboard.press('Tab');
  await shot('keyboard-record');

  await keyboard.press('Control+4');
  const paper = page.getByRole('button', { name: '已在纸上签名', exact: true });
  for (let left = 3; left > 0; left -= 1) {
    await expect.poll(() => paper.count()).toBe(left);
    await tabTo(paper.first());
    await keyboard.press('Enter');
  }
  await page.getByText('全部签名完毕').waitFor();
  await shot('keyboard-signed');

  // a word changed after signing, and the scan that was put off: both stand on the list, and each leads to its place
  await keyboard.press('Control+3');
  await focused(page, '#record-scene');
  await keyboard.press('End');
  await keyboard.type('前台有收费公示牌。');
  await keyboard.press('F9');
  await page.getByText('检查人员张示例签名后记录有改动').waitFor();
  await shot('keyboard-departure');
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words }).getByRole('button');
  await tabTo(line('离场前补扫'));
  await keyboard.press('Enter');
  await focused(page, '#record-scanNo');
  await keyboard.type('SM-20261125-01');
  await keyboard.press('F9');
  await tabTo(line('当事人签名后记录有改动'));
  await keyboard.press('Enter');
  for (let left = 3; left > 0; left -= 1) {
    await expect.poll(() => paper.count()).toBe(left);
    await tabTo(paper.first());
    await keyboard.press('Enter');
  }
  await page.getByText('全部签名完毕').waitFor();

  await keyboard.press('F9');
  // the whole run takes less than the minute that an end has to be after its beginning
  await tabTo(page.getByRole('spinbutton', { name: '结束时', exact: true }));
  await keyboard.type('2359');
  await tabTo(field('检查结果'));
  await keyboard.type('违反其他部门');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(field('后续处置措施'));
  await keyboard.type('责令');
  await page.getByRole('option', { name: /责令改正/ }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('后续处置措施').inputValue()).toContain('责令改正');
  // every line that holds the visit up, so that a failure says which
  await expect
    .poll(() => page.locator('[data-departure] li').filter({ hasText: '必须处理' }).allTextContents())
    .toEqual([]);
  await keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '开具责令改正通知书' }).waitFor();

  const file = await call(page, 'inspection.get', { id });
  expect(file).toMatchObject({
    ...{ state: 'finished', scanNo: 'SM-20261125-01', openFindings: 1, avoidanceAsked: 'not_requested' },
    counts: { total: 20, problem: 1, notApplicable: 1, notAsked: 1, unanswered: 0 },
  });
  expect(file.photos).toHaveLength(1);
  expect(file.signings.map(({ status }) => status)).toEqual(['paper_waiting', 'paper_waiting', 'paper_waiting']);
  expect(file.answers.find(({ itemCode }) => itemCode === 'PA-12')?.note).toBe('已查询公示系统');
}
