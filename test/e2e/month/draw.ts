import { expect } from 'vitest';
import { answerSaveDialogs } from '../support';
import { type Drawn, FIRST, type Month, SECOND } from './month';

/** Frozen and announced, drawn with dice that two have typed, and handed out as a proof. */
export async function drawMonth(month: Month): Promise<readonly Drawn[]> {
  await freeze(month);
  await cast(month);
  return exportProof(month);
}

async function freeze({ hands, running, day, month }: Month): Promise<void> {
  const { page, goTo, link, press, field, date, choose, main } = hands;
  await goTo('计划与抽取');
  await link('抽取检查对象');
  // a plan of last month's year, also in January
  if ((await field('年度').inputValue()) !== `${month.slice(0, 4)} 年`) await choose('年度', `${month.slice(0, 4)} 年`);
  await date('检查开始日期', day(1));
  const officers = field('参加检查的执法人员');
  for (const name of [FIRST, SECOND]) {
    await officers.fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
  }
  await page.keyboard.press('Escape');
  const outcome = main.getByRole('region', { name: '算出的结果' });
  await expect.poll(() => outcome.textContent()).toMatch(/候选名录9 户不列入0 户抽取3 户参加检查2 名/);
  await running.shot('month-rule');
  await press(/名录，公布校验值$/);
  await page.getByText('单位随机数的承诺值（随机数在抽取时公开）').waitFor();
}

async function cast({ hands, running }: Month): Promise<void> {
  const { page, press, write, field } = hands;
  await press('已公布，输入公开随机值');
  await write('输入人甲', '王见证');
  await write('输入人乙', '周见证');
  await field('公开随机值（甲输入）').pressSequentially('6 1 4 2 5');
  await field('公开随机值（乙输入）').pressSequentially('6 1 4 2 5');
  await write('见证人', '周见证（市公证处）');
  await press(/^抽取 \d+ 户检查对象$/);
  await page.getByText('从 9 户中抽中 3 户').waitFor();
  await press('复算核验');
  await page.getByText('复算一致', { exact: true }).waitFor();
  await running.shot('month-drawn');
}

async function exportProof({ hands, running }: Month): Promise<readonly Drawn[]> {
  const { page, press, told, main, link } = hands;
  await answerSaveDialogs(running.app, running.folder);
  await press('导出年度检查计划表…');
  await told(/^已导出/);
  await link('打开检查计划');
  await page.getByRole('tab', { name: '检查安排' }).waitFor();
  const rows = main.getByRole('row').filter({ hasText: '示例专利代理事务所' });
  await expect.poll(() => rows.count()).toBe(3);
  const drawn: Drawn[] = [];
  for (const text of await rows.allTextContents()) {
    const name = /云州第\d+示例专利代理事务所/.exec(text)?.[0];
    const plannedOn = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
    if (!name || !plannedOn) throw new Error(`a visit without its name or day: ${text}`);
    drawn.push({ name, plannedOn });
  }
  return drawn;
}
