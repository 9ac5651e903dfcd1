import * as z from 'zod';
import { ratingRunModes, ratingRunStates } from '#shared/domain/rating/run-state';
import { ratingCopies } from '#shared/domain/rating/subject-copy';
import { done, id, isoDate, page, requiredText, text } from './fields';
import { route } from './route';

const changes = ['rating', 'subject', 'today'];

const factRef = z.object({
  factId: z.string(),
  itemCode: z.string(),
  sourceNo: z.string(),
  sourceOrg: z.string(),
  occurredOn: z.string(),
  pointsThousandths: z.number(),
  note: z.string().nullable(),
  /** The agent or branch whose record it is; null for the subject's own. */
  via: z.string().nullable(),
  /** The other office it was adopted from. */
  office: z.string().nullable(),
});

const gradeBand = z.object({
  code: z.string(),
  name: z.string(),
  symbol: z.string(),
  colour: z.string(),
  meaning: z.string(),
});

const batchStates = z.enum(ratingRunStates);

export const ratingRow = z.object({
  id: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectKind: z.string(),
  packId: z.string(),
  packVersion: z.number(),
  asOf: z.string(),
  scoreThousandths: z.number(),
  gradeCode: z.string(),
  previousGradeCode: z.string().nullable(),
  createdAt: z.string(),
  /** Of the run it belongs to; a rating made before runs were approved counts as approved. */
  state: batchStates,
});

/** Why a score or a grade changed; the parts of one mover add up to the change of its score. */
const moveCause = z.object({
  kind: z.enum(['pack', 'subject', 'window', 'repaired', 'withdrawn', 'changed', 'new', 'gone']),
  deltaThousandths: z.number(),
  fromGrade: z.string(),
  toGrade: z.string(),
  sentence: z.string(),
});

export const moverRow = z.object({
  subjectId: z.string(),
  subjectName: z.string(),
  subjectKind: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  fromScoreThousandths: z.number().nullable(),
  scoreThousandths: z.number(),
  causes: z.array(moveCause),
});

/** A run of ratings that a second officer approves as a whole; only then do its grades become current. */
export const batchRow = z.object({
  id: z.string(),
  mode: z.enum(ratingRunModes),
  asOf: z.string(),
  /** Looked at, stored anew, of these for the first time, of these with another grade, without a pack. */
  checked: z.number(),
  rated: z.number(),
  firstRated: z.number(),
  moved: z.number(),
  withoutPack: z.number(),
  state: batchStates,
  proposedById: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reason: z.string(),
  publishedOn: z.string().nullable(),
  publishedWhere: z.string().nullable(),
  unpublishedOn: z.string().nullable(),
  unpublishedReason: z.string().nullable(),
  /** The one subject of a single rating. */
  subjectName: z.string().nullable(),
});

