import { join } from 'node:path';
import { app, MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import type { EngineState, ShellEvent } from '#shared/ipc/bridge';
import type { EngineArguments, EngineToMain, MainToEngine } from '#shared/ipc/channels';
import { log } from './log';

export type GrantMessage = Extract<MainToEngine, { type: 'grant' }>;

export type EngineHost = {
  readonly start: () => void;
  /** Tells it of a file that was chosen, and waits until it knows: the page may name the file right after. */
  readonly grant: (message: GrantMessage) => Promise<void>;
  /** Joins a freshly loaded page to the engine, and tells it how the engine is. */
  readonly connect: (page: WebContents) => void;
  /** Asks the engine to close the store, and waits for it; ends it after five seconds. */
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly engineArguments: () => EngineArguments & { readonly packaged: boolean };
  /** Said to every engine before its first page: what it must know from before a restart. */
  readonly greeting: () => readonly MainToEngine[];
};

/** Owns the engine's process: starts it, joins pages to it by a port, tells them when it ends. */
export function createEngineHost({ engineArguments, greeting }: Options): EngineHost {
  let child: UtilityProcess | null = null;
  let page: WebContents | null = null;
  let state: EngineState = { state: 'starting' };
  let stopping = false;
  /** Those who wait until the engine knows of a file, by its token. */
  const waiting = new Map<string, () => void>();
  const known = (token: string): void => {
    waiting.get(token)?.();
    waiting.delete(token);
  };

  const tellPage = (): void => {
    if (!page || page.isDestroyed()) return;
    const event: ShellEvent = { name: 'shell.engine', payload: state };
    if (state.state !== 'ready' || !child) {
      page.postMessage('event', event);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'port' } satisfies MainToEngine, [port1]);
    page.postMessage('event', event, [port2]);
  };
  const become = (next: EngineState): void => {
    state = next;
    tellPage();
  };

  const start = (): void => {
    if (child) return;
    become({ state: 'starting' });
    const engine = utilityProcess.fork(
      join(import.meta.dirname, 'engine-process.js'),
      [JSON.stringify(engineArguments())],
      { serviceName: 'zhixin-engine', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child = engine;
    for (const stream of [engine.stdout, engine.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        log(`engine: ${bytes.toString()}`);
        if (!app.isPackaged) process.stderr.write(bytes);
      });
    }
    engine.on('message', (message: EngineToMain) => {
      if (message.type === 'ready') {
        for (const line of greeting()) engine.postMessage(line);
        become({ state: 'ready', practice: message.practice });
      } else if (message.type === 'granted') known(message.token);
      else {
        log(`store not opened: ${message.error.code}`);
        child = null;
        engine.kill();
        become({ state: 'failed', error: message.error });
      }
    });
    engine.on('exit', (code) => {
      // the next engine is told by its greeting
      for (const token of waiting.keys()) known(token);
      // An engine that said why it cannot go on has already been let go.
      if (stopping || child !== engine) return;
      child = null;
      log(`engine ended with ${code}`);
      become({ state: 'stopped' });
    });
  };

  return {
    start,
    grant: (message) =>
      new Promise((settle) => {
        if (!child || state.state !== 'ready') return settle();
        waiting.set(message.token, settle);
        child.postMessage(message);
      }),
    connect: (contents) => {
      page = contents;
      tellPage();
    },
    stop: async () => {
      stopping = true;
      const engine = child;
      if (!engine) return;
      await new Promise<void>((done) => {
        const timer = setTimeout(() => {
          log('engine did not close in time');
          engine.kill();
          done();
        }, 5000);
        engine.once('exit', () => {
          clearTimeout(timer);
          done();
        });
        engine.postMessage({ type: 'shutdown' } satisfies MainToEngine);
      });
    },
  };
}
