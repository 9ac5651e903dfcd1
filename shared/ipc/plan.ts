import * as z from 'zod';
import { id, isoDate, page, requiredText } from './fields';
import { planCalendarRoutes } from './plan-calendar';
import { planTaskRoutes } from './plan-tasks';
import { route } from './route';

const planInput = z.object({
  year: z.number().int().min(2020).max(2100),
  packId: requiredText(80),
  startOn: isoDate,
  /** Officers that may be drawn; all active ones when empty. */
  officerIds: z.array(id).default([]),
  /** The whole year at once, or only the batch that is due, from those not yet drawn this year. */
  scope: z.enum(['year', 'batch']).default('year'),
});

const hash = z.string().length(64);

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
  /** The batch that was drawn; null for a whole year. */
  batchNo: z.number().nullable(),
  visits: z.number(),
  inspected: z.number(),
  populationSize: z.number(),
  /** The hash that was announced: of the whole list, or of the bare list of candidates in draws of method 1. */
  listSha256: z.string(),
  createdAt: z.string(),
  officerName: z.string().nullable(),
});

const exclusions = z.array(z.object({ code: z.string(), name: z.string(), reason: z.string() }));

const freezeSummary = z.object({
  id: z.string(),
  year: z.number(),
  title: z.string(),
  scope: z.enum(['year', 'batch']),
  batchNo: z.number().nullable(),
  state: z.enum(['frozen', 'drawn', 'discarded']),
  discardReason: z.string().nullable(),
  populationSize: z.number(),
  total: z.number(),
  officers: z.number(),
  listSha256: z.string(),
  listSm3: z.string(),
  officersSha256: z.string(),
  /** SHA-256 of the office nonce, which itself is shown after the draw only. */
  nonceSha256: z.string(),
  createdAt: z.string(),
  officerName: z.string().nullable(),
  planId: z.string().nullable(),
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
  ...planTaskRoutes,
  ...planCalendarRoutes,
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
      exclusions,
      total: z.number(),
      populationSize: z.number(),
      /** The batch that is due, when only that one is drawn. */
      batchNo: z.number().nullable(),
      /** How many go into each batch, first to last. */
      batches: z.array(z.number()),
      officers: z.number(),
      problems: z.array(z.string()),
      /** Of a later batch: who came and left since the first one, with the effect on base and yearly count. */
      pool: z
        .object({
          joined: z.array(z.object({ code: z.string(), name: z.string() })),
          left: z.array(z.object({ code: z.string(), name: z.string() })),
          strata: z.array(
            z.object({
              label: z.string(),
              baseBefore: z.number(),
              baseNow: z.number(),
              yearlyBefore: z.number(),
              yearlyNow: z.number(),
            }),
          ),
        })
        .nullable(),
      /** Candidates who have used up the yearly cap of on-site visits already. */
      atCap: z.object({
        cap: z.number(),
        rows: z.array(z.object({ code: z.string(), name: z.string(), counted: z.number() })),
      }),
    }),
  }),
  /** Writes the list down with its hashes and the commitment to the office nonce; from here on only chance is open. */
  'plan.freeze': route({
    kind: 'write',
    input: planInput.extend({ title: requiredText(80) }),
    output: z.object({ freezeId: z.string(), listSha256: z.string(), listSm3: z.string() }),
    changes: ['plan'],
  }),
  /** Every list that was ever frozen, also those never drawn from. */
  'plan.list-freezes': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ freezes: z.array(freezeSummary) }),
  }),
  'plan.get-freeze': route({
    kind: 'read',
    input: z.object({ id }),
    output: freezeSummary.extend({
      strata: z.array(stratum),
      exclusions,
      batches: z.array(z.number()),
      problems: z.array(z.string()),
      /** What is no longer as it was frozen; the frozen list still counts. Empty once it is drawn or discarded. */
      changes: z.array(z.string()),
    }),
  }),
  /** A list that shall not be drawn from is put away with a reason, and stays listed. */
  'plan.discard-freeze': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: z.object({ id: z.string() }),
    changes: ['plan'],
  }),
  /** Draws from a frozen list with the public value that two people typed alike; a list is drawn from once. */
  'plan.draw': route({
    kind: 'write',
    input: z.object({
      freezeId: id,
      publicValue: requiredText(200),
      /** The same again by the second person. */
      publicValueAgain: requiredText(200),
      typedBy: requiredText(40),
      typedAgainBy: requiredText(40),
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
      exclusions,
      seedParts: z.object({
        publicValue: z.string(),
        officeNonce: z.string(),
        witnesses: z.string(),
        /** Who typed the public value; not kept by draws of method 1. */
        typists: z.string(),
      }),
      seed: z.string(),
      algorithm: z.number(),
      problems: z.array(z.string()),
      /** What has come between the draw and the visits: certificates, avoidances, leave, officers out of service. */
      attention: z.array(z.string()),
      /** The announced list; null for draws of method 1. */
      freeze: z
        .object({
          id: z.string(),
          createdAt: z.string(),
          listSm3: hash,
          officersSha256: hash,
          nonceSha256: hash,
          officers: z.number(),
        })
        .nullable(),
      voided: z.object({ by: z.string(), second: z.string(), at: z.string() }).nullable(),
    }),
  }),
  'plan.list-visits': route({
    kind: 'read',
    input: page.extend({ planId: id, batchNo: z.number().int().optional(), officerId: z.string().optional() }),
    output: z.object({ rows: z.array(visit), total: z.number() }),
  }),
  /** Recomputes the draw from the stored list and seed parts and compares every pick, pair and skip. */
  'plan.verify': route({
    kind: 'read',
    input: z.object({ id }),
    output: z.object({ ok: z.boolean(), message: z.string() }),
  }),
  /** A draw is never replaced: it is declared void with a reason and a second officer, and stays in the register. */
  'plan.void': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300), secondOfficerId: id }),
    output: z.object({ id: z.string() }),
    changes: ['plan', 'today', 'subject'],
  }),
};
