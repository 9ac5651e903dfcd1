import * as z from 'zod';
import { basis } from '#shared/domain/basis/basis';
import { letterKinds, letterStates } from '#shared/domain/letter/letter';
import { attachment, done, fileToken, id, isoDate, officerRef, page, requiredText, text } from './fields';
import { dateStep } from './rectification';
import { route } from './route';

const changes = ['letter', 'review', 'subject', 'today'];

export const letterRow = z.object({
  id: z.string(),
  no: z.string(),
  kind: z.enum(letterKinds),
  subjectId: z.string(),
  subjectName: z.string(),
  inspectionId: z.string().nullable(),
  inspectionNo: z.string().nullable(),
  toUnit: z.string(),
  title: z.string(),
  state: z.enum(letterStates),
  writtenOn: z.string(),
  sentOn: z.string().nullable(),
  replyDueOn: z.string().nullable(),
  overdue: z.boolean(),
  remaining: z.string(),
});

const letterFile = letterRow.extend({
  content: z.string(),
  enclosures: z.string(),
  writtenBy: officerRef,
  sentHow: z.string().nullable(),
  replyDueSteps: z.array(dateStep),
  remindedOn: z.string().nullable(),
  repliedOn: z.string().nullable(),
  reply: z.string().nullable(),
  stateReason: z.string().nullable(),
  attachments: z.array(attachment),
});

export const letterRoutes = {
  'letter.list': route({
    kind: 'read',
    input: page.extend({
      states: z.array(z.enum(letterStates)).default([]),
      overdueOnly: z.boolean().default(false),
      query: z.string().max(100).optional(),
      inspectionId: z.string().optional(),
      subjectId: z.string().optional(),
    }),
    output: z.object({
      rows: z.array(letterRow),
      total: z.number(),
      counts: z.record(z.enum(letterStates), z.number()),
      overdue: z.number(),
    }),
  }),
  'letter.get': route({ kind: 'read', input: z.object({ id }), output: letterFile }),
  /** What the letter will say, out of the inspection; the officer changes it before it is written. */
  'letter.propose': route({
    kind: 'read',
    input: z.object({ kind: z.enum(letterKinds), inspectionId: id }),
    output: z.object({
      subjectId: z.string(),
      subjectName: z.string(),
      title: z.string(),
      content: z.string(),
      enclosures: z.string(),
    }),
  }),
  'letter.write': route({
    kind: 'write',
    input: z.object({
      kind: z.enum(letterKinds),
      subjectId: id,
      inspectionId: id.optional(),
      toUnit: requiredText(100),
      title: requiredText(200),
      content: requiredText(8000),
      enclosures: text(1000).default(''),
      writtenOn: isoDate,
      officerId: id,
    }),
    output: z.object({ id: z.string(), no: z.string() }),
    changes,
  }),
  /** Until when a letter sent on that day should be answered. */
  'letter.preview-reply': route({
    kind: 'read',
    input: z.object({ kind: z.enum(letterKinds), on: isoDate }),
    output: z.object({
      date: z.string(),
      steps: z.array(dateStep),
      estimated: z.boolean(),
      basis,
      verified: z.boolean(),
    }),
  }),
  'letter.send': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, how: requiredText(100), replyDueOn: isoDate.nullable() }),
    output: done,
    changes,
  }),
  'letter.remind': route({ kind: 'write', input: z.object({ id, on: isoDate }), output: done, changes }),
  'letter.reply': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reply: requiredText(4000) }),
    output: done,
    changes,
  }),
  'letter.close': route({ kind: 'write', input: z.object({ id, reason: requiredText(500) }), output: done, changes }),
  'letter.cancel': route({ kind: 'write', input: z.object({ id, reason: requiredText(500) }), output: done, changes }),
  'letter.attach': route({
    kind: 'write',
    input: z.object({ id, file: fileToken, note: text(200).default('') }),
    output: attachment,
    changes: ['letter'],
  }),
};
