import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#shared/kernel/errors';
import { exportReport } from '../../../electron/features/report/report-service';
import { openReportStore } from '../../support/report-store';

const report = { report: 'subject-list', params: {} };

test('a file that was to be replaced is put back when the register cannot be written after all', async () => {
  const store = await openReportStore();
  const path = join(store.out, 'a.xlsx');
  writeFileSync(path, 'what the officer had');
  const job = {
    ...store.job,
    write: async (...[note, body]: Parameters<typeof store.job.write>) => {
      await store.job.write(note, body);
      throw new AppError('disk_full', '磁盘已满。');
    },
  } as typeof store.job;
  await expect(exportReport({ ...report, path }, job)).rejects.toMatchObject({ code: 'disk_full' });
  expect(readFileSync(path, 'utf8')).toBe('what the officer had');
  expect(readdirSync(store.out)).toEqual(['a.xlsx']);
});

test('a file that was replaced leaves nothing beside the new one', async () => {
  const store = await openReportStore();
  const path = join(store.out, 'a.xlsx');
  writeFileSync(path, 'old');
  await exportReport({ ...report, path }, store.job);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  expect(readdirSync(store.out)).toEqual(['a.xlsx']);
});
