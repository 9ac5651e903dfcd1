import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#shared/kernel/errors';
import { verifyStore } from '../../../electron/db/verify';
import { listIssued } from '../../../electron/features/report/report-repository';
import { exportReport } from '../../../electron/features/report/report-service';
import * as data from '../../support/report-data';
import { openReportStore } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

async function withOrder(options: { readonly office?: boolean } = {}) {
  const store = await openReportStore(options);
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertOrder(tx, data.buildOrder('r1'));
  });
  return store;
}

const report = { report: 'rectification-report', params: { id: 'r1' } };

test('an issued document stands in the register with the hash of the very file, under the audit chain', async () => {
  const store = await withOrder();
  const path = join(store.out, '报告.xlsx');
  const result = await exportReport({ ...report, path }, store.job);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(result).toMatchObject({ fileName: '报告.xlsx', no: '云州市监整报〔2026〕1号', sha256, rows: 3 });
  const [issued] = await listIssued(store.job.db, { ownerId: 'r1', limit: 10 });
  expect(issued).toMatchObject({ report: 'rectification-report', no: result.no, sha256, officerName: '钱办案一' });
  const verified = await verifyStore(store.job.store.reader, store.job.store.dir, () => undefined);
  expect(verified.problem).toBeNull();
});

test.each([
  ['unknown record', { report: 'rectification-report', params: { id: 'nobody' } }, 'not_found', '没有找到这份责令改正'],
  ['unknown document', { report: 'nothing', params: {} }, 'not_found', '没有名为 nothing 的文书'],
  ['missing parameter', { report: 'repair-report', params: {} }, 'bad_input', '请指定信用修复申请（参数 id）'],
  [
    'month that is none',
    { report: 'rectification-ledger', params: { month: '2026-13' } },
    'bad_input',
    '月份“2026-13”无效',
  ],
  ['unknown plan', { report: 'schedule', params: { id: 'x' } }, 'not_found', '没有找到这份年度检查计划'],
  ['unknown inspection', { report: 'inspection-record', params: { id: 'x' } }, 'not_found', '没有找到这次检查'],
  ['unknown rating', { report: 'rating-why', params: { id: 'x' } }, 'not_found', '没有找到这次评价'],
  ['unknown import', { report: 'import-problems', params: { batchId: 'x' } }, 'not_found', '没有找到这次导入'],
])('%s ends in one clear sentence and leaves no file', async (_name, input, code, sentence) => {
  const store = await withOrder();
  const failure = await exportReport({ ...input, path: join(store.out, 'a.xlsx') }, store.job).catch((e: unknown) => e);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code, message: expect.stringContaining(sentence) });
  expect(readdirSync(store.out)).toEqual([]);
});

test('without the office no document bears a name, so none is written', async () => {
  const store = await withOrder({ office: false });
  await expect(exportReport({ ...report, path: join(store.out, 'a.xlsx') }, store.job)).rejects.toMatchObject({
    code: 'bad_state',
    message: expect.stringContaining('机关信息'),
  });
});

test.each([
  ['the folder is missing', (out: string) => join(out, 'missing', 'a.xlsx'), '文件夹不存在'],
  ['the folder is a file', (out: string) => join(out, 'file', 'a.xlsx'), '文件夹不存在'],
  ['a folder bears the name', (out: string) => join(out, 'folder.xlsx'), '同名的文件夹'],
])('when %s nothing is written, registered or numbered', async (_name, place, sentence) => {
  const store = await withOrder();
  writeFileSync(join(store.out, 'file'), 'x');
  mkdirSync(join(store.out, 'folder.xlsx'));
  const failure = await exportReport({ ...report, path: place(store.out) }, store.job).catch((e: unknown) => e);
  expect(failure).toMatchObject({ code: 'bad_file', message: expect.stringContaining(sentence) });
  expect(readdirSync(store.out).sort()).toEqual(['file', 'folder.xlsx']);
  expect(await listIssued(store.job.db, { limit: 10 })).toEqual([]);
  const good = await exportReport({ ...report, path: join(store.out, 'b.xlsx') }, store.job);
  expect(good.no).toBe('云州市监整报〔2026〕1号');
});

test('a register that cannot be written takes its file back: no document outside the register', async () => {
  const store = await withOrder();
  const path = join(store.out, 'a.xlsx');
  const job = {
    ...store.job,
    write: async (...[note, body]: Parameters<typeof store.job.write>) => {
      await store.job.write(note, body);
      throw new AppError('disk_full', '磁盘已满。');
    },
  } as typeof store.job;
  await expect(exportReport({ ...report, path }, job)).rejects.toMatchObject({ code: 'disk_full' });
  expect(readdirSync(store.out)).toEqual([]);
});

test('a number taken by somebody else in the meantime is not given twice', async () => {
  const store = await withOrder();
  let raced = false;
  const job = {
    ...store.job,
    progress: (label: string) => {
      if (label !== '登记文书' || raced) return;
      raced = true;
      store.job.store.writer
        .prepare('insert into document_series (id, last_no) values (?, 1)')
        .run('云州市监|整报|2026');
    },
  };
  const result = await exportReport({ ...report, path: join(store.out, 'a.xlsx') }, job);
  expect(raced).toBe(true);
  expect(result.no).toBe('云州市监整报〔2026〕2号');
});

test('a cancelled export leaves the file that was there', async () => {
  const store = await withOrder();
  const path = join(store.out, 'a.xlsx');
  writeFileSync(path, 'old');
  const job = { ...store.job, isCancelled: () => true };
  await expect(exportReport({ report: 'subject-list', params: {}, path }, job)).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(store.out)).toEqual(['a.xlsx']);
});

test('a damaged column is named and no half-understood document is written', async () => {
  const store = await withOrder();
  await store.fill((tx) => tx.update('rectification_item', 'r1-i1', { due_steps: '{"broken":1}' }));
  await expect(exportReport({ ...report, path: join(store.out, 'a.xlsx') }, store.job)).rejects.toMatchObject({
    code: 'store_damaged',
    message: expect.stringContaining('期限计算步骤'),
  });
});
