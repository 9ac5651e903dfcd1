import { AppError } from '#shared/kernel/errors';
import { restoreIntoPlace } from '../../engine/restore';
import type { Command } from '../command';
import { storeDirOf, withSession } from '../session';

export const verifyCommand: Command = {
  name: 'verify',
  arguments: [],
  options: [],
  summary: '核对审计链、全部记录与附件，指出第一处不符',
  run: (call) =>
    withSession(call, async ({ call: invoke }) => {
      const result = await invoke('store.verify', {});
      if (result.problem) throw new AppError('store_damaged', result.problem.message);
      call.terminal.line(
        call.options.json
          ? JSON.stringify(result)
          : `全部相符：审计记录 ${result.entries} 条，记录 ${result.rows} 行，附件 ${result.attachments} 个；链头 ${result.head}`,
      );
    }),
};

export const backupCommand: Command = {
  name: 'backup',
  arguments: [],
  options: [],
  summary: '立即备份存储并核对备份',
  run: (call) =>
    withSession(call, async ({ call: invoke }) => {
      const backup = await invoke('store.backup', {});
      call.terminal.line(
        call.options.json ? JSON.stringify(backup) : `备份已写好并核对：${backup.name}（${backup.size} 字节）`,
      );
    }),
};

export const restoreCommand: Command = {
  name: 'restore',
  arguments: ['备份文件名'],
  options: [],
  summary: '用一个备份替换当前存储；当前文件先改名保留',
  run: async (call) => {
    const aside = restoreIntoPlace(storeDirOf(call), call.arguments[0] ?? '');
    call.terminal.line(`已恢复。原来的存储保留为 ${aside}`);
  },
};
