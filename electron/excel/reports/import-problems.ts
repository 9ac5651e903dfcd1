import { type ListColumn, writeList } from '../write/list-writer';
import { getImportProblems } from './data/list-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';

/** Added behind the columns of the file; a file that comes back carries them already. */
const ADDED = ['错误说明', '建议'] as const;

/** 导入错误行: the refused rows under their own header, to be corrected and imported again. */
export const importProblems: ReportDefinition = {
  id: 'import-problems',
  title: '导入错误行',
  group: 'list',
  description: '一次导入中有错误的行，表头与原文件相同，后附错误说明和建议；改正后可直接再次导入。',
  params: [{ key: 'batchId', label: '导入批次', type: 'id', noun: 'import' }],
  gather: async ({ db }, params) => {
    const batchId = requireParam(params, 'batchId', '导入批次');
    const found = await getImportProblems(db, batchId);
    const width = Math.max(found.headers.length, ...found.rows.map((row) => row.cells.length));
    const kept = Array.from({ length: width }, (_, index) => index).filter(
      (index) => !ADDED.some((added) => added === found.headers[index]),
    );
    return {
      fileName: fileNameOf('导入错误行', found.fileName.replace(/\.[^.]+$/, '')),
      owner: { table: 'import_batch', id: batchId },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const { rows } = await writeList(path, {
          sheetName: '导入错误行',
          columns: [
            ...kept.map((index): ListColumn => ({ header: found.headers[index] ?? '', width: 20, kind: 'text' })),
            { header: ADDED[0], width: 50, kind: 'text', wrap: true },
            { header: ADDED[1], width: 30, kind: 'text', wrap: true },
          ],
          rows: found.rows.map(({ rowNumber, cells, problems }) => [
            ...kept.map((index) => cells[index] ?? ''),
            `原第 ${rowNumber} 行：${problems.map(({ header, message }) => (header ? `${header}：${message}` : message)).join('；')}`,
            problems
              .flatMap(({ header, fix }) => (fix === null ? [] : [header ? `${header} → ${fix}` : fix]))
              .join('；'),
          ]),
          onProgress: (done) => issue.progress('写入错误行', done, found.rows.length),
          isCancelled: issue.isCancelled,
        });
        return rows;
      },
    };
  },
};
