import * as z from 'zod';
import { exchangeSources } from '#shared/domain/exchange/mapping';
import { done, fileToken, id, isoDate, page, requiredText } from './fields';
import { route } from './route';

const period = z
  .object({
    target: id,
    from: isoDate,
    to: isoDate,
    /** Leaves out what the platform has been given already in the same words. */
    onlyChanges: z.boolean().default(true),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '截止日期早于起始日期' });

const sent = z.object({
  id: z.string(),
  target: z.string(),
  title: z.string(),
  mappingVersion: z.number(),
  from: z.string(),
  to: z.string(),
  onlyChanges: z.boolean(),
  fileName: z.string(),
  sha256: z.string(),
  rows: z.number(),
  refused: z.number(),
  receiptNo: z.string().nullable(),
  receiptOn: z.string().nullable(),
  officerName: z.string().nullable(),
  createdAt: z.string(),
});

export const exchangeRoutes = {
  'exchange.list-targets': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      targets: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          platform: z.string(),
          version: z.number(),
          origin: z.enum(['shipped', 'office']),
          source: z.enum(exchangeSources),
          fileFormat: z.enum(['xlsx', 'csv']),
          verified: z.boolean(),
          note: z.string(),
          columns: z.array(z.object({ heading: z.string(), field: z.string(), required: z.boolean() })),
          last: sent.nullable(),
        }),
      ),
    }),
  }),
  /** What a package would hold, before anything is written: first the rows that cannot go, and why. */
  'exchange.preview': route({
    kind: 'read',
    input: period,
    output: z.object({
      ready: z.number(),
      unchanged: z.number(),
      refused: z.number(),
      /** At most a thousand. */
      refusedRows: z.array(
        z.object({ id: z.string(), no: z.string(), subject: z.string(), problems: z.array(z.string()) }),
      ),
      headings: z.array(z.string()),
      sample: z.array(z.array(z.string())),
    }),
  }),
  'exchange.make-package': route({
    kind: 'job',
    input: period.extend({ file: fileToken }),
    output: z.object({
      id: z.string(),
      fileName: z.string(),
      rows: z.number(),
      unchanged: z.number(),
      refused: z.number(),
      sha256: z.string(),
    }),
    changes: ['exchange'],
  }),
  'exchange.list-sent': route({
    kind: 'read',
    input: page,
    output: z.object({ rows: z.array(sent), total: z.number() }),
  }),
  'exchange.set-receipt': route({
    kind: 'write',
    input: z.object({ id, receiptNo: requiredText(100), receiptOn: isoDate }),
    output: done,
    changes: ['exchange'],
  }),
  /** The office's own columns for a platform; a newer version takes the place of the older. */
  'exchange.import-mapping': route({
    kind: 'write',
    input: z.object({ file: fileToken }),
    output: z.object({ id: z.string(), title: z.string(), version: z.number() }),
    changes: ['exchange'],
  }),
};
