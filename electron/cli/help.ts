import type { Command } from './command';

export function helpText(commands: readonly Command[]): string {
  const rows = commands.map((command) => {
    const usage = [command.name, ...command.arguments.map((name) => `<${name}>`), ...command.options].join(' ');
    return `  ${usage}\n      ${command.summary}`;
  });
  return `知信办案台：知识产权领域信用分级分类监管（离线）

用法：zhixin <命令> [参数] [选项]

命令：
${rows.join('\n')}

通用选项：
  --store <文件夹>  存储所在文件夹（也可用环境变量 ZHIXIN_STORE；默认为本机用户数据文件夹）
  --user <人员>     经办人的姓名或执法证号（默认为窗口中选定的经办人）
  --json            以 JSON 输出结果与错误

成功时退出码为 0，失败时为 1，错误以一句中文写到标准错误。
`;
}
