import * as z from 'zod';
import { paperIds } from '#shared/domain/paper/papers';
import { ratingCopies } from '#shared/domain/rating/subject-copy';
import { fileToken, id } from './fields';
import { route } from './route';

const reportParam = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['id', 'month', 'year', 'date', 'text']),
  /** For an id: the noun of the record, so that a page can offer a choice. */
  noun: z
    .enum(['rectification', 'repair', 'plan', 'inspection', 'rating', 'rating-run', 'subject', 'import', 'letter'])
    .optional(),
  /** It may be left out. */
  optional: z.boolean().optional(),
});
export type ReportParam = Readonly<z.output<typeof reportParam>>;

/** Documents whose page in the window can be kept as a PDF. */
export const filedPages = ['rating-why', 'rating-simulation', ...paperIds] as const;
export type FiledPage = (typeof filedPages)[number];

export const reportRoutes = {
  'report.list': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      reports: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          group: z.enum(['document', 'ledger', 'list']),
          description: z.string(),
          /** What it must be told: the id of a record, a month, a year … */
          params: z.array(reportParam),
        }),
      ),
    }),
  }),
  'report.suggest-name': route({
    kind: 'read',
    input: z.object({ report: id, params: z.record(z.string(), z.string()) }),
    output: z.object({ fileName: z.string() }),
  }),
  /** Writes one Excel document to a place the officer chose and enters it in the register of issued documents. */
  'report.export': route({
    kind: 'job',
    input: z.object({ report: id, params: z.record(z.string(), z.string()), target: fileToken }),
    output: z.object({ fileName: z.string(), no: z.string(), sha256: z.string(), rows: z.number() }),
    changes: ['report'],
  }),
  /** What stands around a printed page of the window: the office, the day and the head of the chain. */
  'report.page-frame': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ office: z.string(), asOf: z.string(), chain: z.string(), practice: z.boolean() }),
  }),
  /** Enters a PDF of a page in the register of issued documents and moves it into place, both or neither. */
  'report.file-pdf': route({
    kind: 'write',
    input: z.object({
      report: z.enum(filedPages),
      ownerId: id,
      copy: z.enum(ratingCopies).default('office'),
      /** A paper to be filled in by hand; `ownerId` is then the number taken in advance. */
      blank: z.boolean().optional(),
      staged: fileToken,
      target: fileToken,
    }),
    output: z.object({ fileName: z.string(), sha256: z.string() }),
    changes: ['report'],
  }),
  'report.list-issued': route({
    kind: 'read',
    input: z.object({ ownerId: z.string().optional(), limit: z.number().int().min(1).max(1000).default(200) }),
    output: z.object({
      documents: z.array(
        z.object({
          id: z.string(),
          report: z.string(),
          title: z.string(),
          no: z.string(),
          fileName: z.string(),
          sha256: z.string(),
          officerName: z.string().nullable(),
          createdAt: z.string(),
        }),
      ),
    }),
  }),
};
