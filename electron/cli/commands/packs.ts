import { AppError } from '#shared/kernel/errors';
import { readPackFile } from '../../packs/read-pack-file';
import type { Command, CommandCall } from '../command';
import { type Session, withSession } from '../session';

const ORIGINS = { shipped: '随程序', office: '本局', imported: '外来' } as const;

export const packsCommand: Command = {
  name: 'packs',
  arguments: [],
  options: ['[import|check]', '[规则包文件]'],
  summary: '列出评价规则包；导入一个规则包文件，或只核对它（内容、基础规则包、验证用例）',
  run: (call) =>
    withSession(call, async (session) => {
      const [what, path] = call.arguments;
      if (what === undefined) return listPacks(call, session);
      if (what !== 'import' && what !== 'check')
        throw new AppError('bad_input', `packs 之后不能写“${what}”。请用 packs import <文件> 或 packs check <文件>。`);
      if (path === undefined) throw new AppError('bad_input', `请写明规则包文件：zhixin packs ${what} <文件>。`);
      return what === 'import' ? importPack(call, session, path) : checkPack(call, session, path);
    }),
};

async function listPacks({ options, terminal }: CommandCall, { call }: Session): Promise<void> {
  const { packs } = await call('pack.list', {});
  if (options.json) return terminal.line(JSON.stringify(packs));
  for (const pack of packs) {
    const state = pack.state === 'draft' ? '，草稿' : pack.inForceFor.length > 0 ? '，现行' : '';
    terminal.line(
      `${pack.packId} 第 ${pack.version} 版  ${pack.title}（${ORIGINS[pack.origin]}${state}）  ${pack.sha256.slice(0, 12)}`,
    );
  }
}

async function importPack({ options, terminal }: CommandCall, session: Session, path: string): Promise<void> {
  const done = await session.call('pack.import', { file: session.grantRead(path) });
  terminal.line(
    options.json
      ? JSON.stringify(done)
      : `${done.alreadyThere ? '本机已有' : '已导入'} ${done.packId} 第 ${done.version} 版 ${done.title}${done.alreadyThere ? '' : '；启用须另行提出，并由第二人审批'}`,
  );
}

async function checkPack({ options, terminal }: CommandCall, session: Session, path: string): Promise<void> {
  const { content } = readPackFile({ path, name: path });
  const check = await session.call('pack.check', { content });
  const failing = check.cases.filter(({ passed }) => !passed);
  if (options.json) terminal.line(JSON.stringify(check));
  else {
    for (const { path: at, message } of [...check.problems, ...check.warnings])
      terminal.line(`  ${at === '' ? '' : `${at}：`}${message}`);
    for (const { sentence } of failing) terminal.line(`  ${sentence}`);
    terminal.line(
      `问题 ${check.problems.length} 处，用例 ${check.cases.length} 个，未通过 ${failing.length} 个，未核实规则 ${check.unverified} 条`,
    );
  }
  if (check.problems.length + failing.length > 0)
    throw new AppError('bad_pack', `规则包文件“${path}”还不能使用，请按以上各处改正。`, check.problems);
}
