import * as z from 'zod';
import { subjectDraft, subjectKinds } from '#shared/domain/subject/subject';
import { done, id, page, requiredText } from './fields';
import { importBatch, importInput, importPreview, importResult } from './import';
import { route } from './route';

const kind = z.enum(subjectKinds);

export const subjectRow = z.object({
  id: z.string(),
  kind,
  name: z.string(),
  uscc: z.string().nullable(),
  agencyCode: z.string().nullable(),
  district: z.string().nullable(),
  status: z.string(),
  tags: z.array(z.string()),
  gradeCode: z.string().nullable(),
  scoreThousandths: z.number().nullable(),
  ratedAsOf: z.string().nullable(),
  lastInspectedOn: z.string().nullable(),
  openRectifications: z.number(),
  activeDishonesty: z.number(),
});

const timelineEntry = z.object({
  /** Its own id, once in the timeline. */
  id: z.string(),
  /** Noun the entry opens, and the id of that record: a finding opens its inspection. */
  noun: z.string(),
  opensId: z.string(),
  on: z.string(),
  /** before – during – after lanes of supervision. */
  lane: z.enum(['before', 'during', 'after']),
  title: z.string(),
  detail: z.string(),
  tone: z.enum(['neutral', 'good', 'warn', 'bad']),
  open: z.boolean(),
});

export const subjectRoutes = {
  'subject.list': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).default(''),
      kinds: z.array(kind).default([]),
      grades: z.array(z.string().max(20)).default([]),
      status: z.string().max(20).optional(),
      tag: z.string().max(60).optional(),
      sort: z.enum(['name', 'grade', 'last_inspected', 'score']).default('name'),
      descending: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(subjectRow), total: z.number(), byKind: z.record(z.string(), z.number()) }),
  }),
  /** Name, pinyin initials or full pinyin, the tail of a code, an agency code. */
  'subject.search': route({
    kind: 'read',
    input: z.object({ query: z.string().max(100), limit: z.number().int().min(1).max(50).default(10) }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind,
          code: z.string().nullable(),
          gradeCode: z.string().nullable(),
        }),
      ),
    }),
  }),
  'subject.get': route({
    kind: 'read',
    input: z.object({
      id,
      /** Natural persons' numbers are masked unless the officer asks; asking is written down by subject.reveal. */
    }),
    output: subjectRow.extend({
      formerNames: z.array(z.string()),
      noUsccReason: z.string().nullable(),
      oldRegistrationNo: z.string().nullable(),
      idNumberMasked: z.string().nullable(),
      agentCertNo: z.string().nullable(),
      legalPerson: z.string().nullable(),
      address: z.string().nullable(),
      phoneMasked: z.string().nullable(),
      email: z.string().nullable(),
      industry: z.string().nullable(),
      establishedOn: z.string().nullable(),
      note: z.string().nullable(),
      /** As named in the source; `parent` is the record it was found to be, or null. */
      parentName: z.string().nullable(),
      parentUscc: z.string().nullable(),
      parent: z.object({ id: z.string(), name: z.string() }).nullable(),
      children: z.array(z.object({ id: z.string(), name: z.string(), kind })),
      importFile: z.string().nullable(),
      timeline: z.array(timelineEntry),
    }),
  }),
  /** Shows full ID and phone numbers once, for a stated purpose; the query is logged. */
  'subject.reveal': route({
    kind: 'write',
    input: z.object({ id, purpose: requiredText(200) }),
    output: z.object({ idNumber: z.string().nullable(), phone: z.string().nullable() }),
  }),
  'subject.create': route({
    kind: 'write',
    input: subjectDraft,
    output: done,
    changes: ['subject', 'today'],
  }),
  'subject.update': route({
    kind: 'write',
    input: z.object({ id, draft: subjectDraft.partial() }),
    output: done,
    changes: ['subject'],
  }),
  'subject.check-code': route({
    kind: 'read',
    input: z.object({ uscc: z.string().max(60) }),
    output: z.object({
      ok: z.boolean(),
      value: z.string(),
      message: z.string(),
      suggestions: z.array(z.string()),
    }),
  }),
  'subject.preview-import': route({
    kind: 'job',
    permission: 'any',
    input: importInput.extend({ defaultKind: kind.optional() }),
    output: importPreview,
  }),
  'subject.run-import': route({
    kind: 'job',
    bulk: true,
    input: importInput.extend({ defaultKind: kind.optional() }),
    output: importResult,
    changes: ['subject', 'import', 'today'],
  }),
  'subject.list-imports': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ batches: z.array(importBatch) }),
  }),
  /** Takes back a whole import (subjects or facts); refused when something was built on it since. */
  'subject.undo-import': route({
    kind: 'job',
    bulk: true,
    input: z.object({ batchId: id }),
    output: z.object({ withdrawn: z.number(), restored: z.number() }),
    changes: ['subject', 'fact', 'filing', 'lead', 'import', 'today'],
  }),
};
