import { randomBytes, randomUUID } from 'node:crypto';
import type { EventMessage, Reply } from '#shared/ipc/channels';
import type { Route } from '#shared/ipc/route';
import type { Clock } from '#shared/kernel/clock';
import { AppError } from '#shared/kernel/errors';
import type { Random } from '#shared/kernel/random';
import { backupStore, listBackups } from '../db/backup';
import { openStore, type Store } from '../db/open-store';
import { storeError } from '../db/store-error';
import { createWriter } from '../db/write';
import type { Actor } from '../db/write-tx';
import { FileGrants } from '../ipc/file-grants';
import { dispatch } from '../ipc/router';
import { createPacks } from '../packs/packs';
import { findActor } from './actor';
import { createJobs } from './jobs';
import { createLogger } from './logger';
import { type Core, runHandler } from './run-handler';

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const date = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  },
};

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

export type EngineOptions = {
  readonly storeDir: string;
  readonly resourcesDir: string;
  readonly nativeBinding: string | null;
  readonly clock?: Clock;
  readonly random?: Random;
  /** The built worker; without it (tests on sources) jobs run in this thread on a connection of their own. */
  readonly workerFile: string | null;
  readonly checkOutput: boolean;
};

export type InvokeOptions = { readonly jobId?: string; readonly officerId?: string };

export type Engine = {
  readonly store: Store;
  readonly grants: FileGrants;
  readonly invoke: (route: string, input: unknown, options?: InvokeOptions) => Promise<Reply>;
  readonly onEvent: (listener: (event: EventMessage) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** The program without a window: opens the store and answers the routes of the contract. */
export function createEngine(options: EngineOptions): Engine {
  const { storeDir, resourcesDir, nativeBinding, clock = systemClock, random = systemRandom } = options;
  const store = openStore({ dir: storeDir, nativeBinding, now: clock.now() });
  try {
    dailyBackup(store, nativeBinding, clock);
  } catch (error) {
    store.close();
    throw storeError(error);
  }
  const logger = createLogger(storeDir, clock.now);
  const grants = new FileGrants();
  const packs = createPacks(resourcesDir);
  const writer = createWriter(store, clock, random);
  const listeners = new Set<(event: EventMessage) => void>();
  const emit = (event: EventMessage) => {
    for (const listener of listeners) listener(event);
  };
  const core: Core = { store, clock, random, packs, resourcesDir, files: grants };
  const jobs = createJobs({ options, core, writer, emit });

  const run = async (name: string, route: Route, input: unknown, { jobId, officerId }: InvokeOptions) => {
    if (name === 'job.cancel') return jobs.cancel((input as { jobId: string }).jobId);
    const actor: Actor = await findActor(store.db, officerId);
    if (route.permission === 'officer' && actor.id === null)
      throw new AppError('forbidden', '还没有选定经办人。请先在“设置—人员”中登记执法人员，再选定当前经办人。');
    const value =
      route.kind === 'job'
        ? await jobs.run({ name, route, input, actor, jobId: jobId ?? randomUUID() })
        : await runHandler({ core, writer, name, input, actor });
    if (route.changes.length > 0) emit({ name: 'changed', payload: { nouns: route.changes } });
    return value;
  };

  return {
    store,
    grants,
    invoke: (name, input, invokeOptions = {}) =>
      dispatch(name, input, {
        logger,
        checkOutput: options.checkOutput,
        run: (routeName, route, parsed) => run(routeName, route, parsed, invokeOptions),
      }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await jobs.stop();
      await writer.idle();
      store.close();
    },
  };
}

/** First start of the day: a verified copy of what was there before anything is done. */
function dailyBackup(store: Store, nativeBinding: string | null, clock: Clock): void {
  const entries = store.reader.prepare('select count(*) from audit_entry').pluck().get();
  if (entries === 0) return;
  const today = clock.now().slice(0, 10);
  if (listBackups(store.dir).some((backup) => backup.madeAt.startsWith(today) && backup.reason === 'daily')) return;
  backupStore({ dir: store.dir, file: store.file, nativeBinding, now: clock.now(), reason: 'daily' });
}
