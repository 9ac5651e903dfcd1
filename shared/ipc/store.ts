import * as z from 'zod';
import { route } from './route';

const backup = z.object({ name: z.string(), size: z.number(), madeAt: z.string(), reason: z.string() });

export const storeRoutes = {
  'store.status': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      dir: z.string(),
      practice: z.boolean(),
      sizeBytes: z.number(),
      schemaVersion: z.number(),
      auditEntries: z.number(),
      chainHead: z.string(),
      savedAt: z.string().nullable(),
      lastBackup: backup.nullable(),
      lastVerified: z.object({ at: z.string(), ok: z.boolean(), message: z.string() }).nullable(),
    }),
  }),
  'store.verify': route({
    kind: 'job',
    permission: 'any',
    input: z.object({}),
    output: z.object({
      ok: z.boolean(),
      entries: z.number(),
      rows: z.number(),
      attachments: z.number(),
      head: z.string(),
      /** The first thing that does not fit, named so that it can be looked up. */
      problem: z.object({ message: z.string(), seq: z.number().nullable(), record: z.string().nullable() }).nullable(),
    }),
    changes: ['store'],
  }),
  'store.backup': route({ kind: 'job', permission: 'any', input: z.object({}), output: backup, changes: ['store'] }),
  'store.list-backups': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ backups: z.array(backup) }),
  }),
};
