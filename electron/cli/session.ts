import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EngineRouteName, RouteInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { createEngine, type Engine } from '../engine/engine';
import type { CommandCall } from './command';

/** The same folder that the window uses when nobody names another. */
function defaultStoreDir(): string {
  const home = homedir();
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'zhixin', 'store');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'zhixin', 'store');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'zhixin', 'store');
}

export type Session = {
  readonly engine: Engine;
  readonly call: <N extends EngineRouteName>(route: N, input: RouteInput<N>) => Promise<RouteOutput<N>>;
  readonly callAny: (route: string, input: unknown) => Promise<unknown>;
  readonly grantRead: (path: string) => string;
  readonly grantWrite: (path: string) => string;
};

export function storeDirOf({ options }: Pick<CommandCall, 'options'>): string {
  return resolve(options.store ?? defaultStoreDir());
}

export function resourcesDir(): string {
  return join(process.env['ZHIXIN_ROOT'] ?? resolve(import.meta.dirname, '../..'), 'resources');
}

/** Opens the store for one command and closes it again, whatever happens. */
export async function withSession<T>(call: CommandCall, body: (session: Session) => Promise<T>): Promise<T> {
  const engine = createEngine({
    storeDir: storeDirOf(call),
    resourcesDir: resourcesDir(),
    nativeBinding: null,
    workerFile: join(import.meta.dirname, 'job-worker.js'),
    checkOutput: true,
  });
  const stopListening = engine.onEvent((event) => {
    if (event.name === 'job.progress') call.terminal.progress(event.payload);
  });
  const callAny = async (route: string, input: unknown): Promise<unknown> => {
    const reply = await engine.invoke(route, input, call.options.user ? { officerId: call.options.user } : {});
    call.terminal.endProgress();
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.details);
    return reply.value;
  };
  const grant = (path: string, mode: 'read' | 'write') => {
    const full = resolve(path);
    engine.grants.add(`@${full}`, { path: full, mode });
    return `@${full}`;
  };
  try {
    return await body({
      engine,
      callAny,
      call: (route, input) => callAny(route, input) as never,
      grantRead: (path) => grant(path, 'read'),
      grantWrite: (path) => grant(path, 'write'),
    });
  } finally {
    stopListening();
    await engine.close();
  }
}
