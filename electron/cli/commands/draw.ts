import { AppError } from '#shared/kernel/errors';
import type { Command, CommandCall } from '../command';
import { type Session, withSession } from '../session';

/** Two calls, because the hash has to be announced before the public value exists. */
export const drawCommand: Command = {
  name: 'draw',
  arguments: ['年度|名录编号'],
  options: ['[公开值]', '[公开值再输]', '[输入人甲]', '[输入人乙]', '[见证人]', '[--as-of 起始日期]'],
  summary: '先给年度：冻结名录并印出校验值；公布后再给名录编号和公开值：抽取检查对象和人员，并复算一遍',
  run: (call) =>
    withSession(call, (session) =>
      /^\d{4}$/.test(call.arguments[0] ?? '') ? freeze(call, session) : draw(call, session),
    ),
};

async function freeze(call: CommandCall, { call: invoke }: Session): Promise<void> {
  if (call.arguments.length > 1)
    throw new AppError('bad_input', '公开值要在名录冻结并公布之后才给；请只给年度，公布校验值后再用名录编号抽取。');
  const year = Number(call.arguments[0]);
  const { packs } = await invoke('plan.list-packs', {});
  const pack = packs[0];
  if (!pack) throw new AppError('bad_pack', '没有可用的抽样规则包。');
  const startOn = call.options.asOf ?? `${year}-01-01`;
  const { freezeId } = await invoke('plan.freeze', {
    year,
    packId: pack.id,
    startOn,
    title: `${year}年度双随机抽查计划`,
  });
  const frozen = await invoke('plan.get-freeze', { id: freezeId });
  const { line } = call.terminal;
  line(`冻结名录 ${frozen.populationSize} 个，应抽 ${frozen.total} 个，执法人员 ${frozen.officers} 名`);
  line(`SHA-256 ${frozen.listSha256}`);
  line(`SM3     ${frozen.listSm3}`);
  line(`单位随机数承诺值 ${frozen.nonceSha256}`);
  for (const stratum of frozen.strata) line(`  ${stratum.label}：${stratum.work}`);
  for (const problem of frozen.problems) line(`  注意：${problem}`);
  line(`名录编号 ${freezeId}`);
}

async function draw(call: CommandCall, { call: invoke }: Session): Promise<void> {
  const [freezeId = '', publicValue = '', publicValueAgain = '', typedBy = '', typedAgainBy = '', witnesses = ''] =
    call.arguments;
  const drawn = await invoke('plan.draw', {
    freezeId,
    publicValue,
    publicValueAgain,
    typedBy,
    typedAgainBy,
    witnesses,
  });
  const check = await invoke('plan.verify', { id: drawn.planId });
  call.terminal.line(`抽取 ${drawn.visits} 户次；${check.message}`);
  for (const problem of drawn.problems) call.terminal.line(`  注意：${problem}`);
  if (!check.ok) throw new AppError('conflict', check.message);
}
