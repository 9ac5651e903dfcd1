import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import type { WriteTx } from '../../electron/db/write-tx';
import { exportReport } from '../../electron/features/report/report-service';
import type { JobContext } from '../../electron/ipc/context';
import { FileGrants } from '../../electron/ipc/file-grants';
import { createPacks } from '../../electron/packs/packs';
import { officerRow } from './report-subjects';
import { fixedClock, openTemporaryStore, seededRandom, temporaryFolder } from './store';

export const TODAY = '2026-11-23';
const resourcesDir = resolve(import.meta.dirname, '../../resources');
export const packs = createPacks(resourcesDir);

const actor = { id: 'o0', name: '钱办案一' };

export type ReportStore = {
  readonly out: string;
  readonly job: JobContext;
  readonly fill: (body: (tx: WriteTx) => void) => Promise<void>;
  /** Exports one document and reads it back. */
  readonly read: (report: string, params: Record<string, string>) => Promise<ExcelJS.Workbook>;
  readonly path: (report: string) => string;
};

/** A store with an office and six officers, and what a job may use. */
export async function openReportStore(
  options: { readonly practice?: boolean; readonly office?: boolean } = {},
): Promise<ReportStore> {
  const { store, write } = openTemporaryStore();
  const out = temporaryFolder();
  const request = {
    route: 'test.fill',
    actor: { id: null, name: '测试' },
    note: { object: 'test:data', summary: '准备数据' },
  };
  const fill = (body: (tx: WriteTx) => void) => write(request, async (tx) => body(tx));
  await fill((tx) => {
    for (let index = 0; index < 6; index++) tx.insert('officer', officerRow(index));
    const office = {
      name: '云州市市场监督管理局（云州市知识产权局）',
      code: '云州市监',
      district: '云州市',
      address: '云州市知行路1号',
      phone: '0000-12345678',
    };
    if (options.office !== false) tx.insert('setting', { id: 'office', value: JSON.stringify(office) });
    tx.insert('setting', { id: 'practice', value: JSON.stringify(options.practice ?? false) });
  });
  const job: JobContext = {
    store,
    db: store.db,
    clock: fixedClock(`${TODAY}T02:00:00.000Z`),
    random: seededRandom(7),
    packs,
    resourcesDir,
    files: new FileGrants(),
    actor,
    write: (note, body) => write({ route: 'report.export', actor, note }, async (tx, sharpen) => body(tx, sharpen)),
    progress: () => undefined,
    isCancelled: () => false,
    invoke: () => Promise.reject(new Error('not used')),
  };
  const path = (report: string) => join(out, `${report}.xlsx`);
  return {
    out,
    job,
    fill,
    path,
    read: async (report, params) => {
      await exportReport({ report, params, path: path(report) }, job);
      return readBook(path(report));
    },
  };
}

export async function readBook(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** All texts of a sheet in reading order, merged cells once. */
export function textsOf(sheet: ExcelJS.Worksheet | undefined): string[] {
  if (!sheet) throw new Error('the sheet is missing');
  const texts: string[] = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.master === cell && cell.value !== null) texts.push(String(cell.value));
    }),
  );
  return texts;
}
