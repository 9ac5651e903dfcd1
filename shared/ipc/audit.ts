import * as z from 'zod';
import { page } from './fields';
import { route } from './route';

const auditEntry = z.object({
  seq: z.number(),
  at: z.string(),
  officerName: z.string(),
  route: z.string(),
  object: z.string(),
  summary: z.string(),
  rowCount: z.number(),
  hash: z.string(),
});

export const auditRoutes = {
  'audit.list': route({
    kind: 'read',
    input: page.extend({ object: z.string().max(200).optional(), query: z.string().max(100).optional() }),
    output: z.object({ rows: z.array(auditEntry), total: z.number() }),
  }),
  'audit.get': route({
    kind: 'read',
    input: z.object({ seq: z.number().int() }),
    output: auditEntry.extend({ changes: z.string(), digest: z.string(), prevHash: z.string() }),
  }),
};
