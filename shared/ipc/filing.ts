import * as z from 'zod';
import { decisionKinds, filingKinds, handlings } from '#shared/domain/filing/codes';
import { done, id, isoDate, page, requiredText, text } from './fields';
import { importInput, importPreview, importResult } from './import';
import { route } from './route';

const filingImport = importInput.extend({
  kind: z.enum(filingKinds),
  /** Who made the list, for rows without a source of their own; a third party's list must name it. */
  source: text(100).default(''),
});

export const filingRow = z.object({
  id: z.string(),
  kind: z.enum(filingKinds),
  number: z.string(),
  title: z.string(),
  applicantName: z.string(),
  /** Masked when it is a person's. */
  applicantCode: z.string().nullable(),
  agency: z.string().nullable(),
  filedOn: z.string().nullable(),
  notifiedOn: z.string().nullable(),
  handling: z.enum(handlings).nullable(),
  handledOn: z.string().nullable(),
  classes: z.array(z.number()),
  assignee: z.string().nullable(),
  assignedOn: z.string().nullable(),
  decisionKind: z.enum(decisionKinds).nullable(),
  decisionNo: z.string().nullable(),
  decidedOn: z.string().nullable(),
  remark: z.string(),
  source: z.string(),
});

const applicantRow = z.object({
  /** Credit code, or the name where there is none. */
  applicant: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  subjectId: z.string().nullable(),
  notified: z.number(),
  explained: z.number(),
  withdrawn: z.number(),
  /** Withdrawn of notified; null when nothing was notified. */
  ratePerMille: z.number().nullable(),
  firstNotifiedOn: z.string(),
  lastNotifiedOn: z.string(),
  /** What was last entered for the rating, and whether the figures have moved since. */
  recorded: z
    .object({ factId: z.string(), applications: z.number(), withdrawn: z.number(), current: z.boolean() })
    .nullable(),
});

const handlingTarget = z.union([
  z.object({ ids: z.array(id).min(1, '请先选择申请').max(5000, '一次最多 5000 件') }),
  /** Every notified application of one applicant that is not withdrawn yet. */
  z.object({ applicant: requiredText(200) }),
]);

export const filingRoutes = {
  'filing.preview-import': route({ kind: 'job', permission: 'any', input: filingImport, output: importPreview }),
  /** A third party's rows become leads at once, never facts. */
  'filing.run-import': route({
    kind: 'job',
    bulk: true,
    input: filingImport,
    output: importResult,
    changes: ['filing', 'lead', 'import', 'today'],
  }),
  'filing.list': route({
    kind: 'read',
    input: page.extend({
      kind: z.enum(filingKinds).optional(),
      applicant: z.string().max(200).optional(),
      handling: z.enum(handlings).optional(),
      query: z.string().max(100).optional(),
    }),
    output: z.object({ rows: z.array(filingRow), total: z.number() }),
  }),
  'filing.list-applicants': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).optional(),
      applicant: z.string().max(200).optional(),
      openOnly: z.boolean().default(false),
    }),
    output: z.object({
      rows: z.array(applicantRow),
      total: z.number(),
      sums: z.object({
        notified: z.number(),
        explained: z.number(),
        withdrawn: z.number(),
        ratePerMille: z.number().nullable(),
      }),
    }),
  }),
  /** What `filing.set-handling` would do. */
  'filing.preview-handling': route({
    kind: 'read',
    input: z.object({ target: handlingTarget, handling: z.enum(handlings), on: isoDate }),
    output: z.object({
      selected: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      /** Those the day would be before the notice for. */
      tooEarly: z.number(),
    }),
  }),
  'filing.set-handling': route({
    kind: 'write',
    input: z.object({ target: handlingTarget, handling: z.enum(handlings), on: isoDate }),
    output: z.object({ changed: z.number() }),
    changes: ['filing', 'lead'],
  }),
  /** Enters an applicant's figures as the fact that ratings read; an earlier entry is withdrawn in its favour. */
  'filing.record-fact': route({
    kind: 'write',
    input: z.object({ applicant: requiredText(200), subjectId: id.optional() }),
    output: done,
    changes: ['filing', 'fact', 'subject', 'today'],
  }),
};
