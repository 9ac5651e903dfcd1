import * as z from 'zod';
import { done, id, isoDate, page, requiredText, text } from './fields';
import { importInput, importPreview, importResult } from './import';
import { route } from './route';

const fieldValue = z.union([z.string(), z.number(), z.null()]);
const fieldInput = z.union([z.string().max(4000, '最多 4000 个字'), z.number(), z.null()]);

const penaltyImport = importInput.extend({ createSubjects: z.boolean().default(false) });

const listImport = importInput.extend({
  itemCode: requiredText(60),
  sourceOrg: requiredText(100),
  /** The day that counts for rows without a date of their own. */
  occurredOn: isoDate,
});

export const factRecord = z.object({
  id: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  nature: z.enum(['negative', 'positive', 'neutral']),
  sourceOrg: z.string(),
  sourceNo: z.string(),
  occurredOn: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  summary: z.string(),
  fields: z.record(z.string(), fieldValue),
  state: z.enum(['active', 'withdrawn', 'repaired']),
  stateOn: z.string().nullable(),
  stateReason: z.string().nullable(),
  expired: z.boolean(),
  /** The other office it came from; null for this office's own. It counts in ratings from `adoptedOn`. */
  originOffice: z.string().nullable(),
  adoptedOn: z.string().nullable(),
});

export const factRoutes = {
  'fact.list-catalogue': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      packTitle: z.string(),
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          nature: z.enum(['negative', 'positive', 'neutral']),
          provider: z.string(),
          disclosure: z.enum(['open', 'shared', 'internal']),
          basis: z.string(),
          verified: z.boolean(),
          retentionMonths: z.number().nullable(),
          validityMonths: z.number().nullable(),
          fields: z.array(
            z.object({
              key: z.string(),
              label: z.string(),
              type: z.string(),
              required: z.boolean(),
              choices: z.array(z.object({ code: z.string(), label: z.string() })),
            }),
          ),
        }),
      ),
    }),
  }),
  'fact.list': route({
    kind: 'read',
    input: page.extend({
      subjectId: z.string().optional(),
      itemCode: z.string().optional(),
      query: z.string().max(100).optional(),
    }),
    output: z.object({ rows: z.array(factRecord), total: z.number() }),
  }),
  'fact.create': route({
    kind: 'write',
    input: z.object({
      subjectId: id,
      itemCode: requiredText(60),
      sourceOrg: requiredText(100),
      sourceNo: text(100),
      occurredOn: isoDate,
      validFrom: isoDate.optional(),
      validTo: isoDate.nullable().optional(),
      summary: requiredText(2000),
      fields: z.record(z.string(), fieldInput).default({}),
      /** Name of the other office when this is only a reference to its record. */
      originOffice: requiredText(100).optional(),
    }),
    output: done,
    changes: ['fact', 'subject', 'today'],
  }),
  'fact.withdraw': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes: ['fact', 'subject', 'today'],
  }),
  /** Another office's record becomes one this office answers for, and counts from that day. */
  'fact.adopt': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes: ['fact', 'subject', 'today'],
  }),
  'fact.preview-import': route({ kind: 'job', permission: 'any', input: penaltyImport, output: importPreview }),
  /** The 双公示 administrative-penalty table; unknown parties become subjects when `createSubjects` is on. */
  'fact.run-import': route({
    kind: 'job',
    bulk: true,
    input: penaltyImport,
    output: importResult,
    changes: ['fact', 'subject', 'import', 'today'],
  }),
  'fact.preview-list-import': route({ kind: 'job', permission: 'any', input: listImport, output: importPreview }),
  /** A list of one item of the catalogue, such as the monthly risk classes; only of subjects on file. */
  'fact.run-list-import': route({
    kind: 'job',
    bulk: true,
    input: listImport,
    output: importResult,
    changes: ['fact', 'subject', 'import', 'today'],
  }),
};
