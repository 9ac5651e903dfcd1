import * as z from 'zod';
import { changeCauses, changeKinds, exchangeCauses, moveCauses } from '#shared/domain/plan/visit-change';
import { conflictCodes } from '#shared/domain/plan/visit-conflicts';
import { id, isoDate, requiredText, text } from './fields';
import { route } from './route';

const officer = z.object({ id: z.string(), name: z.string(), certificateNo: z.string() });

const conflict = z.object({
  code: z.enum(conflictCodes),
  message: z.string(),
  step: z.enum(['exchange', 'move', 'merge']),
  officerId: z.string().nullable(),
});

const calendarVisit = z.object({
  id: z.string(),
  planId: z.string().nullable(),
  planTitle: z.string().nullable(),
  subjectId: z.string(),
  subjectName: z.string(),
  address: z.string().nullable(),
  /** 0 for a visit that was arranged by hand. */
  batchNo: z.number(),
  date: z.string(),
  state: z.enum(['planned', 'inspected', 'cancelled']),
  officers: z.array(officer),
  inspectionId: z.string().nullable(),
  conflicts: z.array(conflict),
});

const change = z.object({
  id: z.string(),
  visitId: z.string(),
  subjectName: z.string(),
  kind: z.enum(changeKinds),
  cause: z.enum(changeCauses),
  reason: z.string(),
  /** What it was and what it became, in words. */
  before: z.string(),
  after: z.string(),
  officerName: z.string().nullable(),
  secondOfficerName: z.string().nullable(),
  undoes: z.string().nullable(),
  undone: z.boolean(),
  at: z.string(),
});

/** Visits by day, and what is changed of them after the draw. */
export const planCalendarRoutes = {
  /** At most three months; drawn visits of plans that stand, and those arranged by hand. */
  'plan.list-calendar': route({
    kind: 'read',
    input: z.object({ from: isoDate, to: isoDate, planId: id.optional(), batchNo: z.number().int().optional() }),
    output: z.object({
      days: z.array(z.object({ date: z.string(), working: z.boolean(), reason: z.string(), estimated: z.boolean() })),
      visits: z.array(calendarVisit),
      /** More than `visits` holds when the range has too many to show. */
      total: z.number(),
    }),
  }),
  'plan.move-visit': route({
    kind: 'write',
    input: z.object({
      visitId: id,
      date: isoDate,
      cause: z.enum(moveCauses).default('arrangement'),
      reason: text(200).default(''),
    }),
    output: z.object({
      id: z.string(),
      changeId: z.string(),
      before: z.string(),
      /** What the new day brings with it, in sentences; it was moved all the same. */
      warnings: z.array(z.string()),
    }),
    changes: ['plan', 'today'],
  }),
  /** Who could go instead, the fittest first; the unfit with the reason. */
  'plan.suggest-officers': route({
    kind: 'read',
    input: z.object({ visitIds: z.array(id).min(1).max(200), outOfficerId: id.nullable() }),
    output: z.object({
      officers: z.array(
        officer.extend({
          /** Visits still to be made. */
          load: z.number(),
          /** Why not, for how many of the visits; empty when the officer may make all of them. */
          problems: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Another officer for one visit or several; the draw stays as it is. */
  'plan.exchange-officer': route({
    kind: 'write',
    input: z.object({
      visitIds: z.array(id).min(1).max(200),
      /** null fills an empty place of a visit that found no pair. */
      outOfficerId: id.nullable(),
      inOfficerId: id,
      cause: z.enum(exchangeCauses),
      reason: requiredText(200),
      secondOfficerId: id,
    }),
    output: z.object({ changeIds: z.array(z.string()), warnings: z.array(z.string()) }),
    changes: ['plan', 'today'],
  }),
  /** Takes the last change of each visit back, on the same day and by the one who made it; both stay written down. */
  'plan.undo-changes': route({
    kind: 'write',
    input: z.object({ changeIds: z.array(id).min(1).max(200) }),
    output: z.object({ undone: z.number() }),
    changes: ['plan', 'today'],
  }),
  'plan.list-changes': route({
    kind: 'read',
    input: z.object({ planId: id.optional(), visitId: id.optional() }),
    output: z.object({ changes: z.array(change) }),
  }),
  /** Visits to come whose officers can no longer make them, by officer and reason, the nearest first. */
  'plan.list-gaps': route({
    kind: 'read',
    input: z.object({ planId: id.optional() }),
    output: z.object({
      gaps: z.array(
        z.object({
          /** null: visits without a pair. */
          officerId: z.string().nullable(),
          officerName: z.string(),
          cause: z.enum(exchangeCauses),
          /** One sentence with the full stop. */
          sentence: z.string(),
          visits: z.array(z.object({ id: z.string(), subjectName: z.string(), date: z.string() })),
        }),
      ),
    }),
  }),
};
