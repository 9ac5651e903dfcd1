import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/kernel/errors';
import { storeError } from '../db/store-error';
import { FileGrants } from '../ipc/file-grants';
import { createPacks } from '../packs/packs';
import { systemClock, systemRandom } from './engine';
import type { WorkerMessage, WorkerRequest } from './jobs';
import { runJob } from './run-job';

const { options, call, grants, cancelFlag } = workerData as WorkerRequest;
const flag = new Int32Array(cancelFlag);
const files = new FileGrants();
for (const [token, grant] of grants) files.add(token, grant);
const send = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  const value = await runJob({
    core: {
      clock: systemClock,
      random: systemRandom,
      packs: createPacks(options.resourcesDir),
      resourcesDir: options.resourcesDir,
      files,
    },
    options,
    call,
    isCancelled: () => Atomics.load(flag, 0) === 1,
    // an export or a check asked for during an import is entered when the import is done
    waitMs: 30 * 60_000,
    report: (label, done, total) => send({ type: 'progress', label, done, total }),
  });
  send({ type: 'done', value });
} catch (thrown) {
  const error = storeError(thrown);
  const known = error instanceof AppError ? { code: error.code, message: error.message, details: error.details } : null;
  send({
    type: 'failed',
    error: known,
    stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}
