// Makes the pictures of the README from the sample office: builds, opens the real window, walks through its pages.
//   npm run build && node scripts/electron-runtime/index.mjs exec -- node scripts/screens.mjs
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { packPng } from './pack-png.mjs';

const root = path.resolve(import.meta.dirname, '..');
const pictures = path.join(root, 'resources', 'help', 'screens');
const [WIDTH, HEIGHT] = [1280, 800];
const LIMIT = 240_000;

const executablePath = process.env.ELECTRON_EXEC_PATH;
if (!executablePath) throw new Error('run through scripts/electron-runtime, see the first lines of this file');
const folder = mkdtempSync(path.join(tmpdir(), 'zhixin-screens-'));
mkdirSync(pictures, { recursive: true });

const app = await _electron.launch({
  executablePath,
  args: [root, '--lang=zh-CN'],
  cwd: root,
  env: { ...process.env, ZHIXIN_USER_DATA: path.join(folder, 'user'), ZHIXIN_STORE: path.join(folder, 'store') },
});
const page = await app.firstWindow();
page.setDefaultTimeout(30_000);
await page.emulateMedia({ reducedMotion: 'reduce' });
await page.setViewportSize({ width: WIDTH, height: HEIGHT });

const heading = (name) => page.getByRole('heading', { level: 1, ...(name ? { name, exact: true } : {}) }).waitFor();
const press = (name) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const region = (name) => page.getByRole('region', { name, exact: true }).first().waitFor();
async function ask(route, input) {
  const reply = await page.evaluate(([name, value]) => window.bridge.invoke(name, value), [route, input]);
  if (!reply.ok) throw new Error(`${route}: ${reply.error.message}`);
  return reply.value;
}
async function open(hash, name) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await heading(name);
}
async function picture(name) {
  // nothing under the pointer, nothing half loaded
  await page.mouse.move(WIDTH - 1, HEIGHT - 1);
  await page.waitForTimeout(400);
  const shot = await page.screenshot();
  const bitmap = await app.evaluate(
    ({ nativeImage }, png) => nativeImage.createFromBuffer(Buffer.from(png, 'base64')).toBitmap().toString('base64'),
    shot.toString('base64'),
  );
  const packed = packPng(Buffer.from(bitmap, 'base64'), WIDTH, HEIGHT);
  writeFileSync(path.join(pictures, `${name}.png`), packed);
  console.log(`${name}.png ${Math.round(packed.length / 1000)} kB`);
  if (packed.length > LIMIT) throw new Error(`${name}.png is larger than ${LIMIT / 1000} KB`);
}
const most = (rows, of) => rows.toSorted((a, b) => of(b) - of(a))[0];

try {
  await heading('今日');
  await open('#/subjects/import', '导入');
  await app.evaluate(
    ({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    },
    path.join(root, 'resources', 'samples', '企业名录.csv'),
  );
  await press('选择文件');
  await page.getByRole('button', { name: /^预览/ }).click();
  await region('有问题的行');
  await picture('import');

  await open('#/', '今日');
  await press('载入示例办公室（练习）');
  await press('载入并标为练习库');
  const loaded = page.getByRole('alert').filter({ hasText: '已载入示例办公室' });
  await loaded.waitFor({ timeout: 120_000 });
  await loaded.getByRole('button', { name: '关闭' }).click();
  await region('待办');
  await picture('today');

  await open('#/subjects', '主体');
  await page.getByRole('button', { name: /^专利代理机构/ }).click();
  await page.getByRole('row').nth(3).waitFor();
  await picture('subjects');

  const repairs = (await ask('repair.list', {})).rows;
  const files = await Promise.all(
    [...new Set(repairs.map(({ subjectId }) => subjectId))].map((id) => ask('subject.get', { id })),
  );
  const subject = most(files, ({ timeline }) => timeline.length);
  await open(`#/subjects/${subject.id}`, subject.name);
  await picture('subject');

  const visit = (await ask('inspection.list', { state: 'open' })).rows[0];
  await open(`#/inspections/${visit.id}`, visit.subjectName);
  await page.locator('[data-item][aria-current]').waitFor();
  await picture('inspection');

  const result = (await ask('review.list', { tab: 'waiting' })).rows[0];
  await open(`#/results/${result.inspectionId}`, result.subjectName);
  await region('拟公示的内容');
  await picture('result');

  await open('#/reports/statistics', '统计');
  await page.getByText('被查出问题').or(page.getByText('上年同期')).first().waitFor();
  await picture('statistics');

  const orders = (await ask('rectification.list', {})).rows;
  const order = most(orders, ({ state, itemCount, correctedCount }) =>
    state === 'ordered' ? itemCount * 10 + correctedCount : 0,
  );
  await open(`#/rectifications/${order.id}`, order.subjectName);
  await region('整改事项');
  await picture('rectification');

  await open('#/ratings', '评价');
  await region('等级分布');
  await picture('ratings');

  const ratings = (await ask('rating.list', { limit: 1000 })).rows;
  const rating = most(ratings, ({ scoreThousandths }) => -scoreThousandths);
  await open(`#/ratings/${rating.id}`, rating.subjectName);
  await region('得分怎样来的');
  await picture('why');

  await open(`#/ratings/simulate/${rating.subjectId}`, rating.subjectName);
  await region('模拟日期');
  await picture('simulate');

  await open('#/ratings/migration', '等级迁移');
  await page.getByText('颜色越深户数越多').first().waitFor();
  await picture('migration');

  const lead = (await ask('lead.list', { limit: 1 })).rows[0];
  await open(`#/leads/${lead.id}`, lead.partyName);
  await region('涉及的申请');
  await picture('lead');

  await open('#/packs', '规则');
  await page.getByRole('row').nth(3).waitFor();
  await picture('packs');

  const draft = await ask('pack.copy', {
    packId: 'zhejiang-ecommerce',
    version: 1,
    as: 'own_pack',
    newPackId: 'yunzhou-ecommerce',
  });
  await open(`#/packs/${draft.packId}/${draft.version}/edit`);
  await page.getByRole('treeitem', { name: /^信用能力/ }).click();
  await region('校验');
  await picture('pack-editor');

  await open('#/plans/new', '抽取检查对象');
  // this year has been drawn already
  await page
    .getByRole('combobox', { name: '年度', exact: true })
    .or(page.getByRole('textbox', { name: '年度', exact: true }))
    .click();
  await page.getByRole('option').nth(1).click();
  await press(/名录，公布校验值$/);
  await region('名录校验值');
  await picture('draw');

  const plan = (await ask('plan.list', {})).plans.find(({ state }) => state === 'drawn');
  await open(`#/plans/${plan.id}`, plan.title);
  await page.getByRole('row').nth(3).waitFor();
  await picture('plan');
  await page.getByRole('tab', { name: '日历' }).click();
  await page.waitForTimeout(500);
  await picture('calendar');

  const weight = { opined: 3, verified: 2, granted: 1 };
  const repair = most(repairs, ({ state }) => weight[state] ?? 0);
  await open(`#/repairs/${repair.id}`, repair.subjectName);
  await region('修复条件');
  await picture('repair');

  await open('#/reports', '报表');
  await page.getByRole('button', { name: /^导出/ }).first().waitFor();
  await picture('reports');

  await open('#/settings/store', '设置');
  await page.getByRole('region', { name: '存储' }).getByRole('button', { name: '立即备份' }).click();
  const copied = page.getByRole('alert').filter({ hasText: '已备份并通过检查' });
  await copied.getByRole('button', { name: '关闭' }).click();
  await press('核验全部记录');
  await region('核验结果');
  await picture('settings');
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
