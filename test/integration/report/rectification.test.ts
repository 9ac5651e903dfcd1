import { expect, test } from 'vitest';
import { transition } from '#shared/domain/rectification/transition';
import * as data from '../../support/report-data';
import { openReportStore, packs, TODAY, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

async function withStory() {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertInspection(tx);
    data.insertOrder(tx, data.storyOrder(), 'v1');
  });
  return store;
}

test('the notice carries its own number, the terms it was served with, the remedy and the receipt', async () => {
  const store = await withStory();
  const [sheet] = (await store.read('rectification-order', { id: 'r1' })).worksheets;
  const words = textsOf(sheet).join('\n');
  expect(words).toContain('云州市监责改〔2026〕12号');
  expect(words).toContain('办理执业备案注销（于2026年10月24日前改正）');
  expect(words).not.toContain('11月13日');
  expect(words).toContain('六十日内依法申请行政复议');
  expect(words).toContain('收到时间：2026年9月25日');
  expect(words).toContain('一式两联');
});

test('the report shows for each item how its day was counted, extension, re-check and what is overdue', async () => {
  const store = await withStory();
  const texts = textsOf((await store.read('rectification-report', { id: 'r1' })).worksheets[0]);
  const words = texts.join('\n');
  expect(words).toContain('国庆节放假，不计');
  expect(words).toContain('2026年10月12日决定延至2026年11月13日：备案系统升级，暂停受理。');
  expect(words).toContain('李办案三（执法证号 33010002）、周办案四（执法证号 33010003）');
  expect(texts).toContain('● 已整改');
  expect(texts).toContain('▲ 已逾期 45 天（到期日 2026年10月9日）');
  expect(texts).toContain('▲ 已逾期 10 天（到期日 2026年11月13日）');
  expect(texts).toContain('三、整改事项（共 3 项：已整改 1 项，未整改 2 项，其中逾期 2 项）');
  expect(texts).toContain('云州市监整报〔2026〕1号');
});

test('the same report issued again keeps its number and says so; another case gets the next number', async () => {
  const store = await withStory();
  await store.fill((tx) => data.insertOrder(tx, data.buildOrder('r2', { no: '云州市监责改〔2026〕13号' })));
  await store.read('rectification-report', { id: 'r1' });
  const again = textsOf((await store.read('rectification-report', { id: 'r1' })).worksheets[0]);
  expect(again).toContain('云州市监整报〔2026〕1号');
  expect(again).toContain('第2次出具');
  const other = textsOf((await store.read('rectification-report', { id: 'r2' })).worksheets[0]);
  expect(other).toContain('云州市监整报〔2026〕2号');
});

test('the ledger of a past month shows its state at the end of that month, not of today', async () => {
  const store = await withStory();
  const september = textsOf((await store.read('rectification-ledger', { month: '2026-09' })).worksheets[0]);
  expect(september.filter((text) => text === '◆ 整改中')).toHaveLength(3);
  const october = textsOf((await store.read('rectification-ledger', { month: '2026-10' })).worksheets[0]);
  expect(october).toContain('● 已整改');
  expect(october).toContain('▲ 已逾期\n22 天');
  expect(october.find((text) => text.startsWith('合计'))).toContain(
    '本月台账 3 项，其中本月责令 0 项、以前月份结转 3 项；本月复查确认整改 1 项，本月延期 1 项',
  );
  const november = textsOf((await store.read('rectification-ledger', { month: '2026-11' })).worksheets[0]);
  expect(november).not.toContain('● 已整改');
});

test('an order that was closed does not stand in the months after', async () => {
  const store = await openReportStore();
  const context = { today: TODAY, calendar: packs.calendar(), extension: packs.orderNotice().extension };
  const order = data.buildOrder('r1');
  const results = order.items.map(({ id }) => ({ itemId: id, result: 'corrected' as const, note: '' }));
  const closed = transition(
    data.recheckOf(order, '2026-10-20', results),
    { type: 'close', on: '2026-10-21', note: '' },
    context,
  );
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertOrder(tx, closed);
  });
  const november = textsOf((await store.read('rectification-ledger', { month: '2026-11' })).worksheets[0]);
  expect(november).toContain('本月无整改事项');
});

test('a month without anything says so instead of showing an empty table', async () => {
  const store = await openReportStore();
  const sheet = (await store.read('rectification-ledger', { month: '2026-03' })).worksheets[0];
  expect(textsOf(sheet)).toContain('本月无整改事项');
  expect(sheet?.pageSetup.orientation).toBe('landscape');
});
