import * as z from 'zod';
import { route } from './route';

export const jobRoutes = {
  'job.cancel': route({
    kind: 'read',
    input: z.object({ jobId: z.string().max(100) }),
    output: z.object({ wasRunning: z.boolean() }),
  }),
};
