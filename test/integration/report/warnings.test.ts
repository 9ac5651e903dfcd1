import { expect, test } from 'vitest';
import { insertFilings } from '../../support/report-filings';
import { openReportStore, textsOf } from '../../support/report-store';

const rowsOf = async (report: string) => {
  const store = await openReportStore();
  await store.fill(insertFilings);
  const sheet = (await store.read(report, {})).worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))));
  return rows;
};

test('the statistics of applicants add up, with the rate of each and of all, without what was taken back', async () => {
  const rows = await rowsOf('filing-applicants');
  const line = (name: string) => rows.find(([first]) => first?.startsWith(name))?.slice(2, 7);
  expect(line('示例申请人')).toEqual(['3', '0', '2', '1', '66.7%']);
  expect(line('示例公司')).toEqual(['1', '0', '0', '1', '0.0%']);
  expect(line('合计（2 户）')).toEqual(['4', '0', '2', '2', '50.0%']);
});

test('an empty list of applicants has no line of totals that divides by nothing', async () => {
  const store = await openReportStore();
  const sheet = (await store.read('filing-applicants', {})).worksheets[0];
  expect(sheet ? textsOf(sheet).join() : '').not.toContain('合计');
});

test('the register of leads holds those that stand, with their numbers and why', async () => {
  const rows = await rowsOf('lead-list');
  const leads = rows.filter(([no]) => /^A[12]0{6}$/.test(no ?? ''));
  expect(leads).toHaveLength(1);
  expect(leads[0]?.join()).toContain('待分派,非正常专利申请,一年内被通报五件,规则筛查');
  expect(leads[0]?.join()).toContain('被通报非正常专利申请 3 件');
});
