import { AppError } from '#shared/kernel/errors';
import type { Command } from '../command';
import { withSession } from '../session';

export const approveCommand: Command = {
  name: 'approve',
  arguments: ['审定人'],
  options: ['[批次号]'],
  summary: '由第二名执法人员审定等待审定的评价（不写批次号的，审定最近一批）',
  run: (call) =>
    withSession(call, async ({ call: invoke }) => {
      const [who = '', wanted] = call.arguments;
      const { officers } = await invoke('officer.list', { activeOnly: true });
      const officer = officers.find(({ name, certificateNo }) => name === who || certificateNo === who);
      if (!officer) throw new AppError('not_found', `没有找到执法人员“${who}”。请写姓名或执法证号。`);
      const { rows } = await invoke('rating.list-batches', { states: ['proposed'], limit: 1000 });
      const batch = wanted === undefined ? rows[0] : rows.find(({ id }) => id === wanted);
      if (!batch) throw new AppError('not_found', '没有等待审定的评价。请先用 zhixin rate 评价。');
      const { current } = await invoke('rating.decide-batch', {
        id: batch.id,
        officerId: officer.id,
        decision: 'approve',
      });
      call.terminal.line(
        call.options.json
          ? JSON.stringify({ batchId: batch.id, current })
          : `已审定基准日 ${batch.asOf} 的评价，${current} 个主体的等级生效`,
      );
    }),
};
