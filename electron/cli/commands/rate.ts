import { AppError } from '#shared/kernel/errors';
import type { Command } from '../command';
import { withSession } from '../session';

export const rateCommand: Command = {
  name: 'rate',
  arguments: [],
  options: ['[名称、代码或拼音]', '[--as-of 日期]', '[--changed]'],
  summary: '评价全部监管对象、只评有变化的（--changed），或只评价一个；经第二人审定后生效（approve）',
  run: (call) =>
    withSession(call, async ({ call: invoke }) => {
      const [query] = call.arguments;
      const asOf = call.options.asOf ? { asOf: call.options.asOf } : {};
      if (!query) {
        const mode = call.options.changed ? 'incremental' : 'full';
        const result = await invoke('rating.rate-all', { ...asOf, mode });
        call.terminal.line(
          call.options.json
            ? JSON.stringify(result)
            : `核对 ${result.checked} 个主体：重新定级 ${result.rated} 个，首次评价 ${result.firstRated} 个，等级变动 ${result.moved.length} 个，无适用规则包 ${result.withoutPack} 个；批次 ${result.batchId}`,
        );
        return;
      }
      const { items } = await invoke('subject.search', { query, limit: 5 });
      const [only, second] = items;
      if (!only) throw new AppError('not_found', `没有找到“${query}”。请换用名称、拼音首字母或信用代码后几位。`);
      if (second)
        throw new AppError(
          'conflict',
          `“${query}”对应多个主体：${items.map((item) => item.name).join('、')}。请写得更完整。`,
        );
      const result = await invoke('rating.rate-subject', { subjectId: only.id, ...asOf });
      call.terminal.line(
        call.options.json
          ? JSON.stringify(result)
          : `${only.name}：${result.gradeCode}，${result.scoreThousandths / 1000} 分，待审定；批次 ${result.batchId}`,
      );
    }),
};
