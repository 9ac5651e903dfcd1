import * as z from 'zod';
import { interviewStates, sexes } from '#shared/domain/paper/interview';
import { done, id, localTime, officerOnDuty, officerRef, requiredText, text } from './fields';
import { route } from './route';

const changes = ['interview', 'paper'];

/** 被询问人; only the name must be there when a questioning begins. */
const person = z.object({
  personName: requiredText(60),
  personSex: z.enum(sexes).default('unknown'),
  personIdNumber: text(40).default(''),
  personEmployer: text(120).default(''),
  personPost: text(60).default(''),
  personPhone: text(40).default(''),
  personOtherContact: text(80).default(''),
  personAddress: text(200).default(''),
});

export const interviewRow = z.object({
  id: z.string(),
  no: z.string(),
  inspectionId: z.string(),
  nth: z.number(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  personName: z.string(),
  personPost: z.string(),
  officers: z.array(officerOnDuty),
  state: z.enum(interviewStates),
});

const interview = interviewRow.extend({
  inspectionNo: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  place: z.string(),
  recorder: officerRef,
  personSex: z.enum(sexes),
  /** Masked: the full number stands on the paper only. */
  personIdNumber: z.string(),
  personEmployer: z.string(),
  personPhone: z.string(),
  personOtherContact: z.string(),
  personAddress: z.string(),
  lines: z.array(
    z.object({
      id: z.string(),
      seq: z.number(),
      standard: z.string().nullable(),
      question: z.string(),
      answer: z.string(),
      updatedAt: z.string(),
    }),
  ),
  confirmation: z.string().nullable(),
  refusedReason: z.string().nullable(),
  witnessName: z.string().nullable(),
  voidReason: z.string().nullable(),
  finishedAt: z.string().nullable(),
});

export const interviewRoutes = {
  'interview.list': route({
    kind: 'read',
    input: z.object({ inspectionId: id }),
    output: z.object({ rows: z.array(interviewRow) }),
  }),
  'interview.get': route({
    kind: 'read',
    input: z.object({ id }),
    output: z.object({
      interview,
      /** Questions typed by one key, and what the person writes at the end. */
      phrases: z.array(z.string()),
      closing: z.string(),
      /** What still keeps the record from being finished. */
      missing: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  }),
  /** Begins a record with the standard questions filled in. */
  'interview.start': route({
    kind: 'write',
    input: person.extend({
      inspectionId: id,
      startedAt: localTime,
      place: requiredText(300),
      officer1Id: id,
      officer2Id: id,
      recorderId: id,
    }),
    output: z.object({ id: z.string(), no: z.string() }),
    changes,
  }),
  /** Only the fields that are given change. */
  'interview.update': route({
    kind: 'write',
    input: z.object({
      id,
      startedAt: localTime.optional(),
      place: requiredText(300).optional(),
      personName: requiredText(60).optional(),
      personSex: z.enum(sexes).optional(),
      personIdNumber: text(40).optional(),
      personEmployer: text(120).optional(),
      personPost: text(60).optional(),
      personPhone: text(40).optional(),
      personOtherContact: text(80).optional(),
      personAddress: text(200).optional(),
    }),
    output: done,
    changes,
  }),
  /** One question with its answer, saved at once; without `lineId` a new one, behind `afterId` or at the end. */
  'interview.save-line': route({
    kind: 'write',
    input: z.object({
      id,
      lineId: id.optional(),
      afterId: id.optional(),
      question: text(2000),
      answer: text(8000),
    }),
    output: z.object({ id: z.string() }),
    changes,
  }),
  'interview.remove-line': route({
    kind: 'write',
    input: z.object({ id, lineId: id }),
    output: done,
    changes,
  }),
  'interview.finish': route({
    kind: 'write',
    input: z.object({
      id,
      endedAt: localTime,
      confirmation: text(300).default(''),
      refusedReason: text(300).default(''),
      witnessName: text(60).default(''),
    }),
    output: done,
    changes,
  }),
  'interview.void': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
};
