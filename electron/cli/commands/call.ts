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

/**
 * In the JSON of `call`, `"file": "@path"` names a file to read and `"target": ">path"` one to write. Only these two
 * fields: any other text may begin with the same signs.
 */
function grantFiles(input: unknown, session: Session): unknown {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => {
      if (key === 'file' && typeof value === 'string' && /^@./.test(value))
        return [key, session.grantRead(value.slice(1))];
      if (key === 'target' && typeof value === 'string' && /^>./.test(value))
        return [key, session.grantWrite(value.slice(1))];
      return [key, value];
    }),
  );
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
  summary: '调用一个功能并输出 JSON；"file":"@路径" 表示读取的文件，"target":">路径" 表示写入的文件',
  run: (call) =>
    withSession(call, async (session) => {
      const [name = '', input = '{}'] = call.arguments;
      const value = await session.callAny(name, grantFiles(parseJson(input), session));
      call.terminal.line(
        JSON.stringify(call.options.json ? { ok: true, value } : value, null, call.options.json ? 0 : 2),
      );
    }),
};
