import { join } from 'node:path';
import { AppError } from '#shared/kernel/errors';
import type { Command } from '../command';
import { withSession } from '../session';

export const exportCommand: Command = {
  name: 'export',
  arguments: ['文书'],
  options: ['[参数=值 …]', '[--out 文件.xlsx]'],
  summary: '导出一份 Excel 文书或台账；文书编号用 zhixin call report.list 查看',
  run: (call) =>
    withSession(call, async ({ call: invoke, grantWrite }) => {
      const [report = '', ...pairs] = call.arguments;
      const params = Object.fromEntries(
        pairs.map((pair) => {
          const at = pair.indexOf('=');
          if (at < 1) throw new AppError('bad_input', `参数“${pair}”应写成 名称=值，例如 month=2026-10。`);
          return [pair.slice(0, at), pair.slice(at + 1)];
        }),
      );
      const { fileName } = await invoke('report.suggest-name', { report, params });
      const path = call.options.out ?? join(process.cwd(), fileName);
      const result = await invoke('report.export', { report, params, target: grantWrite(path) });
      call.terminal.line(call.options.json ? JSON.stringify(result) : `已导出 ${path}（文号 ${result.no || '无'}）`);
    }),
};
