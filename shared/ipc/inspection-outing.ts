import * as z from 'zod';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { done, id, isoDate } from './fields';
import { route } from './route';

/** More visits than any pair makes in a month; a longer span is asked for in parts. */
export const MAX_STOPS = 300;

const stop = z.object({
  visitId: z.string(),
  date: z.string(),
  batchNo: z.number(),
  kind: z.enum(inspectionKinds),
  subjectId: z.string(),
  subjectName: z.string(),
  uscc: z.string().nullable(),
  gradeCode: z.string().nullable(),
  district: z.string().nullable(),
  address: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  officers: z.array(z.object({ id: z.string(), name: z.string(), certificateNo: z.string() })),
  checklistTitle: z.string(),
  /** What the checklist wants to be taken along. */
  bring: z.array(z.string()),
  /** Of the last finished visit; null when there was none. */
  lastVisitOn: z.string().nullable(),
  lastProblems: z.array(
    z.object({
      facts: z.string(),
      itemCode: z.string().nullable(),
      rectified: z.enum(['open', 'corrected', 'uncorrected']).nullable(),
    }),
  ),
  position: z.number().nullable(),
  takenAt: z.string().nullable(),
  takenBy: z.string().nullable(),
  /** The inspection that was opened from it. */
  inspectionId: z.string().nullable(),
});

/** Taking visits out of the office and the order of the day; part of `inspection.ts`. */
export const outingRoutes = {
  /** Visits still to be made, in the order of the way; only those of an officer or of a batch when asked for. */
  'inspection.list-outing': route({
    kind: 'read',
    input: z.object({
      from: isoDate,
      to: isoDate,
      officerId: id.optional(),
      planId: id.optional(),
      batchNo: z.number().int().optional(),
    }),
    output: z.object({
      stops: z.array(stop).max(MAX_STOPS),
      /** How many there are beyond those listed. */
      more: z.number(),
    }),
  }),
  /** The order in which these visits are made. */
  'inspection.save-route': route({
    kind: 'write',
    input: z.object({ visitIds: z.array(id).min(1).max(MAX_STOPS) }),
    output: done,
    changes: ['inspection'],
  }),
  /** Their papers have left the office, or came back without a visit. */
  'inspection.take-out': route({
    kind: 'write',
    input: z.object({ visitIds: z.array(id).min(1).max(MAX_STOPS), out: z.boolean() }),
    output: done,
    changes: ['inspection'],
  }),
};
