import { expect, test } from 'vitest';
import { finishedInspection, type Office, openOffice, saveOfficer } from '../../support/office';

async function textOf(office: Office, month: string, id: string): Promise<string> {
  const { figures } = await office.call('statistics.overview', { month });
  return figures.find((one) => one.id === id)?.now.text ?? '';
}

test('results count in the month of their own event, and a published one that is withdrawn later is a correction', async () => {
  const office = await openOffice({ today: '2026-09-28' });
  await office.call('office.act-as', { officerId: office.zhang });
  const zhao = await saveOfficer(office, '赵审核', 'Y009');
  const { id } = await finishedInspection(office, { startedAt: '2026-09-21T09:00' });
  const { publicResult } = await office.call('review.get', { inspectionId: id });
  await office.call('review.enter', { inspectionId: id, ...publicResult });
  await office.call('review.return', {
    inspectionId: id,
    officerId: zhao,
    marks: [{ field: 'summary', text: '请写明许可证编号' }],
  });
  await office.call('review.enter', { inspectionId: id, ...publicResult, summary: '许可证地址与实际不一致' });
  office.goTo('2026-10-09');
  await office.call('review.publish', { inspectionIds: [id], officerId: zhao, on: '2026-10-09', where: '公示系统' });
  office.goTo('2026-11-23');
  expect(await textOf(office, '2026-09', 'entered')).toBe('1');
  expect(await textOf(office, '2026-09', 'returned')).toBe('1');
  expect(await textOf(office, '2026-09', 'published')).toBe('0');
  expect(await textOf(office, '2026-10', 'published')).toBe('1');
  const rows = await office.call('statistics.list-rows', { month: '2026-10', figure: 'published' });
  expect(rows).toMatchObject({ total: 1, rows: [{ recordId: id, result: '5' }] });
  const package_ = { target: 'provincial-double-random', from: '2026-09-01', to: '2026-09-30' } as const;
  // released now; what is still missing is named, not the review
  const { refusedRows } = await office.call('exchange.preview', package_);
  expect(refusedRows.flatMap(({ problems }) => problems).join()).not.toContain('审核公示');
  for (const month of ['2026-09', '2026-10'])
    await office.call('statistics.freeze-month', { month, secondOfficerId: office.li });
  await office.call('review.withdraw', {
    inspectionId: id,
    secondOfficerId: zhao,
    on: '2026-11-23',
    reason: '公示对象有误',
  });
  const { corrections } = await office.call('statistics.list-corrections', { month: '2026-11' });
  expect(corrections).toMatchObject([
    { month: '2026-10', source: 'published', change: 'removed', figures: { published: -1 } },
  ]);
  expect(await textOf(office, '2026-10', 'published')).toBe('1');
});
