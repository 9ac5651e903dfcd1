import * as z from 'zod';
import { id, isoDate, page, requiredText } from './fields';
import { route } from './route';

const planInput = z.object({
  year: z.number().int().min(2020).max(2100),
  packId: requiredText(80),
  startOn: isoDate,
  /** Officers that may be drawn; all active ones when empty. */
  officerIds: z.array(id).default([]),
});

const stratum = z.object({
  id: z.string(),
  label: z.string(),
  base: z.number(),
  ratio: z.string(),
  quotient: z.string(),
  count: z.number(),
  /** How the count came about, in words: product, floor, remainder rank, extra. */
  work: z.string(),
  inspectionKind: z.string(),
  basis: z.string(),
  verified: z.boolean(),
});

const planSummary = z.object({
  id: z.string(),
  year: z.number(),
  title: z.string(),
  state: z.enum(['drawn', 'void']),
  voidReason: z.string().nullable(),
  visits: z.number(),
  inspected: z.number(),
  populationSize: z.number(),
  populationSha256: z.string(),
  createdAt: z.string(),
  officerName: z.string().nullable(),
});

const visit = z.object({
  id: z.string(),
  planId: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectKind: z.string(),
  code: z.string(),
  address: z.string().nullable(),
  stratum: z.string(),
  rank: z.number(),
  drawKey: z.string(),
  batchNo: z.number(),
  date: z.string(),
  officers: z.array(z.object({ id: z.string(), name: z.string(), certificateNo: z.string() })),
  skips: z.array(z.object({ officerName: z.string(), reason: z.string() })),
  state: z.enum(['planned', 'inspected', 'cancelled']),
  inspectionId: z.string().nullable(),
});

export const planRoutes = {
  'plan.list-packs': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          version: z.number(),
          title: z.string(),
          status: z.string(),
          batches: z.number(),
          rounding: z.string(),
        }),
      ),
    }),
  }),
  'plan.list': route({ kind: 'read', input: z.object({}), output: z.object({ plans: z.array(planSummary) }) }),
  /** The strata with base × ratio → count shown, the exclusions and the frozen list's hash, before any seed exists. */
  'plan.preview': route({
    kind: 'read',
    input: planInput,
    output: z.object({
      strata: z.array(stratum),
      exclusions: z.array(z.object({ code: z.string(), name: z.string(), reason: z.string() })),
      total: z.number(),
      populationSize: z.number(),
      populationSha256: z.string(),
      /** How many go into each batch, first to last. */
      batches: z.array(z.number()),
      officers: z.number(),
      problems: z.array(z.string()),
    }),
  }),
  /** Draws with the seed typed in after the list hash was announced; refused when the list has changed since. */
  'plan.draw': route({
    kind: 'write',
    input: planInput.extend({
      title: requiredText(80),
      populationSha256: z.string().length(64),
      publicValue: requiredText(200),
      witnesses: requiredText(100),
    }),
    output: z.object({ planId: z.string(), visits: z.number(), problems: z.array(z.string()) }),
    changes: ['plan', 'today', 'subject'],
  }),
  'plan.get': route({
    kind: 'read',
    input: z.object({ id }),
    output: planSummary.extend({
      strata: z.array(stratum),
      exclusions: z.array(z.object({ code: z.string(), name: z.string(), reason: z.string() })),
      seedParts: z.object({
        publicValue: z.string(),
        officeNonce: z.string(),
        witnesses: z.string(),
      }),
      seed: z.string(),
      algorithm: z.number(),
      problems: z.array(z.string()),
    }),
  }),
  'plan.list-visits': route({
    kind: 'read',
    input: page.extend({ planId: id, batchNo: z.number().int().optional(), officerId: z.string().optional() }),
    output: z.object({ rows: z.array(visit), total: z.number() }),
  }),
  /** Recomputes the draw from the stored list and seed parts and compares every pick. */
  'plan.verify': route({
    kind: 'read',
    input: z.object({ id }),
    output: z.object({ ok: z.boolean(), message: z.string() }),
  }),
  'plan.move-visit': route({
    kind: 'write',
    input: z.object({ visitId: id, date: isoDate, reason: requiredText(200) }),
    output: z.object({ id: z.string() }),
    changes: ['plan', 'today'],
  }),
  /** A draw is never replaced: it is declared void with a reason by a second officer, and stays in the register. */
  'plan.void': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300), secondOfficerId: id }),
    output: z.object({ id: z.string() }),
    changes: ['plan', 'today', 'subject'],
  }),
};
