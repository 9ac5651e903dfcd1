import { expect } from 'vitest';
import { AGENCY, FIRST, SECOND, type Story } from './story';

const FACTS = '2026年度执业管理制度汇编中没有利益冲突审查的内容，抽查5件案卷均无利益冲突审查记录。';

/** A visit of some weeks ago, entered, answered and finished without the mouse. */
export async function inspectByKeyboard(story: Story): Promise<void> {
  await startVisit(story);
  await arrive(story);
  await answerAllButOne(story);
  await leaveTooEarly(story);
  await writeRecord(story);
  await sign(story);
  await finish(story);
}

async function startVisit({ hands, ago }: Story): Promise<void> {
  const { page, field, heading, tabTo } = hands;
  const { keyboard } = page;
  await keyboard.press('Control+k');
  await page.locator('[role="combobox"][aria-label="搜索主体或页面"]:focus').waitFor();
  await keyboard.type('检查');
  await page.getByRole('option', { name: '检查', exact: true, selected: true }).waitFor();
  await keyboard.press('Enter');
  await heading('检查');
  await tabTo(hands.main.getByRole('button', { name: '开始检查' }).first());
  await keyboard.press('Enter');
  await heading('开始检查');
  await tabTo(field('检查对象'));
  await keyboard.type('yzqmyslzl');
  await page.getByRole('option', { name: AGENCY }).waitFor();
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('检查表').inputValue()).toBe('专利代理机构检查表');
  expect(await field('执法人员一').inputValue()).toBe(FIRST);
  await tabTo(field('执法人员二'));
  await keyboard.type(SECOND);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('执法人员二').inputValue()).toBe(SECOND);
  await tabTo(field('开始日期'));
  await keyboard.press('Control+a');
  await keyboard.type(ago(40));
  await keyboard.press('Tab');
  await expect.poll(() => field('开始日期').inputValue()).toBe(ago(40));
  await tabTo(page.getByRole('spinbutton', { name: '开始时', exact: true }));
  await keyboard.type('0930');
  await tabTo(page.getByRole('main').getByRole('button', { name: '开始检查' }));
  await keyboard.press('Enter');
  await heading(AGENCY);
  expect(await field('开始日期').inputValue()).toBe(ago(40));
}

/** The digit is the answer; what it asks for has the keyboard at once. */
async function answerAllButOne({ hands, running }: Story): Promise<void> {
  const { page } = hands;
  const { keyboard } = page;
  const item = (code: string) => page.locator(`[data-item="${code}"]`);
  await expect.poll(() => item('PA-01').evaluate((element) => element === document.activeElement)).toBe(true);
  for (let at = 1; at <= 18; at += 1) {
    const code = `PA-${String(at).padStart(2, '0')}`;
    await page.locator(`[data-item="${code}"][aria-current]`).waitFor();
    if (code === 'PA-11') {
      await keyboard.press('3');
      await page.locator(`#reason-${code}:focus`).waitFor();
      await keyboard.type('没有设立分支机构');
      await keyboard.press('Enter');
      continue;
    }
    if (code === 'PA-13') {
      await keyboard.press('2');
      await item(code).locator('textarea:focus').waitFor();
      await keyboard.type(FACTS);
      await running.shot('inspection');
      await keyboard.press('Control+Enter');
      await item(code).getByText(FACTS).waitFor();
      await expect.poll(() => item(code).evaluate((element) => element === document.activeElement)).toBe(true);
    } else if (code !== 'PA-17') await keyboard.press('1');
    await keyboard.press('ArrowDown');
  }
  await page.getByText('已作答 17 / 18').first().waitFor();
}

/** Not answered is not compliant: the list names the question and leads to it. */
async function leaveTooEarly({ hands, running }: Story): Promise<void> {
  const { page, tabTo } = hands;
  const { keyboard } = page;
  await keyboard.press('F9');
  const open = page.getByRole('listitem').filter({ hasText: '项目 PA-17 未作答，未作答不等于符合' });
  await open.waitFor();
  await running.shot('story-departure');
  await tabTo(open.getByRole('button', { name: '去处理' }));
  await keyboard.press('Enter');
  await page.locator('[data-item="PA-17"]:focus').waitFor();
  await keyboard.press('1');
  await page.getByText('已作答 18 / 18').first().waitFor();
}

/** Certificates, rights and avoidance are pressed one after the other; each is recorded with its time. */
async function arrive({ hands, running }: Story): Promise<void> {
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
  await running.shot('story-arrive');
  await keyboard.press('F7');
}

async function writeRecord({ hands }: Story): Promise<void> {
  const { page, field, tabTo } = hands;
  const { keyboard } = page;
  await keyboard.press('Control+3');
  await expect.poll(() => field('现场情况').evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.type('查阅执业许可证正本、管理制度汇编和案卷5件，许可证悬挂于接待处。');
  await tabTo(field('当事人的陈述和申辩'));
  await keyboard.type('没有异议。');
  await keyboard.press('Tab');
  await expect.poll(() => hands.main.getByText(/^已保存 /).count()).toBeGreaterThanOrEqual(2);
}

/** The party is known by name from the arrival; everybody signs on paper. */
async function sign({ hands, running }: Story): Promise<void> {
  const { page } = hands;
  const { keyboard } = page;
  await keyboard.press('Control+4');
  const paper = page.getByRole('button', { name: '已在纸上签名', exact: true });
  for (let left = 3; left > 0; left -= 1) {
    await expect.poll(() => paper.count()).toBe(left);
    await hands.tabTo(paper.first());
    await keyboard.press('Enter');
  }
  await page.getByText('全部签名完毕').waitFor();
  await running.shot('story-signed');
}

async function finish({ hands, running, ago }: Story): Promise<void> {
  const { page, field, tabTo, told } = hands;
  const { keyboard } = page;
  await keyboard.press('F9');
  await page.getByText('请选择检查结果').waitFor();
  const hours = page.getByRole('spinbutton', { name: '结束时', exact: true });
  expect(await field('结束日期').inputValue()).toBe(ago(40));
  await tabTo(hours);
  await keyboard.type('1115');
  await tabTo(field('检查结果'));
  await keyboard.type('违反其他部门');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(field('后续处置措施'));
  await keyboard.type('责令');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => field('后续处置措施').inputValue()).toContain('责令改正');
  // what only warns does not keep anyone from finishing
  await page.getByText('没有扫码入企：补录的检查').waitFor();
  await expect.poll(() => page.getByText('必须处理', { exact: true }).count()).toBe(0);
  await running.shot('story-leaving');
  await keyboard.press('Control+Enter');
  await told('已办结');
  await page.getByRole('button', { name: '开具责令改正通知书' }).waitFor();
}
