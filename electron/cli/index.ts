import { parseArgs } from 'node:util';
import { AppError, type ErrorBody } from '#shared/kernel/errors';
import { COMMANDS } from './commands';
import { helpText } from './help';
import { createTerminal } from './terminal';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    store: { type: 'string' },
    user: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    out: { type: 'string' },
    sheet: { type: 'string' },
    kind: { type: 'string' },
    'as-of': { type: 'string' },
    errors: { type: 'string' },
    'create-subjects': { type: 'boolean', default: false },
  },
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const json = values['json'] === true;
const [name, ...rest] = positionals;

async function run(): Promise<void> {
  if (!name || name === 'help' || values['help'] === true) {
    process.stdout.write(helpText(COMMANDS));
    return;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new AppError('bad_input', `没有名为 ${name} 的命令。用 zhixin help 查看全部命令。`);
  if (rest.length < command.arguments.length)
    throw new AppError(
      'bad_input',
      `命令 ${name} 缺少参数 <${command.arguments[rest.length]}>。用法：zhixin ${name} ${command.arguments.map((a) => `<${a}>`).join(' ')}`,
    );
  await command.run({
    arguments: rest,
    options: {
      store: text(values['store']) ?? text(process.env['ZHIXIN_STORE']),
      user: text(values['user']),
      out: text(values['out']),
      sheet: text(values['sheet']),
      kind: text(values['kind']),
      asOf: text(values['as-of']),
      errors: text(values['errors']),
      createSubjects: values['create-subjects'] === true,
      json,
    },
    terminal: createTerminal(json),
  });
}

try {
  await run();
} catch (error) {
  const body: ErrorBody =
    error instanceof AppError
      ? { code: error.code, message: error.message, details: error.details }
      : {
          code: 'internal',
          message: `程序内部出错：${error instanceof Error ? error.message : String(error)}`,
          details: [],
        };
  process.stderr.write(json ? `${JSON.stringify({ ok: false, error: body })}\n` : `${body.message}\n`);
  if (!(error instanceof AppError) && process.env['ZHIXIN_DEBUG']) process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
}
