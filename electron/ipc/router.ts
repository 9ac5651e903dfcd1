import { zhCN } from 'zod/locales';
import type { Reply } from '#shared/ipc/channels';
import { engineRoutes } from '#shared/ipc/contract';
import type { Route } from '#shared/ipc/route';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import { storeError } from '../db/store-error';
import type { Logger } from '../engine/logger';

type ZodIssues = { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };

export type RouterOptions = {
  readonly logger: Logger;
  /** Packaged builds skip parsing the output; everywhere else a wrong answer is found at once. */
  readonly checkOutput: boolean;
  readonly run: (name: string, route: Route, input: unknown) => Promise<unknown>;
};

const localeError = zhCN().localeError;

function problems({ issues }: ZodIssues): FieldProblem[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
}

export function findRoute(name: string): Route | null {
  return Object.hasOwn(engineRoutes, name) ? ((engineRoutes as Readonly<Record<string, Route>>)[name] ?? null) : null;
}

/** Route exists → input parses → run → output parses. Never rejects: every end is a reply. */
export async function dispatch(name: string, input: unknown, options: RouterOptions): Promise<Reply> {
  try {
    const route = findRoute(name);
    if (!route) throw new AppError('not_found', `没有名为 ${name} 的功能。请更新程序，或用 routes 查看全部功能。`);
    const parsed = route.input.safeParse(input ?? {}, { error: localeError });
    if (!parsed.success) {
      const details = problems(parsed.error);
      const first = details[0];
      throw new AppError(
        'bad_input',
        `填写有误：${first?.path ? `${first.path} ` : ''}${first?.message ?? '请检查输入'}`,
        details,
      );
    }
    const value = await options.run(name, route, parsed.data);
    if (!options.checkOutput) return { ok: true, value };
    const checked = route.output.safeParse(value);
    if (!checked.success)
      throw new Error(`${name} answered against its contract: ${JSON.stringify(problems(checked.error))}`);
    return { ok: true, value: checked.data };
  } catch (thrown) {
    const error = storeError(thrown);
    if (error instanceof AppError)
      return { ok: false, error: { code: error.code, message: error.message, details: error.details } };
    const incident = options.logger.incident(name, error);
    return {
      ok: false,
      error: {
        code: 'internal',
        message: `程序内部出错（编号 ${incident}），本次操作没有保存。请把编号告诉技术支持。`,
        details: [],
      },
    };
  }
}
