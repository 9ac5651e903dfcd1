import type { jobRoutes } from '#shared/ipc/job';
import type { Handlers } from '../../ipc/context';

/** The engine answers `job.cancel` itself, because only it knows the running jobs; a job cannot cancel jobs. */
export const jobHandlers: Handlers<typeof jobRoutes> = {
  'job.cancel': () => ({ wasRunning: false }),
};
