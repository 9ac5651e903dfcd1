import { answerSaveDialogs } from '../support';
import { AGENCY, DECIDER, FIRST, SECOND, type Story } from './story';

/** From the record of dishonesty to the repair in all four places, and the report on it. */
export async function repair(story: Story): Promise<void> {
  const { app, hands, running } = story;
  const { page, press, told } = hands;
  await record(story);
  await apply(story);
  await verifyAndOpine(story);
  await decide(story);
  await running.shot('repair');
  for (const line of ['停止公示', '停止共享', '解除管理措施', '重新评价']) {
    await press(`登记${line}`);
    await told(line === '重新评价' ? '修复已办结' : `已登记${line}`);
  }
  await page.getByText('全部办完', { exact: true }).waitFor();
  await answerSaveDialogs(app, running.folder);
  await press('导出…');
  await page.getByRole('menuitem', { name: '信用修复报告' }).click();
  await told('已导出 信用修复报告');
}

/** Out of the credit fact: number, authority, day and facts come from it. */
async function record({ hands, ago }: Story): Promise<void> {
  const { goTo, press, choose, field, told, heading, write, page } = hands;
  await goTo('失信与修复');
  await hands.main.getByRole('button', { name: '登记失信记录' }).first().click();
  await heading('登记失信记录');
  await field('失信主体').fill('yzqmyslzl');
  await page.getByRole('option', { name: AGENCY }).click();
  await choose('来源信用信息', '未按期提交年度报告');
  await page.waitForFunction(
    (day) => [...document.querySelectorAll('input')].some((input) => input.value === day),
    ago(250),
  );
  await choose('失信行为', '违反法律、行政法规从事专利、商标代理');
  await choose('失信程度', '一般');
  await write('处罚或处理内容', '列入经营异常名录');
  await press('登记失信记录');
  await told('已登记失信记录');
  await heading(AGENCY);
}

async function apply({ hands }: Story): Promise<void> {
  const { page, press, heading, write, told } = hands;
  await press('受理修复申请');
  await heading('受理修复申请');
  await write('联系人', '周例文');
  await write('联系电话', '13900000000');
  await write('申请人的陈述和承诺', '已补交年度报告，承诺今后按期提交。');
  const conditions = page.getByRole('region', { name: '修复条件' }).getByRole('listitem');
  for (let at = 0; at < 4; at += 1) {
    await conditions.nth(at).getByRole('checkbox').check();
    await conditions
      .nth(at)
      .getByRole('textbox', { name: '证明材料' })
      .fill(`证明材料第${at + 1}号`);
  }
  await write('联系人', '周例文');
  await page.getByText('已具备 4 / 4').waitFor();
  await press('受理修复申请');
  await told('已受理');
}

async function verifyAndOpine({ hands }: Story): Promise<void> {
  const { page, press, choose, write, told } = hands;
  await page.getByText('条件齐备，没有不予修复的情形。').waitFor();
  await choose('核查人员二', SECOND);
  await write('核查情况', '年度报告已补交，已移出经营异常名录。');
  await press('登记核查');
  await told('已登记核查');
  await page.getByRole('radio', { name: '准予修复' }).check();
  await write('意见内容', '条件齐备，建议准予修复。');
  await press('提出意见');
  await told('已提出意见，由另一名人员决定');
}

/** Four eyes: who gave the opinion cannot be chosen, and is told why. */
async function decide({ hands }: Story): Promise<void> {
  const { page, press, field, told, choose } = hands;
  await page.getByRole('radio', { name: '准予修复' }).check();
  await field('作出决定的人员').fill(FIRST);
  const same = page.getByRole('option', { name: FIRST });
  await same.getByText('已提出意见，须由另一名人员决定').waitFor();
  await same.click({ force: true });
  await press('作出决定');
  await page.getByText('请选择作出决定的人员').first().waitFor();
  await choose('作出决定的人员', DECIDER);
  await press('作出决定');
  await told('已决定：准予修复');
}
