import * as z from 'zod';
import { engineRoutes } from '#shared/ipc/contract';
import type { Route } from '#shared/ipc/route';
import { AppError } from '#shared/kernel/errors';
import type { Command } from '../command';
import { type Session, withSession } from '../session';

export const routesCommand: Command = {
  name: 'routes',
  arguments: [],
  options: ['[--json]'],
  summary: '列出全部功能、种类与输入格式（JSON Schema）',
  run: async ({ terminal, options }) => {
    const list = Object.entries(engineRoutes as Readonly<Record<string, Route>>).map(([name, route]) => ({
      route: name,
      kind: route.kind,
      input: z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }),
    }));
    if (options.json) terminal.line(JSON.stringify(list));
    else for (const entry of list) terminal.line(`${entry.route}  [${entry.kind}]  ${JSON.stringify(entry.input)}`);
  },
};

/** In the JSON of `call`, `@path` names a file to read and `>path` one to write. */
function grantFiles(value: unknown, session: Session): unknown {
  if (typeof value === 'string' && /^@./.test(value)) return session.grantRead(value.slice(1));
  if (typeof value === 'string' && /^>./.test(value)) return session.grantWrite(value.slice(1));
  if (Array.isArray(value)) return value.map((item) => grantFiles(item, session));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, grantFiles(item, session)]));
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(
      'bad_input',
      `输入不是有效的 JSON：${error instanceof Error ? error.message : ''}。请检查引号和括号。`,
    );
  }
}

export const callCommand: Command = {
  name: 'call',
  arguments: ['功能'],
  options: ["['<json>']"],
  summary: '调用一个功能并输出 JSON；JSON 中 "@路径" 表示读取的文件，">路径" 表示写入的文件',
  run: (call) =>
    withSession(call, async (session) => {
      const [name = '', input = '{}'] = call.arguments;
      const value = await session.callAny(name, grantFiles(parseJson(input), session));
      call.terminal.line(
        JSON.stringify(call.options.json ? { ok: true, value } : value, null, call.options.json ? 0 : 2),
      );
    }),
};
