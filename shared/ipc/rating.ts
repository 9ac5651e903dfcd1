import * as z from 'zod';
import { id, isoDate, page } from './fields';
import { route } from './route';

const factRef = z.object({
  factId: z.string(),
  itemCode: z.string(),
  sourceNo: z.string(),
  sourceOrg: z.string(),
  occurredOn: z.string(),
  pointsThousandths: z.number(),
  note: z.string().nullable(),
});

const gradeBand = z.object({
  code: z.string(),
  name: z.string(),
  symbol: z.string(),
  colour: z.string(),
  meaning: z.string(),
});

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
});

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
    input: z.object({ ratingId: id }),
    output: z.object({
      rating: ratingRow,
      packTitle: z.string(),
      packSha256: z.string(),
      packStatus: z.string(),
      grade: gradeBand,
      headline: z.string(),
      /** Stand above the rating: sample weights, unverified rules that played a part, stale sources. */
      warnings: z.array(z.string()),
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
      /** The stored result recomputed from the stored input, byte for byte. */
      recomputes: z.boolean(),
    }),
  }),
  'rating.rate-subject': route({
    kind: 'write',
    input: z.object({ subjectId: id, asOf: isoDate.optional() }),
    output: z.object({ ratingId: z.string(), gradeCode: z.string(), scoreThousandths: z.number() }),
    changes: ['rating', 'subject', 'today'],
  }),
  'rating.rate-all': route({
    kind: 'job',
    bulk: true,
    input: z.object({ asOf: isoDate.optional() }),
    output: z.object({
      batchId: z.string(),
      rated: z.number(),
      unchanged: z.number(),
      moved: z.array(
        z.object({
          subjectId: z.string(),
          subjectName: z.string(),
          from: z.string().nullable(),
          to: z.string(),
          scoreThousandths: z.number(),
        }),
      ),
      withoutPack: z.number(),
    }),
    changes: ['rating', 'subject', 'today'],
  }),
};
