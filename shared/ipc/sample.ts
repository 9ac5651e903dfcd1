import * as z from 'zod';
import { route } from './route';

export const sampleRoutes = {
  /** Fills an empty store with the fictional sample office and its year; the store is marked as practice. */
  'sample.load': route({
    kind: 'job',
    permission: 'any',
    bulk: true,
    input: z.object({}),
    output: z.object({
      steps: z.array(z.object({ title: z.string(), count: z.number() })),
    }),
    changes: [
      'subject',
      'fact',
      'filing',
      'lead',
      'officer',
      'office',
      'inspection',
      'rectification',
      'rating',
      'plan',
      'repair',
      'dishonesty',
      'today',
      'import',
      'report',
      'store',
    ],
  }),
};