const whyView = z.object({
  headline: z.string(),
  /** Is a higher score the better one, or (of risk) the worse one? */
  better: z.enum(['higher', 'lower']),
  grade: gradeBand,
  /** All grades of that very pack, from the lowest scores to the highest; the lowest score of each, null without one. */
  scale: z.array(z.object({ gradeCode: z.string(), colour: z.string(), fromThousandths: z.number().nullable() })),
  /** Stand above the rating: sample weights, unverified rules that played a part, stale sources. */
  warnings: z.array(z.string()),
  /** Old or missing sources put a bar over the rating. */
  barred: z.boolean(),
  /** The tree from the top down; lines below carry the sentences. */
  tree: z.array(
    z.object({
      nodeId: z.string(),
      depth: z.number(),
      kind: z.enum(['base', 'group', 'leaf', 'limit']),
      name: z.string(),
      pointsThousandths: z.number(),
      weight: z.number().nullable(),
      provider: z.string().nullable(),
      alert: z.object({ colour: z.enum(['red', 'orange', 'yellow', 'blue']), text: z.string() }).nullable(),
      facts: z.number(),
      /** It wants a value and there is none. */
      missing: z.boolean(),
      verified: z.boolean(),
    }),
  ),
  lines: z.array(
    z.object({
      nodeId: z.string(),
      kind: z.enum(['base', 'leaf', 'limit']),
      path: z.array(z.string()),
      label: z.string(),
      pointsThousandths: z.number(),
      runningThousandths: z.number(),
      basis: z.string(),
      verified: z.boolean(),
      sentence: z.string(),
      note: z.string().nullable(),
      facts: z.array(factRef),
    }),
  ),
  vetoes: z.array(
    z.object({
      label: z.string(),
      gradeCode: z.string(),
      basis: z.string(),
      sentence: z.string(),
      facts: z.array(factRef),
    }),
  ),
  up: z.object({ gradeCode: z.string(), distanceThousandths: z.number(), sentence: z.string() }).nullable(),
  down: z.object({ gradeCode: z.string(), distanceThousandths: z.number(), sentence: z.string() }).nullable(),
  costliest: z.array(factRef.extend({ label: z.string(), sentence: z.string() })),
  /** What can be done about each record that costs points: repaired from a day, or out of the rating by itself. */
  reliefs: z.array(
    z.object({
      factId: z.string(),
      label: z.string(),
      pointsThousandths: z.number(),
      repairFrom: z.string().nullable(),
      leavesOn: z.string().nullable(),
      sentence: z.string(),
    }),
  ),
  /** Other offices' records that are references only and do not count. */
  references: z.array(
    z.object({ factId: z.string(), office: z.string(), itemName: z.string(), occurredOn: z.string() }),
  ),
  entails: z.object({
    sampling: z.string(),
    inspectionKinds: z.array(z.string()),
    measures: z.array(z.string()),
    incentives: z.array(z.string()),
    entitlements: z.array(z.string()),
    warningLetter: z.string().nullable(),
  }),
});

/** A supposition of the what-if page; nothing of it is ever stored. */
const supposition = z.discriminatedUnion('kind', [
  /** The record is repaired or withdrawn from that day. */
  z.object({ kind: z.literal('repaired'), factId: id, on: isoDate }),
  /** The fault behind the record was corrected on that day (补交、移出、改正). */
  z.object({ kind: z.literal('rectified'), factId: id, on: isoDate }),
  z.object({
    kind: z.literal('new'),
    itemCode: z.string().min(1).max(64),
    occurredOn: isoDate,
    validTo: isoDate.nullable().default(null),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  }),
]);

