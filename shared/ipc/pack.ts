import * as z from 'zod';
import { subjectKinds } from '../domain/subject/subject';
import { done, id, isoDate, requiredText } from './fields';
import { moverRow } from './rating';
import { route } from './route';

/** A rule pack by its name and version; the content of a version never changes once it is ready. */
const packKey = z.object({ packId: z.string().min(1).max(64), version: z.int().positive() });

const problem = z.object({ path: z.string(), message: z.string() });

const caseOutcome = z.object({ name: z.string(), passed: z.boolean(), sentence: z.string() });

export const packRow = packKey.extend({
  sha256: z.string(),
  title: z.string(),
  place: z.string(),
  issuer: z.string(),
  /** official, sample or office: what kind of rules it holds. */
  status: z.string(),
  /** Where it comes from: shipped with the program, made here, or brought from another office. */
  origin: z.enum(['shipped', 'office', 'imported']),
  state: z.enum(['draft', 'ready']),
  notice: z.string().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  subjectKinds: z.array(z.string()),
  /** The kinds of subject that it rates today. */
  inForceFor: z.array(z.string()),
  unverified: z.number(),
  extends: packKey.nullable(),
});

const activation = packKey.extend({
  id: z.string(),
  title: z.string(),
  subjectKinds: z.array(z.string()),
  from: z.string(),
  until: z.string().nullable(),
  note: z.string(),
  state: z.enum(['proposed', 'approved', 'rejected']),
  /** What the dry run before the proposal found. */
  dryRun: z.object({ asOf: z.string(), rated: z.number(), moved: z.number(), unrated: z.number() }),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reason: z.string(),
});

/** One difference between two packs, in words; `path` names the place in the tree. */
const difference = z.object({
  part: z.enum(['head', 'basis', 'node', 'veto', 'grade', 'limit', 'case']),
  change: z.enum(['added', 'removed', 'changed']),
  label: z.string(),
  sentence: z.string(),
});

const check = z.object({
  /** Nothing can be put in force while there is one. */
  problems: z.array(problem),
  /** Worth knowing, no hindrance: e.g. the pack it extends is not in this office. */
  warnings: z.array(problem),
  cases: z.array(caseOutcome),
  bytes: z.number(),
  unverified: z.number(),
});

const figures = z.object({
  gradeCode: z.string(),
  gradeName: z.string(),
  symbol: z.string(),
  scoreThousandths: z.number(),
  headline: z.string(),
});

export const packRoutes = {
  'pack.list': route({ kind: 'read', input: z.object({}), output: z.object({ packs: z.array(packRow) }) }),
  /** One version whole: its content as JSON, how its own cases end, and what it changes against its base. */
  'pack.get': route({
    kind: 'read',
    input: packKey,
    output: packRow.extend({
      content: z.unknown(),
      check,
      /** Against the pack it says it extends; empty without one. */
      differences: z.array(difference),
      declaredChanges: z.array(z.string()),
      activations: z.array(activation),
    }),
  }),
  'pack.compare': route({
    kind: 'read',
    input: z.object({ before: packKey, after: packKey }),
    output: z.object({ differences: z.array(difference) }),
  }),
  /** Live validation of a pack that is being edited. */
  'pack.check': route({ kind: 'read', input: z.object({ content: z.unknown() }), output: check }),
  /** Live effect of a pack that is being edited on one subject, beside the pack in force. */
  'pack.try': route({
    kind: 'read',
    input: z.object({ content: z.unknown(), subjectId: id, asOf: isoDate.optional() }),
    output: z.object({
      subjectName: z.string(),
      inForce: figures.nullable(),
      tried: figures,
      lines: z.array(
        z.object({ nodeId: z.string(), label: z.string(), pointsThousandths: z.number(), sentence: z.string() }),
      ),
    }),
  }),
  /** A new draft of the office, made from a version that exists. */
  'pack.copy': route({
    kind: 'write',
    input: packKey.extend({ as: z.enum(['new_version', 'own_pack']), newPackId: z.string().max(64).optional() }),
    output: packKey,
    changes: ['pack'],
  }),
  /** Saves the draft as it stands, with all its problems; a ready version cannot be saved again. */
  'pack.save-draft': route({
    kind: 'write',
    input: packKey.extend({ content: z.unknown() }),
    output: check,
    changes: ['pack'],
  }),
  /** Freezes a draft without problems whose cases pass. */
  'pack.finish': route({ kind: 'write', input: packKey, output: done, changes: ['pack', 'rating'] }),
  'pack.discard-draft': route({
    kind: 'write',
    input: packKey.extend({ reason: requiredText(500) }),
    output: done,
    changes: ['pack'],
  }),
  /** A file from another office; refused whole with the path of each problem. */
  'pack.import': route({
    kind: 'write',
    input: z.object({ file: z.string() }),
    output: packKey.extend({ title: z.string(), alreadyThere: z.boolean() }),
    changes: ['pack', 'rating'],
  }),
  'pack.export': route({
    kind: 'write',
    input: packKey.extend({ target: z.string() }),
    output: z.object({ fileName: z.string(), sha256: z.string() }),
  }),
  /** Rates everybody of these kinds with the pack and with the one in force, and stores nothing. */
  'pack.dry-run': route({
    kind: 'job',
    permission: 'any',
    input: packKey.extend({ subjectKinds: z.array(z.enum(subjectKinds)).min(1), asOf: isoDate.optional() }),
    output: z.object({
      asOf: z.string(),
      rated: z.number(),
      /** Rated for the first time: no grade now. */
      unrated: z.number(),
      moved: z.array(moverRow),
      /** Rows: grade now; columns: grade then. */
      matrix: z.array(z.object({ from: z.string().nullable(), to: z.string(), count: z.number() })),
    }),
  }),
  'pack.list-activations': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ rows: z.array(activation) }),
  }),
  /** Proposes that the pack rates these kinds from a day on; makes its own dry run and keeps its figures. */
  'pack.propose': route({
    kind: 'job',
    bulk: true,
    input: packKey.extend({
      subjectKinds: z.array(z.enum(subjectKinds)).min(1),
      from: isoDate,
      until: isoDate.nullable().default(null),
      note: requiredText(500),
    }),
    output: done,
    changes: ['pack', 'today'],
  }),
  /** Needs another officer than the one who proposed. */
  'pack.decide': route({
    kind: 'write',
    input: z.object({
      id,
      officerId: id,
      decision: z.enum(['approve', 'reject']),
      reason: z.string().trim().max(500).default(''),
    }),
    output: done,
    changes: ['pack', 'rating', 'today'],
  }),
};
