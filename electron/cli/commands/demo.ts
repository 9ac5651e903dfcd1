import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/kernel/errors';
import type { Command } from '../command';
import { type Session, withSession } from '../session';

type Document = { readonly report: string; readonly params: Record<string, string>; readonly folder: string };

/** One of each document, for the records of the sample year. */
async function documents({ call }: Session): Promise<Document[]> {
  const [{ rows: orders }, { rows: repairs }, { plans }, { rows: inspections }, { rows: ratings }, runs, imports] =
    await Promise.all([
      call('rectification.list', { limit: 1000 }),
      call('repair.list', {}),
      call('plan.list', {}),
      call('inspection.list', { state: 'finished', limit: 1000 }),
      call('rating.list', { limit: 1 }),
      call('rating.list-batches', {}),
      call('subject.list-imports', {}),
    ]);
  const month = (orders[0]?.orderedOn ?? '2026-11').slice(0, 7);
  const closed = orders.find((order) => order.state === 'closed') ?? orders[0];
  const finished = repairs.filter((repair) => repair.state === 'closed' || repair.state === 'refused');
  const withErrors = imports.batches.find((batch) => batch.failed > 0);
  const year = (finished[0]?.appliedOn ?? month).slice(0, 4);
  return [
    ...(closed
      ? [
          { report: 'rectification-order', params: { id: closed.id }, folder: '整改' },
          { report: 'rectification-report', params: { id: closed.id }, folder: '整改' },
        ]
      : []),
    { report: 'rectification-ledger', params: { month }, folder: '整改' },
    ...finished.flatMap(({ id }) => [
      { report: 'repair-report', params: { id }, folder: '信用修复' },
      { report: 'repair-decision', params: { id }, folder: '信用修复' },
    ]),
    {
      report: 'repair-ledger',
      params: { month: (finished[0]?.appliedOn ?? `${year}-01`).slice(0, 7) },
      folder: '信用修复',
    },
    ...plans.slice(0, 1).map(({ id }) => ({ report: 'schedule', params: { id }, folder: '计划与检查' })),
    ...inspections.slice(0, 1).map(({ id }) => ({ report: 'inspection-record', params: { id }, folder: '计划与检查' })),
    { report: 'inspection-results', params: {}, folder: '计划与检查' },
    { report: 'rating-list', params: {}, folder: '评价' },
    ...ratings.flatMap(({ id, subjectId, asOf }): Document[] => [
      { report: 'rating-why', params: { id }, folder: '评价' },
      { report: 'rating-why', params: { id, copy: 'subject' }, folder: '评价' },
      { report: 'rating-simulation', params: { subjectId, asOf, suppositions: '[]' }, folder: '评价' },
    ]),
    ...runs.rows.slice(0, 1).flatMap(({ id, asOf }): Document[] => [
      { report: 'rating-movers', params: { id }, folder: '评价' },
      { report: 'rating-migration', params: { from: runs.rows.at(-1)?.asOf ?? asOf, to: asOf }, folder: '评价' },
    ]),
    { report: 'subject-list', params: {}, folder: '名册' },
    ...(withErrors ? [{ report: 'import-problems', params: { batchId: withErrors.id }, folder: '名册' }] : []),
  ];
}

export const demoCommand: Command = {
  name: 'demo',
  arguments: [],
  options: ['[--out 文件夹]'],
  summary: '在示例办公室上从导入到两种报告完整走一遍，结果留在 out/demo/',
  run: async (call) => {
    const { terminal } = call;
    const out = resolve(call.options.out ?? join(process.env['ZHIXIN_ROOT'] ?? '.', 'out', 'demo'));
    const store = join(out, 'store');
    const files = join(out, '文书');
    rmSync(store, { recursive: true, force: true });
    rmSync(files, { recursive: true, force: true });
    await withSession({ ...call, options: { ...call.options, store } }, async (session) => {
      terminal.line('一、装入示例办公室，办理一年的业务');
      const { steps } = await session.call('sample.load', {});
      for (const step of steps) terminal.line(`  ${step.title}：${step.count}`);
      terminal.line('二、导出 Excel 文书');
      for (const { report, params, folder } of await documents(session)) {
        const { fileName } = await session.call('report.suggest-name', { report, params });
        mkdirSync(join(files, folder), { recursive: true });
        const path = join(files, folder, fileName);
        const made = await session.call('report.export', { report, params, target: session.grantWrite(path) });
        terminal.line(`  ${join(folder, fileName)}${made.no ? `（${made.no}）` : ''}`);
      }
      terminal.line('三、核对与备份');
      const verified = await session.call('store.verify', {});
      if (verified.problem) throw new AppError('store_damaged', verified.problem.message);
      terminal.line(`  审计记录 ${verified.entries} 条，记录 ${verified.rows} 行，全部相符`);
      const backup = await session.call('store.backup', {});
      terminal.line(`  备份 ${backup.name}`);
    });
    terminal.line(`完成。存储在 ${store}，文书在 ${files}`);
  },
};
