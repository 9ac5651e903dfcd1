import * as z from 'zod';
import { closeReasons, leadSources, leadStates } from '#shared/domain/warning/lead';
import { attachment, done, fileToken, id, isoDate, page, requiredText, text } from './fields';
import { filingRow } from './filing';
import { route } from './route';

const leadRow = z.object({
  id: z.string(),
  no: z.string(),
  source: z.enum(leadSources),
  sourceName: z.string(),
  packId: z.string(),
  packVersion: z.number(),
  ruleId: z.string(),
  ruleName: z.string(),
  dimension: z.string(),
  partyRole: z.enum(['applicant', 'agency']),
  partyName: z.string(),
  /** Masked when it is a person's. */
  partyCode: z.string().nullable(),
  subjectId: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  why: z.string(),
  filingCount: z.number(),
  state: z.enum(leadStates),
  stateOn: z.string().nullable(),
  assignedTo: z.string().nullable(),
  officerName: z.string().nullable(),
  createdAt: z.string(),
});

const fieldValue = z.union([z.string(), z.number(), z.null()]);
const fieldInput = z.union([z.string().max(4000, '最多 4000 个字'), z.number(), z.null()]);
const ids = z.array(id).min(1, '请先选择线索').max(1000, '一次最多 1000 条');

export const leadRoutes = {
  'lead.list-rules': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          version: z.number(),
          title: z.string(),
          status: z.string(),
          note: z.string(),
          rules: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              dimension: z.string(),
              itemName: z.string(),
              basis: z.string(),
              figuresVerified: z.boolean(),
              note: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  'lead.list': route({
    kind: 'read',
    input: page.extend({
      states: z.array(z.enum(leadStates)).default([]),
      source: z.enum(leadSources).optional(),
      dimension: z.string().max(100).optional(),
      subjectId: id.optional(),
      query: z.string().max(100).optional(),
    }),
    output: z.object({
      rows: z.array(leadRow),
      total: z.number(),
      /** Under every filter but the state. */
      counts: z.object({ new: z.number(), assigned: z.number(), confirmed: z.number(), closed: z.number() }),
      dimensions: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
  }),
  'lead.get': route({
    kind: 'read',
    input: z.object({ id }),
    output: leadRow.extend({
      bases: z.array(
        z.object({ document: z.string(), article: z.string(), text: z.string().nullable(), verified: z.boolean() }),
      ),
      /** The rule's numbers and days; false: a sample, not an official figure. */
      figuresVerified: z.boolean(),
      /** The subject it belongs to, or the one that would be found for it now. */
      subject: z.object({ id: z.string(), name: z.string(), kind: z.string(), linked: z.boolean() }).nullable(),
      /** The item it becomes, with the values the evidence gives; null when the officer chooses. */
      item: z
        .object({
          code: z.string(),
          name: z.string(),
          fields: z.array(
            z.object({
              key: z.string(),
              label: z.string(),
              type: z.string(),
              required: z.boolean(),
              choices: z.array(z.object({ code: z.string(), label: z.string() })),
              value: fieldValue,
            }),
          ),
        })
        .nullable(),
      evidence: z.string(),
      closeReason: z.enum(closeReasons).nullable(),
      note: z.string(),
      factId: z.string().nullable(),
      filings: z.array(filingRow),
      steps: z.array(
        z.object({
          id: z.string(),
          action: z.enum(['assign', 'confirm', 'close', 'reopen']),
          on: z.string(),
          officerName: z.string().nullable(),
          text: z.string(),
        }),
      ),
      attachments: z.array(attachment),
    }),
  }),
  /** Applies the packs in force to every filing; running it again on the same lists changes nothing. */
  'lead.scan': route({
    kind: 'job',
    bulk: true,
    input: z.object({}),
    output: z.object({
      filings: z.number(),
      found: z.number(),
      inserted: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      /** New leads that the corrected lists no longer support. */
      withdrawn: z.number(),
    }),
    changes: ['lead', 'today'],
  }),
  'lead.assign': route({
    kind: 'write',
    input: z.object({ ids, officerId: id }),
    output: z.object({ assigned: z.number() }),
    changes: ['lead', 'today'],
  }),
  /** The only way from a lead to a fact: evidence in words, one transaction. */
  'lead.confirm': route({
    kind: 'write',
    input: z.object({
      id,
      evidence: requiredText(2000),
      subjectId: id.optional(),
      /** For a third party's lead, which names none. */
      itemCode: z.string().max(60).optional(),
      occurredOn: isoDate.optional(),
      fields: z.record(z.string(), fieldInput).default({}),
    }),
    output: z.object({ id: z.string(), factId: z.string() }),
    changes: ['lead', 'fact', 'subject', 'today'],
  }),
  'lead.close': route({
    kind: 'write',
    input: z.object({ ids, reason: z.enum(closeReasons), note: text(500).default('') }),
    output: z.object({ closed: z.number() }),
    changes: ['lead', 'today'],
  }),
  /** A confirmed lead that is reopened takes its fact back. */
  'lead.reopen': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(500) }),
    output: done,
    changes: ['lead', 'fact', 'subject', 'today'],
  }),
  'lead.attach': route({
    kind: 'write',
    input: z.object({ id, file: fileToken, note: text(200).default('') }),
    output: attachment,
    changes: ['lead'],
  }),
};
