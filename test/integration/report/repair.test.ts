import { expect, test } from 'vitest';
import { AppError } from '#shared/kernel/errors';
import * as data from '../../support/report-data';
import { openReportStore, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

async function withRepairs() {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertRepair(tx, 'x1', data.granted);
    data.insertRepair(tx, 'x2', data.refused);
    data.insertRepair(tx, 'x3');
  });
  return store;
}

test('the report shows terms step by step, conditions with evidence, and the four lines with what is still open', async () => {
  const store = await withRepairs();
  const texts = textsOf((await store.read('repair-report', { id: 'x1' })).worksheets[0]);
  const words = texts.join('\n');
  expect(texts).toContain('2026年8月10日');
  expect(texts).toContain('2027年5月10日');
  expect(words).toContain('2026年8月10日　满 3 个月，可以申请修复');
  expect(texts).toContain('四、修复条件核对（共 3 项，满足 3 项，缺 0 项）');
  expect(texts).toContain('139****9000');
  expect(texts.filter((text) => text === '● 已办理')).toHaveLength(2);
  expect(texts.filter((text) => text === '○ 未办理')).toHaveLength(2);
  expect(words).toContain('决定书尚未出具');
});

test('once the decision is issued the report names its number', async () => {
  const store = await withRepairs();
  await store.read('repair-decision', { id: 'x1' });
  const words = textsOf((await store.read('repair-report', { id: 'x1' })).worksheets[0]).join('\n');
  expect(words).toContain('文号：云州市监信修决〔2026〕1号');
});

test('a condition said to be met without evidence counts as missing', async () => {
  const store = await withRepairs();
  const texts = textsOf((await store.read('repair-report', { id: 'x2' })).worksheets[0]);
  expect(texts).toContain('四、修复条件核对（共 3 项，满足 1 项，缺 2 项）');
  expect(texts).toContain('■ 缺材料');
  expect(texts.filter((text) => text.startsWith('缺（应提供：'))).toHaveLength(2);
});

test('a refusal gives the reason, the next day and the remedy, and never calls itself an official form', async () => {
  const store = await withRepairs();
  const words = textsOf((await store.read('repair-decision', { id: 'x2' })).worksheets[0]).join('\n');
  expect(words).toContain('不予信用修复决定书');
  expect(words).toContain('网站仍有两处虚构案例未删除，未完成整改。');
  expect(words).toContain('可自2026年12月1日起再次提出申请');
  expect(words).toContain('自收到本决定之日起六十日内');
  expect(words).toContain('参考格式');
  expect(words).toContain('依据《信用修复管理办法》（国家发展改革委令第36号）');
});

test('a grant lists what follows and no remedy against it', async () => {
  const store = await withRepairs();
  const words = textsOf((await store.read('repair-decision', { id: 'x1' })).worksheets[0]).join('\n');
  expect(words).toContain('准予信用修复决定书');
  expect(words).toContain('停止公示和共享上述失信信息');
  expect(words).not.toContain('行政复议');
});

test('no decision paper before there is a decision', async () => {
  const store = await withRepairs();
  const failure = await store.read('repair-decision', { id: 'x3' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code: 'bad_state', message: expect.stringContaining('尚未作出决定') });
});

test('the ledger of a year counts applications, decisions and unfinished follow-through', async () => {
  const store = await withRepairs();
  const texts = textsOf((await store.read('repair-ledger', { year: '2026' })).worksheets[0]);
  expect(texts.find((text) => text.startsWith('合计'))).toContain(
    '本期台账 3 件，其中本期收到申请 3 件；本期准予修复 1 件，不予修复 1 件；截至2026年11月23日在办 1 件，已准予而后续办理未完成 1 件',
  );
  expect(texts).toContain('未办理：解除管理措施、重新评价');
  const month = textsOf((await store.read('repair-ledger', { month: '2026-03' })).worksheets[0]);
  expect(month).toContain('本月无信用修复事项');
});

test('month and year together are refused', async () => {
  const store = await withRepairs();
  await expect(store.read('repair-ledger', { month: '2026-03', year: '2026' })).rejects.toMatchObject({
    code: 'bad_input',
  });
});
