import { expect, test } from 'vitest';
import { subjectColumns } from '#shared/domain/subject/subject-columns';
import { findHeader } from '#shared/domain/table-import/find-header';
import { exportReport } from '../../../electron/features/report/report-service';
import { openReportStore } from '../../support/report-store';
import { readCells } from '../excel/support';

const HEADERS = ['名称', '统一社会信用代码', '法定代表人'];

async function withBatch(headers: readonly string[], cells: readonly (string | number | null)[]) {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('import_batch', {
      id: 'b1',
      noun: 'subject',
      file_name: '名册.csv',
      file_sha256: '0'.repeat(64),
      started_at: tx.now,
      officer_id: null,
      mapping: JSON.stringify({ headers }),
      inserted: 0,
      merged: 0,
      unchanged: 0,
      failed: 1,
      state: 'done',
      undone_at: null,
    });
    tx.insert('import_problem', {
      id: 'p1',
      batch_id: 'b1',
      row_number: 7,
      cells: JSON.stringify(cells),
      problems: JSON.stringify([
        { columnLetter: 'B', header: '统一社会信用代码', value: 'x', message: '校验不通过', fix: '91330100000000019X' },
      ]),
    });
  });
  await exportReport({ report: 'import-problems', params: { batchId: 'b1' }, path: store.path('rows') }, store.job);
  return readCells(store.path('rows'));
}

test('the refused rows come back under their own header with reason and proposal, and can be imported again', async () => {
  const rows = await withBatch(HEADERS, ['=1+1虚构', '913301000000000190', null]);
  const header = findHeader(rows as never, subjectColumns());
  expect(header?.rowIndex).toBe(0);
  expect(rows[0]).toEqual([...HEADERS, '错误说明', '建议']);
  expect(rows[1]?.slice(0, 2)).toEqual(['=1+1虚构', '913301000000000190']);
  expect(rows[1]?.[3]).toBe('原第 7 行：统一社会信用代码：校验不通过');
  expect(rows[1]?.[4]).toBe('统一社会信用代码 → 91330100000000019X');
});

test('rows that are refused a second time do not collect a second pair of remark columns', async () => {
  const rows = await withBatch([...HEADERS, '错误说明', '建议'], ['甲', '乙', '丙', '旧说明', '旧建议']);
  expect(rows[0]).toEqual([...HEADERS, '错误说明', '建议']);
  expect(rows[1]?.join('|')).not.toContain('旧说明');
});
