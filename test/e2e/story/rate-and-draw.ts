import { expect } from 'vitest';
import { AGENCY, DECIDER, type Story } from './story';

/** Finds the agency by the initials of its name, opens it by the keyboard and enters what it did wrong. */
export async function enterFact({ hands, today, ago }: Story): Promise<void> {
  const { page, goTo, field, heading, press, choose, write, date, told } = hands;
  await goTo('主体');
  await field('筛选').fill('yzqmyslzl');
  await page.getByText('共 1 户').waitFor();
  await field('筛选').press('Enter');
  await page.keyboard.press('Enter');
  await heading(AGENCY);
  await press('新增信用信息');
  await choose('信息项', '未按期提交年度报告被列入经营异常名录');
  expect(await field('来源单位').inputValue()).toBe('省级管理专利工作的部门');
  await write('来源文号', '示例知异〔2026〕7号');
  await date('发生日期', ago(250));
  await write('摘要', '未在规定期限提交年度报告');
  await write('年度报告年份', String(Number(today.slice(0, 4)) - 1));
  await press('登记信用信息');
  await told('已登记信用信息');
}

export async function rateEverybody(story: Story): Promise<void> {
  const { goTo, link, press } = story.hands;
  await goTo('评价');
  await link('开展评价');
  await press('开始评价');
  await approveRating(story);
  await goTo('评价');
  await story.hands.page.getByRole('region', { name: '等级分布' }).waitFor();
  await story.running.shot('ratings');
}

/** Another officer approves what is on the page; before that nothing of it holds. */
export async function approveRating({ hands, running }: Story): Promise<void> {
  const { page, press, choose, told } = hands;
  const form = page.getByRole('region', { name: '等待第二人审定' });
  await form.waitFor();
  await running.shot('story-approve');
  await page.getByRole('radio', { name: '同意，等级生效' }).check();
  await choose('审定人员', DECIDER);
  await press('登记审定意见');
  await told(/^已审定，\d+ 户的等级生效/);
  await form.waitFor({ state: 'hidden' });
}

/** The lines of the why page, in thousandths of a point, as a reader would add them up. */
export async function readWhy({ hands }: Story): Promise<{ points: number[]; running: number[]; headline: string }> {
  const lines = hands.page.getByRole('region', { name: '逐项说明' }).locator('ol > li[id]');
  const numbers = await lines.evaluateAll((items) =>
    items.map((item) => [...item.children].slice(-2).map((cell) => cell.textContent ?? '')),
  );
  const thousandths = (text: string) => Math.round(Number(text.replace('−', '-').replace('—', '0')) * 1000);
  const headline = (await hands.page.getByRole('region', { name: '评价结果' }).textContent()) ?? '';
  return {
    points: numbers.map(([points = '']) => thousandths(points)),
    running: numbers.map(([, running = '']) => thousandths(running)),
    headline,
  };
}

/** Opens the agency's rating; its lines add up to its score, and it says the same when computed again. */
export async function explainRating(story: Story): Promise<number> {
  const { hands, running } = story;
  const { page, field, heading } = hands;
  await field('筛选').fill(AGENCY);
  await page.getByText('共 1 户').waitFor();
  await page.getByRole('grid', { name: '评价' }).getByRole('row').nth(1).dblclick();
  await heading(AGENCY);
  const { points, running: sums, headline } = await readWhy(story);
  expect(points.length).toBeGreaterThan(1);
  let sum = 0;
  for (const [at, value] of points.entries()) {
    sum += value;
    expect(sums[at]).toBe(sum);
  }
  expect(headline).toContain(`${sum / 1000}`);
  expect(headline).toContain('复算一致');
  await page
    .getByRole('link', { name: /示例知异〔2026〕7号/ })
    .first()
    .waitFor();
  await running.shot('why');
  return sum;
}

/** The draw in its four steps, and again by the verifier. */
export async function drawPlan({ hands, running, today }: Story): Promise<void> {
  const { page, goTo, link, press, choose, field, write } = hands;
  const year = Number(today.slice(0, 4)) + 1;
  await goTo('计划与抽取');
  await link('抽取检查对象');
  await choose('年度', `${year} 年`);
  await page.getByText('候选名录').first().waitFor();
  await running.shot('story-draw-rule');
  await press(/名录，公布校验值$/);
  await page.getByText('单位随机数的承诺值（随机数在抽取时公开）').waitFor();
  await running.shot('draw');
  await press('已公布，输入公开随机值');
  await write('输入人甲', '王示例');
  await write('输入人乙', '周例文');
  await field('公开随机值（甲输入）').pressSequentially('3 5 1 6 2');
  await field('公开随机值（乙输入）').pressSequentially('3 5 1 6 1');
  await write('见证人', '周例文（市公证处）');
  await running.shot('story-draw-seed');
  await press(/^抽取 \d+ 户检查对象$/);
  await page.getByText('两人输入的不一致，请各自核对后重新输入').waitFor();
  await write('公开随机值（乙输入）', '3 5 1 6 2');
  await press(/^抽取 \d+ 户检查对象$/);
  await press('复算核验');
  await page.getByText('复算一致', { exact: true }).waitFor();
  await running.shot('story-draw-result');
  await link('打开检查计划');
  await page.getByRole('tab', { name: '检查安排' }).waitFor();
  await running.shot('plan');
  await page.getByRole('tab', { name: '抽取证明' }).click();
  await page.getByText('冻结时承诺的单位随机数校验值').waitFor();
  await running.shot('story-draw-proof');
  await goTo('计划与抽取');
  await page.getByRole('tab', { name: '冻结记录' }).click();
  await page.getByRole('grid', { name: '冻结记录' }).getByText('已抽取').waitFor();
  await running.shot('story-draw-freezes');
}
