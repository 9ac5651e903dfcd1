import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Drawn, FIRST, type Month, SECOND } from './month';

const FACTS = '抽查5件案卷均无利益冲突审查记录。';
/** What is found wrong. */
const PROBLEM = 'PA-13';
type Outcome = 'clean' | 'problem' | 'refused';

/** From here on every use of the mouse is counted, also one made by mistake. */
const watchMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = globalThis as unknown as { mouse?: number };
    if (seen.mouse === undefined)
      for (const name of ['pointerdown', 'mousedown', 'touchstart'])
        addEventListener(name, () => Object.assign(seen, { mouse: (seen.mouse ?? 0) + 1 }), { capture: true });
    seen.mouse = 0;
  });
const mouseUsed = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => (globalThis as unknown as { mouse?: number }).mouse);

/** Takes out what is arranged for a day and begins it from the list of the day, then goes on by keyboard alone. */
export async function visit(month: Month, drawn: Drawn, on: string, outcome: Outcome): Promise<void> {
  const { hands, running } = month;
  const { page } = hands;
  await takeOut(month, drawn);
  await watchMouse(page);
  await begin(month, drawn, on);
  await arrive(month);
  if (outcome === 'refused') await refuse(month);
  else {
    await page.keyboard.press('F7');
    await answer(month, outcome);
    await record(month);
  }
  await sign(month, outcome === 'refused' ? 2 : 3);
  await finish(month, on, outcome);
  expect(await mouseUsed(page)).toBe(0);
  await running.shot(`month-${outcome}`);
}

async function takeOut({ hands }: Month, { name, plannedOn }: Drawn): Promise<void> {
  const { page, goTo, press, heading, date, told } = hands;
  await goTo('检查');
  await press('外出清单');
  await heading('外出清单');
  await date('检查日期', plannedOn);
  const stop = page.getByRole('listitem', { name: new RegExp(`^第 \\d+ 站 ${name}$`) });
  await stop.getByText('未带出').waitFor();
  await stop.getByRole('button', { name: '带出', exact: true }).click();
  await told('已带出');
  await stop.getByText('已带出').waitFor();
}

/** The day typed is in the past: the visit is entered afterwards. */
async function begin({ hands }: Month, { name }: Drawn, on: string): Promise<void> {
  const { page, field, tabTo, heading, main } = hands;
  const { keyboard } = page;
  const stop = page.getByRole('listitem', { name: new RegExp(`^第 \\d+ 站 ${name}$`) });
  await tabTo(stop.getByRole('button', { name: '开始检查' }));
  await keyboard.press('Enter');
  await heading('开始检查');
  await expect.poll(() => field('检查表').inputValue()).toBe('专利代理机构检查表');
  const pair = [await field('执法人员一').inputValue(), await field('执法人员二').inputValue()];
  expect(pair.sort()).toEqual([FIRST, SECOND].sort());
  await tabTo(field('开始日期'));
  await keyboard.press('Control+a');
  await keyboard.type(on);
  await keyboard.press('Tab');
  await expect.poll(() => field('开始日期').inputValue()).toBe(on);
  await tabTo(page.getByRole('spinbutton', { name: '开始时', exact: true }));
  await keyboard.type('0930');
  await tabTo(main.getByRole('button', { name: '开始检查' }));
  await keyboard.press('Enter');
  await heading(name);
}

async function arrive({ hands }: Month): Promise<void> {
  const { page, field, tabTo } = hands;
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
  await tabTo(field('没有扫码的理由'));
  await keyboard.type('补录的检查，当时没有入企码');
  await keyboard.press('Tab');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
}

