import { Worker } from 'node:worker_threads';
import type { EventMessage } from '#shared/ipc/channels';
import type { Route } from '#shared/ipc/route';
import { AppError, type ErrorBody } from '#shared/kernel/errors';
import type { Writer } from '../db/write';
import type { Actor } from '../db/write-tx';
import type { Grant } from '../ipc/file-grants';
import type { EngineOptions } from './engine';
import type { Core } from './run-handler';
import { type JobCall, runJob } from './run-job';

export type WorkerRequest = {
  readonly options: Pick<EngineOptions, 'storeDir' | 'resourcesDir' | 'nativeBinding' | 'checkOutput'>;
  readonly call: JobCall;
  readonly grants: readonly [string, Grant][];
  readonly cancelFlag: SharedArrayBuffer;
};

export type WorkerMessage =
  | { readonly type: 'progress'; readonly label: string; readonly done: number; readonly total: number | null }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly error: ErrorBody | null; readonly stack: string };

type Running = { readonly flag: Int32Array; readonly finished: Promise<unknown> };

type Setup = {
  readonly options: EngineOptions;
  readonly core: Core;
  readonly writer: Writer;
  readonly emit: (event: EventMessage) => void;
};

type Request = {
  readonly name: string;
  readonly route: Route;
  readonly input: unknown;
  readonly actor: Actor;
  readonly jobId: string;
};

/** Long work: each job in a worker thread with its own connection, with progress, and cancellable. */
export function createJobs({ options, core, writer, emit }: Setup) {
  const running = new Map<string, Running>();

  const run = async ({ name, route, input, actor, jobId }: Request): Promise<unknown> => {
    if (running.has(jobId)) throw new AppError('conflict', '同一个任务已在进行中，请等它结束。');
    const cancelFlag = new SharedArrayBuffer(4);
    const flag = new Int32Array(cancelFlag);
    const report = progressReporter(jobId, emit);
    const call: JobCall = { name, input, actor };
    const start = () =>
      options.workerFile
        ? runInWorker(
            options.workerFile,
            { options: pickOptions(options), call, grants: core.files.entries(), cancelFlag },
            report,
          )
        : runJob({ core, options, call, isCancelled: () => Atomics.load(flag, 0) === 1, report });
    const finished = route.bulk ? writer.exclusive(start) : start();
    running.set(jobId, { flag, finished: finished.catch(() => undefined) });
    try {
      return await finished;
    } finally {
      running.delete(jobId);
    }
  };

  return {
    run,
    cancel: (jobId: string) => {
      const job = running.get(jobId);
      if (job) Atomics.store(job.flag, 0, 1);
      return { wasRunning: job !== undefined };
    },
    stop: async () => {
      for (const job of running.values()) Atomics.store(job.flag, 0, 1);
      await Promise.all([...running.values()].map((job) => job.finished));
    },
  };
}

const pickOptions = ({ storeDir, resourcesDir, nativeBinding, checkOutput }: EngineOptions) => ({
  storeDir,
  resourcesDir,
  nativeBinding,
  checkOutput,
});

export type Report = (label: string, done: number, total: number | null) => void;

/** At most ten messages a second, with the time left at the speed so far. */
function progressReporter(jobId: string, emit: (event: EventMessage) => void): Report {
  let last = 0;
  let started = 0;
  let stage = '';
  return (label, done, total) => {
    const now = Date.now();
    if (label !== stage) {
      stage = label;
      started = now;
    } else if (now - last < 100 && done !== total) return;
    last = now;
    const secondsLeft =
      total && done > 0 && now - started > 500 ? Math.ceil(((now - started) / done) * (total - done)) / 1000 : null;
    emit({
      name: 'job.progress',
      payload: { jobId, label, done, total, secondsLeft: secondsLeft === null ? null : Math.ceil(secondsLeft) },
    });
  };
}

function runInWorker(file: string, request: WorkerRequest, report: Report): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: request });
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') report(message.label, message.done, message.total);
      else if (message.type === 'done') resolve(message.value);
      else if (message.error) reject(new AppError(message.error.code, message.error.message, message.error.details));
      else reject(Object.assign(new Error('a job failed'), { stack: message.stack }));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the worker ended with ${code} before its job was done`)));
  });
}
