import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../electron/db/open-store';
import { createAgency } from './calls';
import { type Hands, handsOn } from './hands';
import { launch, launchArguments, type RunningApp } from './support';

const PLACES = ['今日', '主体', '预警', '检查', '整改', '评价', '计划与抽取', '失信与修复', '规则', '报表', '设置'];

/** A store of which nothing may be changed, in a folder of its own. */
function folderWith(prepare: (store: string) => void): { folder: string; store: string } {
  const folder = mkdtempSync(join(tmpdir(), 'zhixin-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = join(folder, 'store');
  mkdirSync(store);
  prepare(store);
  return { folder, store };
}

test('a damaged store fills the window with what to do, is left as it is, and opens when it was put right', async () => {
  const bytes = Buffer.from('这不是数据库'.repeat(500));
  const { folder, store } = folderWith((dir) => writeFileSync(join(dir, 'store.db'), bytes));
  const { page, close, shot } = await launch({ folder, store });
  onTestFinished(close);
  const problem = page.getByRole('alert');
  await problem.getByText('程序没有改动数据文件夹里的任何内容。').waitFor();
  await problem.getByText(/不要删除任何文件/).waitFor();
  await problem.getByRole('button', { name: '打开数据文件夹' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(readFileSync(join(store, 'store.db')).equals(bytes)).toBe(true);
  await shot('store-damaged');

  rmSync(join(store, 'store.db'));
  await problem.getByRole('button', { name: '重试' }).click();
  await handsOn(page).heading('今日');
});

test('a store of a newer program fills the window with one sentence and is left as it is', async () => {
  const { folder, store } = folderWith((dir) => {
    openStore({ dir, nativeBinding: null, now: new Date().toISOString() }).close();
    const handle = new Database(join(dir, 'store.db'));
    handle.pragma('user_version = 9999');
    handle.close();
  });
  const before = readFileSync(join(store, 'store.db'));
  const { page, close } = await launch({ folder, store });
  onTestFinished(close);
  await page.getByRole('alert').getByText('在这台电脑上安装新版程序后再打开；不要用旧版程序改动这份数据。').waitFor();
  expect(readFileSync(join(store, 'store.db')).equals(before)).toBe(true);
});

describe('one window', () => {
  let running: RunningApp;
  let page: Page;
  let hands: Hands;
  beforeAll(async () => {
    running = await launch();
    page = running.page;
    hands = handsOn(page);
    await hands.heading('今日');
  });
  afterAll(() => running.close());

  test('the page has no way to the machine but the bridge', async () => {
    const seen = await page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      buffer: typeof (globalThis as { Buffer?: unknown }).Buffer,
      bridge: Object.keys((globalThis as unknown as { bridge: object }).bridge).sort(),
    }));
    expect(seen).toEqual({
      require: 'undefined',
      process: 'undefined',
      buffer: 'undefined',
      bridge: ['grantDropped', 'invoke', 'on'],
    });
    // not in the types, though every Electron has it
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents: unknown = BrowserWindow.getAllWindows()[0]?.webContents;
      return (contents as { getLastWebPreferences: () => object }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  test('a second start gives up and shows the first window', async () => {
    const { command, args, env } = launchArguments(running);
    const second = spawn(command, [...args, '--no-sandbox'], { env, stdio: 'ignore' });
    const code = await new Promise((ended) => second.once('exit', ended));
    expect(code).toBe(0);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await hands.goTo('主体');
  });

  test('a second program on the same store says that it is open elsewhere, and the first goes on', async () => {
    const other = await launch({ store: running.store });
    onTestFinished(other.close);
    await other.page.getByRole('alert').getByText('这个存储已在另一个知信办案台窗口或命令中打开').waitFor();
    await other.page.getByText(/关闭正在使用这份数据的另一个程序/).waitFor();
    await hands.goTo('报表');
  });

  test('Enter that chooses a word of an input method submits nothing', async () => {
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    // what the page is told of a key that the input method keeps to itself: no character, and 229 for its code
    const chooseWord = async () => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await session.send('Input.dispatchKeyEvent', { type, key: 'Enter', windowsVirtualKeyCode: 229 });
      await page.waitForTimeout(300);
    };
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: '搜索主体或页面' });
    await expect.poll(() => search.evaluate((input) => input === document.activeElement)).toBe(true);
    await compose('设置');
    await page.getByRole('option', { name: '设置', exact: true, selected: true }).waitFor();
    await chooseWord();
    expect(await search.isVisible()).toBe(true);
    await session.send('Input.insertText', { text: '设置' });
    await page.getByRole('option', { name: '设置', exact: true, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await hands.heading('设置');

    await hands.goTo('检查');
    const filter = hands.field('筛选');
    const hasKeyboard = () => filter.evaluate((input) => input === document.activeElement);
    await filter.focus();
    await compose('云州');
    await chooseWord();
    expect(await hasKeyboard()).toBe(true);
    await session.send('Input.insertText', { text: '云州' });
    await page.keyboard.press('Enter');
    await expect.poll(hasKeyboard).toBe(false);
    await filter.fill('');
  });

  test('the sample office is loaded from the guide with progress, and its window says that it is for practice', async () => {
    await hands.goTo('今日');
    await hands.press('载入示例办公室（练习）');
    await hands.press('载入并标为练习库');
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('alert').filter({ hasText: '已载入示例办公室' }).waitFor({ timeout: 120_000 });
    await hands.told('已载入示例办公室');
    await page.getByText('练习库，内容不作办案依据').waitFor();
    expect(await page.getByText('正式库').count()).toBe(0);
    await running.shot('practice');
  });

  test('no page has a horizontal scroll bar or is cut off on a large screen or at one and a half size', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    for (const place of PLACES) {
      await hands.goTo(place);
      expect([place, await tooWide(page)]).toEqual([place, []]);
    }
    await page.setViewportSize({ width: Math.floor(1280 / 1.5), height: Math.floor(800 / 1.5) });
    for (const place of PLACES) {
      await hands.goTo(place);
      // the columns of a list may be scrolled, its first one stays
      expect([place, (await tooWide(page)).filter((role) => role !== 'grid')]).toEqual([place, []]);
      expect([place, await isCutOff(page)]).toEqual([place, false]);
      await running.shot(`zoomed-${place}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('a name of fifty characters is shown whole and moves no button out of sight', async () => {
    const name = `云州${'长乐未央知识产权与科技成果转化'.repeat(3)}示例专利代理事务所（特殊普通合伙）`;
    expect(name.length).toBeGreaterThan(50);
    const id = await createAgency(page, name);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/subjects/${id}`);
    await hands.heading(name);
    expect(await tooWide(page)).toEqual([]);
    const title = await page.getByRole('heading', { name, level: 1 }).boundingBox();
    const button = await page.getByRole('button', { name: '新增信用信息' }).boundingBox();
    expect((title?.x ?? 0) + (title?.width ?? 9999)).toBeLessThanOrEqual(1280);
    expect((button?.x ?? 0) + (button?.width ?? 9999)).toBeLessThanOrEqual(1280);
    await running.shot('long-name');
    await hands.goTo('主体');
    await hands.field('筛选').fill(name.slice(0, 12));
    await page.getByText('共 1 户').waitFor();
    const row = await page.getByRole('grid', { name: '监管对象' }).getByRole('row').nth(1).boundingBox();
    expect(row?.height).toBe(36);
    await running.shot('long-name-list');
  });

  // the last one: Playwright takes a refused navigation for one that never ends
  test('the page cannot open a window nor be led elsewhere', async () => {
    const main = (code: string): Promise<unknown> =>
      running.app.evaluate(
        ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
        code,
      );
    const before = page.url();
    expect(await main("window.open('https://example.com') === null")).toBe(true);
    for (const address of ['https://example.com/', 'file:///etc/hostname', 'app://other/index.html'])
      await main(`location.href = '${address}'; 'asked'`);
    await new Promise((done) => setTimeout(done, 500));
    expect(await main('location.href')).toBe(before);
    expect(await main("document.querySelector('h1') !== null")).toBe(true);
    expect(running.app.windows()).toHaveLength(1);
  });
});

/** Everything that can be scrolled sideways, by its role or name. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('*')]
      .filter((element) => {
        const how = getComputedStyle(element).overflowX;
        const root = element === document.documentElement;
        return (root || how === 'auto' || how === 'scroll') && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.getAttribute('role') ?? `${element.tagName} ${element.className}`),
  );

/** Content below the lower edge that no scroll bar leads to. */
const isCutOff = (page: Page): Promise<boolean> =>
  page
    .getByRole('main')
    .evaluate((main) =>
      [main, ...main.children].some(
        (element) =>
          element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY === 'hidden',
      ),
    );