/** The digit is the answer, Enter the next one, until there is no next one. */
async function answer({ hands }: Month, outcome: Outcome): Promise<void> {
  const { page } = hands;
  const { keyboard } = page;
  await page.locator('[data-item="PA-01"]:focus').waitFor();
  for (let at = 0; at < 30; at += 1) {
    const code = (await page.locator('[data-item][aria-current]').getAttribute('data-item')) ?? '';
    const item = page.locator(`[data-item="${code}"]`);
    if (outcome === 'problem' && code === PROBLEM) {
      await keyboard.press('2');
      await item.locator('textarea:focus').waitFor();
      await keyboard.type(FACTS);
      await keyboard.press('Control+Enter');
      await item.getByText(FACTS).waitFor();
      await page.locator(`[data-item="${code}"]:focus`).waitFor();
    } else await keyboard.press('1');
    await item
      .getByRole('status')
      .getByText(/^已保存/)
      .waitFor();
    await keyboard.press('Enter');
    const next = page.locator(`[data-item]:not([data-item="${code}"])[aria-current]:focus, [data-next-step]:focus`);
    await next.waitFor();
    if ((await page.locator('[data-next-step]:focus').count()) === 1) break;
  }
  await keyboard.press('Enter');
  await page.locator('#record-scene:focus').waitFor();
}

async function record({ hands }: Month): Promise<void> {
  const { page, field, tabTo, main } = hands;
  const { keyboard } = page;
  await keyboard.type('查阅执业许可证正本、管理制度汇编和案卷5件，许可证悬挂于接待处。');
  await tabTo(field('当事人的陈述和申辩'));
  await keyboard.type('没有异议。');
  await keyboard.press('Tab');
  await expect.poll(() => main.getByText(/^已保存 /).count()).toBeGreaterThanOrEqual(2);
}

async function refuse({ hands }: Month): Promise<void> {
  const { page, field, tabTo } = hands;
  const { keyboard } = page;
  await tabTo(page.getByRole('button', { name: '当事人拒绝检查' }));
  await keyboard.press('Enter');
  await expect.poll(() => field('经过').evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.type('9时35分，周例文关闭接待处大门，表示不让检查人员进入。');
  await tabTo(field('见证人姓名'));
  await keyboard.type('吴见证');
  await tabTo(field('见证人单位或者证件'));
  await keyboard.type('示例路社区居民委员会');
  for (const name of ['已全程录音录像', '已告知拒绝检查的后果']) {
    await tabTo(page.getByRole('checkbox', { name }));
    await keyboard.press('Space');
  }
  await tabTo(page.getByRole('button', { name: '记录拒绝检查', exact: true }));
  await keyboard.press('Enter');
  await page.getByText(/^不再逐项作答/).waitFor();
}

/** On paper; whoever refused to be inspected is not asked to sign. */
async function sign({ hands }: Month, signers: number): Promise<void> {
  const { page, tabTo } = hands;
  await page.keyboard.press('Control+4');
  const paper = page.getByRole('button', { name: '已在纸上签名', exact: true });
  for (let left = signers; left > 0; left -= 1) {
    await expect.poll(() => paper.count()).toBe(left);
    await tabTo(paper.first());
    await page.keyboard.press('Enter');
  }
  await page.getByText('全部签名完毕').waitFor();
}

const ENDINGS: Record<Outcome, { readonly result?: string; readonly disposition: string }> = {
  clean: { result: '未发现问题', disposition: '无需后续处置' },
  problem: { result: '违反其他部门', disposition: '责令' },
  refused: { disposition: '发现案件线索' },
};

async function finish({ hands }: Month, on: string, outcome: Outcome): Promise<void> {
  const { page, field, tabTo, main } = hands;
  const { keyboard } = page;
  const { result, disposition } = ENDINGS[outcome];
  await keyboard.press('F9');
  await expect.poll(() => field('结束日期').inputValue()).toBe(on);
  await tabTo(page.getByRole('spinbutton', { name: '结束时', exact: true }));
  await keyboard.type('1115');
  if (result) {
    await tabTo(field('检查结果'));
    await keyboard.type(result);
    await page.getByRole('option', { name: result }).first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect.poll(() => field('检查结果').inputValue()).toContain(result);
  }
  await tabTo(field('后续处置措施'));
  await keyboard.type(disposition);
  await page.getByRole('option', { name: disposition }).first().waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('后续处置措施').inputValue()).toContain(disposition);
  await expect
    .poll(() => page.locator('[data-departure] li').filter({ hasText: '必须处理' }).allTextContents())
    .toEqual([]);
  await keyboard.press('Control+Enter');
  await main.getByRole('button', { name: '结果与公示' }).waitFor();
}
