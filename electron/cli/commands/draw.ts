import { AppError } from '#shared/kernel/errors';
import type { Command } from '../command';
import { withSession } from '../session';

export const drawCommand: Command = {
  name: 'draw',
  arguments: ['年度', '公开值', '见证人'],
  options: ['[--as-of 起始日期]'],
  summary: '按抽样规则包冻结名单、以公开值为种子抽取年度检查对象和人员，并复算一遍',
  run: (call) =>
    withSession(call, async ({ call: invoke }) => {
      const [yearText = '', publicValue = '', witnesses = ''] = call.arguments;
      const year = Number(yearText);
      if (!Number.isInteger(year)) throw new AppError('bad_input', `年度“${yearText}”不是四位数字。`);
      const { packs } = await invoke('plan.list-packs', {});
      const pack = packs[0];
      if (!pack) throw new AppError('bad_pack', '没有可用的抽样规则包。');
      const input = { year, packId: pack.id, startOn: call.options.asOf ?? `${year}-01-01` };
      const preview = await invoke('plan.preview', input);
      call.terminal.line(`冻结名单 ${preview.populationSize} 个，SHA-256 ${preview.populationSha256}`);
      for (const stratum of preview.strata) call.terminal.line(`  ${stratum.label}：${stratum.work}`);
      const drawn = await invoke('plan.draw', {
        ...input,
        title: `${year}年度双随机抽查计划`,
        populationSha256: preview.populationSha256,
        publicValue,
        witnesses,
      });
      const check = await invoke('plan.verify', { id: drawn.planId });
      call.terminal.line(`抽取 ${drawn.visits} 户次；${check.message}`);
      for (const problem of drawn.problems) call.terminal.line(`  注意：${problem}`);
      if (!check.ok) throw new AppError('conflict', check.message);
    }),
};
