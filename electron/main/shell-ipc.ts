import { randomUUID } from 'node:crypto';
import { ipcMain } from 'electron';
import * as z from 'zod';
import type { Reply } from '#shared/ipc/channels';
import type { Route } from '#shared/ipc/route';
import { type GrantedFile, shellRoutes } from '#shared/ipc/shell';
import { AppError, type ErrorBody } from '#shared/kernel/errors';
import type { EngineHost } from './engine-host';
import type { Grants } from './grants';
import { log } from './log';
import { isOurPage } from './security';
import { shellHandlers } from './shell-handlers';
import { currentWindow } from './window';

const request = z.object({ route: z.string(), input: z.unknown() });
const paths = z.array(z.string().min(1)).max(500);

/**
 * The doors of the shell. `request` serves the page's `shell.*` routes and never rejects; `preload` serves
 * the preload script alone, which is the only one that may name a path (of a file that was dropped).
 */
export function registerShellIpc(grants: Grants, engine: EngineHost): void {
  const handlers = shellHandlers(grants, engine) as Record<string, (input: unknown) => unknown>;
  const contents = () => currentWindow()?.webContents ?? null;

  ipcMain.handle('request', async (event, raw: unknown): Promise<Reply> => {
    if (!isOurPage(event, contents()))
      return refuse({ code: 'forbidden', message: '请求不是来自本程序的窗口。', details: [] });
    try {
      const { route: name, input } = request.parse(raw);
      const spec = (shellRoutes as Record<string, Route>)[name];
      const run = handlers[name];
      if (!spec || !run) throw new AppError('not_found', '没有这个功能。');
      return { ok: true, value: await run(spec.input.parse(input)) };
    } catch (error) {
      return refuse(toBody(error));
    }
  });

  ipcMain.handle('preload', async (event, raw: unknown): Promise<readonly GrantedFile[]> => {
    const page = contents();
    if (!page || !isOurPage(event, page)) return [];
    if (raw === 'connect') {
      engine.connect(page);
      return [];
    }
    return Promise.all(paths.parse(raw).map(grants.toRead));
  });
}

const refuse = (error: ErrorBody): Reply => ({ ok: false, error });

function toBody(error: unknown): ErrorBody {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  if (error instanceof z.ZodError) {
    const details = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    return { code: 'bad_input', message: '填写的内容有误，请按提示改正。', details };
  }
  const incident = randomUUID().slice(0, 8);
  log(`incident ${incident} ${error instanceof Error ? error.stack : String(error)}`);
  return {
    code: 'internal',
    message: `程序出现意外错误，请重试；仍不行时把编号 ${incident} 告诉维护人员。`,
    details: [],
  };
}
