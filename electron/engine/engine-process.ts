import { join } from 'node:path';
import type { EngineArguments, EngineToMain, EngineToPage, MainToEngine, RequestMessage } from '#shared/ipc/channels';
import { AppError } from '#shared/kernel/errors';
import { createEngine, type Engine } from './engine';

/** The part of Electron's utility process that is used; the package itself stays in the shell. */
type Port = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void) => void;
  readonly start?: () => void;
};
const parent = (process as unknown as { parentPort: Port }).parentPort;
const args = JSON.parse(process.argv[2] ?? '{}') as EngineArguments;
const tell = (message: EngineToMain) => parent.postMessage(message);

function serve(engine: Engine, port: Port): void {
  const send = (message: EngineToPage) => port.postMessage(message);
  engine.onEvent((event) => send({ type: 'event', event }));
  port.on('message', ({ data }) => {
    const { id, route, input, jobId } = data as RequestMessage;
    void engine.invoke(route, input, jobId ? { jobId } : {}).then((reply) => send({ type: 'response', id, reply }));
  });
  port.start?.();
}

try {
  const engine = createEngine({
    ...args,
    workerFile: join(import.meta.dirname, 'job-worker.js'),
    checkOutput: !args.packaged,
  });
  parent.on('message', ({ data, ports }) => {
    const message = data as MainToEngine;
    if (message.type === 'port' && ports[0]) serve(engine, ports[0]);
    else if (message.type === 'grant') {
      engine.grants.add(message.token, { path: message.path, mode: message.mode });
      tell({ type: 'granted', token: message.token });
    } else if (message.type === 'shutdown') void engine.close().then(() => process.exit(0));
  });
  const practice = engine.store.reader.prepare("select value from setting where id = 'practice'").pluck().get();
  tell({ type: 'ready', storeDir: args.storeDir, practice: practice === 'true' });
} catch (error) {
  const known = error instanceof AppError;
  tell({
    type: 'failed',
    error: {
      code: known ? error.code : 'internal',
      message: known ? error.message : `存储无法打开：${error instanceof Error ? error.message : String(error)}`,
      details: [],
    },
  });
}
