import { expect, test } from 'vitest';
import * as data from '../../support/report-data';
import { openReportStore, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

test('the list for the wall has what is late first and names no number of a person', async () => {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertInspection(tx);
    data.insertOrder(tx, data.storyOrder(), 'v1');
  });
  const items = await store.job.db
    .selectFrom('rectification_item')
    .select(['requirement', 'state', 'due_on', 'extended_to'])
    .where('state', '!=', 'corrected')
    .execute();
  const due = items.filter((item) => (item.extended_to ?? item.due_on) <= '2026-11-29');
  expect(due.length).toBeGreaterThan(0);
  const book = await store.read('rectification-wall', {});
  const words = book.worksheets.flatMap(textsOf);
  for (const { requirement } of due) expect(words.join('')).toContain(requirement);
  expect(words.filter((text) => text.startsWith('▲ 已逾期')).length).toBeGreaterThan(0);
  expect(words.join('')).toContain(`合计 ${due.length} 项`);
  expect(words.join('')).not.toMatch(/\d{17}[\dX]|1\d{10}/);
});
