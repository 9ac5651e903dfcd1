import { cpSync } from 'node:fs';
import { test } from 'vitest';
import * as data from '../../support/report-data';
import { openReportStore } from '../../support/report-store';
import { LONG_NAME, subjectRow } from '../../support/report-subjects';
test('look', async () => {
  const s = await openReportStore({ practice: true });
  await s.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1, { name: LONG_NAME }));
    tx.insert('subject', subjectRow('s2', 2));
    data.insertInspection(tx);
    data.insertOrder(tx, data.storyOrder(), 'v1');
    for (let i = 0; i < 5; i++) data.insertOrder(tx, data.buildOrder(`q${i}`, { subjectId: i % 2 ? 's1' : 's2', no: `云州市监责改〔2026〕${20 + i}号`, orderedOn: `2026-10-${String(9 + i).padStart(2, '0')}` }));
    data.insertRepair(tx, 'x1', data.granted);
    data.insertRepair(tx, 'x2', data.refused, 's2');
    data.insertPlan(tx, 120);
    data.insertRating(tx);
  });
  const all: [string, Record<string, string>][] = [
    ['rectification-order', { id: 'r1' }], ['rectification-report', { id: 'r1' }], ['rectification-ledger', { month: '2026-10' }],
    ['repair-report', { id: 'x1' }], ['repair-decision', { id: 'x2' }], ['repair-ledger', { year: '2026' }], ['schedule', { id: 'plan1' }],
    ['inspection-record', { id: 'v1' }], ['rating-why', { id: 'g1' }], ['subject-list', {}], ['inspection-results', {}], ['rating-list', {}],
  ];
  for (const [id, params] of all) await s.read(id, params);
  cpSync(s.out, '/tmp/looks', { recursive: true });
});