export const ratingRoutes = {
  'rating.list-packs': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          version: z.number(),
          title: z.string(),
          status: z.string(),
          subjectKinds: z.array(z.string()),
          grades: z.array(gradeBand),
          unverified: z.number(),
        }),
      ),
    }),
  }),
  'rating.list': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).default(''),
      grades: z.array(z.string().max(20)).default([]),
      movedOnly: z.boolean().default(false),
    }),
    output: z.object({
      rows: z.array(ratingRow),
      total: z.number(),
      distribution: z.array(z.object({ packId: z.string(), gradeCode: z.string(), count: z.number() })),
      unrated: z.number(),
    }),
  }),
  'rating.history': route({
    kind: 'read',
    input: z.object({ subjectId: id }),
    output: z.object({ rows: z.array(ratingRow) }),
  }),
  /** The why-view: lines that add up to the score, each naming its source records. */
  'rating.explain': route({
    kind: 'read',
    input: z.object({ ratingId: id, copy: z.enum(ratingCopies).default('office') }),
    output: z.object({
      rating: ratingRow,
      batch: batchRow.nullable(),
      packTitle: z.string(),
      packSha256: z.string(),
      packStatus: z.string(),
      ...whyView.shape,
      /** The change from the rating before, cause by cause; empty for a first rating. */
      causes: z.array(moveCause),
      /** The stored result recomputed from the stored input, byte for byte. */
      recomputes: z.boolean(),
    }),
  }),
  /** What the rating would be on a day under suppositions; a simulation, never stored. */
  'rating.simulate': route({
    kind: 'read',
    input: z.object({
      subjectId: id,
      asOf: isoDate.optional(),
      suppositions: z.array(supposition).max(50).default([]),
    }),
    output: whyView.extend({
      subjectName: z.string(),
      asOf: z.string(),
      packTitle: z.string(),
      scoreThousandths: z.number(),
      /** The same day without any supposition. */
      plain: z.object({ gradeCode: z.string(), scoreThousandths: z.number() }),
      current: z.object({ gradeCode: z.string(), scoreThousandths: z.number(), asOf: z.string() }).nullable(),
      /** Days on which the grade or the score changes by time alone, within two years after that day. */
      turns: z.array(z.object({ on: z.string(), gradeCode: z.string(), scoreThousandths: z.number() })),
      /** The negative records a supposition can name. */
      facts: z.array(
        z.object({
          factId: z.string(),
          itemName: z.string(),
          occurredOn: z.string(),
          source: z.string(),
          rectifiable: z.boolean(),
        }),
      ),
    }),
  }),
  'rating.rate-subject': route({
    kind: 'write',
    input: z.object({ subjectId: id, asOf: isoDate.optional() }),
    output: z.object({
      ratingId: z.string(),
      batchId: z.string(),
      gradeCode: z.string(),
      scoreThousandths: z.number(),
    }),
    changes,
  }),
  /** Incremental: only those whose result can have changed since the last approved run. Full: everybody. */
  'rating.rate-all': route({
    kind: 'job',
    bulk: true,
    input: z.object({ asOf: isoDate.optional(), mode: z.enum(['full', 'incremental']).default('full') }),
    output: z.object({
      batchId: z.string().nullable(),
      checked: z.number(),
      rated: z.number(),
      unchanged: z.number(),
      firstRated: z.number(),
      moved: z.array(moverRow),
      withoutPack: z.number(),
    }),
    changes,
  }),
  'rating.list-batches': route({
    kind: 'read',
    input: page.extend({ states: z.array(batchStates).default([]) }),
    output: z.object({ rows: z.array(batchRow), total: z.number() }),
  }),
  'rating.get-batch': route({
    kind: 'read',
    input: z.object({ id }),
    output: batchRow.extend({
      /** The grade changes, each with its causes and its rating. */
      moves: z.array(moverRow.extend({ ratingId: z.string() })),
      packs: z.array(z.object({ title: z.string(), version: z.number(), kinds: z.array(z.string()) })),
      /** The rating of a single run; it need not have moved. */
      ratingId: z.string().nullable(),
      /** While it waits: how everybody's grades will be spread once it is approved. */
      spread: z.array(z.object({ packId: z.string(), gradeCode: z.string(), count: z.number() })),
    }),
  }),
  /** Needs another officer than the one who ran it. */
  'rating.decide-batch': route({
    kind: 'job',
    bulk: true,
    input: z.object({ id, officerId: id, decision: z.enum(['approve', 'reject']), reason: text(500).default('') }),
    output: done.extend({ current: z.number() }),
    changes,
  }),
  'rating.publish-batch': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, where: requiredText(200) }),
    output: done,
    changes,
  }),
  'rating.unpublish-batch': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  /** From which grade to which between two days, a pack at a time. `from` null: not rated on the first day. */
  'rating.migration': route({
    kind: 'read',
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.object({
      packs: z.array(
        z.object({
          packId: z.string(),
          title: z.string(),
          /** Best first. */
          grades: z.array(gradeBand),
          cells: z.array(z.object({ from: z.string().nullable(), to: z.string(), count: z.number() })),
        }),
      ),
    }),
  }),
  'rating.list-moved-between': route({
    kind: 'read',
    input: z.object({
      from: isoDate,
      to: isoDate,
      packId: z.string().max(64),
      fromGrade: z.string().max(20).nullable(),
      toGrade: z.string().max(20),
    }),
    output: z.object({
      rows: z.array(z.object({ subjectId: z.string(), subjectName: z.string(), ratingId: z.string() })),
    }),
  }),
};
