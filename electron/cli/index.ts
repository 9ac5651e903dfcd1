import { parseArgs } from 'node:util';
import { AppError, type ErrorBody } from '#shared/kernel/errors';
import type { Command } from './command';
import { COMMANDS } from './commands';
import { helpText } from './help';
import { createTerminal } from './terminal';

const OPTIONS = {
  store: { type: 'string' },
  user: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  out: { type: 'string' },
  sheet: { type: 'string' },
  kind: { type: 'string' },
  'as-of': { type: 'string' },
  item: { type: 'string' },
  source: { type: 'string' },
  errors: { type: 'string' },
  'create-subjects': { type: 'boolean', default: false },
  changed: { type: 'boolean', default: false },
} as const;

/** Strict: a mistyped `--store` must not quietly send the work to the default store. */
function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const [, option = ''] = /'(--?[^\s'<=]+)/.exec(error instanceof Error ? error.message : '') ?? [];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new AppError('bad_input', `没有选项 ${option}，没有执行。用 zhixin help 查看全部选项。`);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new AppError(
        'bad_input',
        `选项 ${option} 的写法不对（缺少值，或不应带值），没有执行。用 zhixin help 查看用法。`,
      );
    throw error;
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
// known before the arguments are read, because errors in them are told in the same form
const json = process.argv.includes('--json');

// whoever reads (head, less) may stop reading: the command still ends its work, only nobody is told
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });

/** How many arguments a command takes at most; `[…]` that is not an option is an argument that may be left out. */
function mostArguments({ arguments: needed, options }: Command): number {
  const optional = options.filter((option) => !option.startsWith('[--'));
  return optional.some((option) => option.includes('…')) ? Number.POSITIVE_INFINITY : needed.length + optional.length;
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [name, ...rest] = positionals;
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
  const surplus = rest[mostArguments(command)];
  if (surplus !== undefined)
    throw new AppError('bad_input', `命令 ${name} 用不上参数“${surplus}”，没有执行。用 zhixin help 查看用法。`);
  await command.run({
    arguments: rest,
    options: {
      store: text(values['store']) ?? text(process.env['ZHIXIN_STORE']),
      user: text(values['user']),
      out: text(values['out']),
      sheet: text(values['sheet']),
      kind: text(values['kind']),
      asOf: text(values['as-of']),
      item: text(values['item']),
      source: text(values['source']),
      errors: text(values['errors']),
      createSubjects: values['create-subjects'] === true,
      changed: values['changed'] === true,
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
