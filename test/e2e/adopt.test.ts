import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, createAgency, prepareOffice } from './calls';
import { type Hands, handsOn } from './hands';
import { launch, type RunningApp } from './support';

let running: RunningApp;
let hands: Hands;
let subjectId: string;
const NAME = '云州示例知识产权代理有限公司';

beforeAll(async () => {
  running = await launch();
  hands = handsOn(running.page);
  await hands.heading('今日');
  await prepareOffice(running.page);
  subjectId = await createAgency(running.page, NAME);
});
afterAll(() => running.close());

const score = async () => (await call(running.page, 'rating.rate-subject', { subjectId })).scoreThousandths;

test("another office's record is entered as a reference, costs nothing, and counts once it is adopted", async () => {
  const { page, press, choose, write, date, told, heading } = hands;
  await page.evaluate((id) => {
    location.hash = `#/subjects/${id}?tab=facts`;
  }, subjectId);
  await heading(NAME);
  await page.getByRole('button', { name: '新增信用信息', exact: true }).first().click();
  await choose('信息项', '未按期提交年度报告被列入经营异常名录');
  await write('来源文号', '邻知异〔2026〕3号');
  await date('发生日期', '2026-03-02');
  await write('摘要', '未在规定期限提交年度报告');
  await write('外局信息的来源机关', '邻州市知识产权局');
  await write('年度报告年份', '2025');
  await press('登记信用信息');
  await told('已登记信用信息');
  const row = page.getByRole('grid', { name: '信用信息' }).getByRole('row').nth(1);
  await row.getByText('仅供参考').waitFor();
  expect(await score()).toBe(100_000);

  await row.dblclick();
  await page.getByText('邻州市知识产权局，未采信，不计入评价').waitFor();
  await press('采信这条信息…');
  await press('采信这条信息');
  await page.getByText('请写明核对了什么').waitFor();
  await write('采信理由', '已向邻州市局核对认定文书');
  await press('采信这条信息');
  await told('已采信，自采信之日起计入评价');
  await row.getByText('有效', { exact: true }).waitFor();
  expect(await score()).toBe(80_000);
  expect(running.noise).toEqual([]);
});
