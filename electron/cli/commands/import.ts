import type { RouteInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { Command, CommandOptions } from '../command';
import { withSession } from '../session';

type SubjectKind = RouteInput<'subject.run-import'>['defaultKind'];

export const importCommand: Command = {
  name: 'import',
  arguments: ['subjects|penalties|facts|officers', '文件'],
  options: [
    '[--kind 主体类型]',
    '[--item 信息项代码 --source 来源单位 --as-of 日期]',
    '[--sheet 工作表]',
    '[--errors 错误行.xlsx]',
    '[--create-subjects]',
  ],
  summary:
    '导入监管对象、双公示行政处罚表、信用信息名单（facts，须写明信息项、来源和日期）或人员表（.xlsx、.csv）；有错误的行可另存后改正再导入',
  run: (call) =>
    withSession(call, async ({ call: invoke, grantRead, grantWrite }) => {
      const [what, path = ''] = call.arguments;
      const { sheet, kind, errors, createSubjects, json } = call.options;
      const file = grantRead(path);
      if (what === 'officers') {
        const result = await invoke('officer.run-import', { file });
        call.terminal.line(
          json
            ? JSON.stringify(result)
            : `新增 ${result.inserted} 人，更新 ${result.updated} 人，${result.problems.length} 行有误`,
        );
        return;
      }
      if (what !== 'subjects' && what !== 'penalties' && what !== 'facts')
        throw new AppError(
          'bad_input',
          `不能导入“${what}”。请用 subjects（监管对象）、penalties（行政处罚）、facts（信用信息名单）或 officers（人员）。`,
        );
      const common = { file, ...(sheet ? { sheet } : {}) };
      const result =
        what === 'subjects'
          ? await invoke('subject.run-import', { ...common, ...(kind ? { defaultKind: kind as SubjectKind } : {}) })
          : what === 'penalties'
            ? await invoke('fact.run-import', { ...common, createSubjects })
            : await invoke('fact.run-list-import', { ...common, ...listOptions(call.options) });
      if (json) call.terminal.line(JSON.stringify(result));
      else {
        call.terminal.line(
          `读取 ${result.rows} 行：新增 ${result.inserted}，合并 ${result.merged}，无变化 ${result.unchanged}，有误 ${result.failed}`,
        );
        for (const problem of result.problems.slice(0, 20))
          call.terminal.line(
            `  第 ${problem.rowNumber} 行 ${problem.header}：${problem.message}${problem.fix ? `（建议：${problem.fix}）` : ''}`,
          );
      }
      if (errors && result.failed > 0) {
        const saved = await invoke('report.export', {
          report: 'import-problems',
          params: { batchId: result.batchId },
          target: grantWrite(errors),
        });
        call.terminal.line(`有误的行已另存为 ${saved.fileName}，改正后可再次导入`);
      }
    }),
};

function listOptions({ item, source, asOf }: CommandOptions) {
  if (!item || !source || !asOf)
    throw new AppError(
      'bad_input',
      '导入信用信息名单须写明 --item 信息项代码、--source 来源单位和 --as-of 日期（表中没有日期列时以它为准），没有执行。',
    );
  return { itemCode: item, sourceOrg: source, occurredOn: asOf };
}
