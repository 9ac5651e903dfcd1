import { AppError } from '#shared/kernel/errors';
import { openStore } from '../db/open-store';
import { createWriter } from '../db/write';
import type { Actor } from '../db/write-tx';
import type { JobContext } from '../ipc/context';
import { findRoute } from '../ipc/router';
import { findActor } from './actor';
import type { EngineOptions } from './engine';
import type { Report } from './jobs';
import { type Core, runHandler } from './run-handler';

export type JobCall = { readonly name: string; readonly input: unknown; readonly actor: Actor };

type Setup = {
  readonly core: Omit<Core, 'store'>;
  readonly options: Pick<EngineOptions, 'storeDir' | 'nativeBinding'>;
  readonly call: JobCall;
  readonly isCancelled: () => boolean;
  readonly report: Report;
  /** How long a write waits while another job writes; a worker may wait, the engine's own thread may not. */
  readonly waitMs?: number;
};

/** Runs one job on connections of its own; a cancelled job throws out of its transaction and leaves nothing. */
export async function runJob({ core, options, call, isCancelled, report, waitMs }: Setup): Promise<unknown> {
  const store = openStore({
    dir: options.storeDir,
    nativeBinding: options.nativeBinding,
    shared: true,
    ...(waitMs === undefined ? {} : { waitMs }),
    now: core.clock.now(),
  });
  const ownCore: Core = { ...core, store };
  const writer = createWriter(store, core.clock, core.random);
  const job: Pick<JobContext, 'progress' | 'isCancelled' | 'invoke'> = {
    isCancelled,
    progress: (label, done, total) => {
      if (isCancelled()) throw new AppError('cancelled', '任务已取消，没有留下任何改动。');
      report(label, done, total);
    },
    invoke: async (name, input, { officerId } = {}) => {
      const route = findRoute(name);
      if (!route) throw new Error(`no route ${name}`);
      const actor = officerId ? await findActor(store.db, officerId) : call.actor;
      return runHandler({ core: ownCore, writer, name, input: route.input.parse(input), actor, job });
    },
  };
  try {
    return await runHandler({ core: ownCore, writer, name: call.name, input: call.input, actor: call.actor, job });
  } finally {
    store.close();
  }
}
