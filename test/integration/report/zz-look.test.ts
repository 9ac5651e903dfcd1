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
    tx.insert(
      'subject',
      subjectRow('s3', 3, { kind: 'agent', uscc: null, id_number: '11010519491231002X', name: '=1+1王虚构' }),
    );
    data.insertInspection(tx);
    data.insertOrder(tx, data.storyOrder(), 'v1');
    for (let i = 0; i < 14; i++) {
      const o = data.buildOrder(`q${i}`, {
        subjectId: i % 2 ? 's1' : 's2',
        no: `云州市监责改〔2026〕${20 + i}号`,
        orderedOn: `2026-10-${String(9 + i).padStart(2, '0')}`,
      });
      data.insertOrder(
        tx,
        i % 3 === 0
          ? data.recheckOf(
              o,
              '2026-10-30',
              o.items.map((it) => ({ itemId: it.id, result: 'corrected' as const, note: '已整改到位' })),
            )
          : o,
      );
    }
    data.insertRepair(tx, 'x1', data.granted);
    data.insertRepair(tx, 'x2', data.refused, 's2');
    data.insertRepair(tx, 'x3', {}, 's3');
    data.insertPlan(tx, 120);
    data.insertRating(tx);
  });
  const all: [string, Record<string, string>][] = [
    ['rectification-order', { id: 'r1' }],
    ['rectification-report', { id: 'r1' }],
    ['rectification-ledger', { month: '2026-10' }],
    ['repair-report', { id: 'x1' }],
    ['repair-decision', { id: 'x2' }],
    ['repair-ledger', { year: '2026' }],
    ['schedule', { id: 'plan1' }],
    ['inspection-record', { id: 'v1' }],
    ['rating-why', { id: 'g1' }],
    ['subject-list', {}],
    ['inspection-results', {}],
    ['rating-list', {}],
  ];
  for (const [id, params] of all) await s.read(id, params);
  cpSync(s.out, '/tmp/looks', { recursive: true });
});

test('extremes', async () => {
  const s = await openReportStore();
  const long = '检查人员进入经营场所后，在前台查看悬挂的执业许可证正本，核对名称、地址和执行事务合伙人，与公示系统登记信息一致。随后抽取委托合同，逐份核对签字和盖章情况；'.repeat(280).slice(0, 20000);
  await s.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1, { name: LONG_NAME }));
    data.insertInspection(tx, 'v1', long);
    data.insertOrder(tx, data.buildOrder('r1', { items: Array.from({ length: 30 }, (_, i) => ({ ...data.ITEMS[i % 3]!, problem: i === 2 ? long.slice(0, 2000) : data.ITEMS[i % 3]!.problem })) }));
  });
  await s.read('inspection-record', { id: 'v1' });
  await s.read('rectification-report', { id: 'r1' });
  await s.read('rectification-order', { id: 'r1' });
  await s.read('rectification-ledger', { month: '2026-09' });
  await s.read('repair-ledger', { month: '2026-09' });
  cpSync(s.out, '/tmp/looks/x', { recursive: true });
});
