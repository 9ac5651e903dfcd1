import * as z from 'zod';
import { done, id, isoDate, requiredText, text } from './fields';
import { route } from './route';

const leave = z.object({ from: isoDate, to: isoDate, reason: text(60) });

const officerDraft = z.object({
  name: requiredText(30),
  certificateNo: requiredText(40),
  certificateUntil: isoDate.nullable(),
  station: text(60),
  position: text(60),
  skills: z.array(text(30)).max(20),
  leaves: z.array(leave).max(100),
  active: z.boolean(),
});

const officer = officerDraft.extend({
  id: z.string(),
  avoidances: z.array(z.object({ id: z.string(), subjectId: z.string(), subjectName: z.string(), reason: z.string() })),
});

export const officerRoutes = {
  'officer.list': route({
    kind: 'read',
    input: z.object({ activeOnly: z.boolean().default(false) }),
    output: z.object({ officers: z.array(officer) }),
  }),
  'officer.save': route({
    kind: 'write',
    permission: 'any',
    input: officerDraft.extend({ id: id.optional() }),
    output: done,
    changes: ['officer', 'office', 'today'],
  }),
  'officer.add-avoidance': route({
    kind: 'write',
    input: z.object({ officerId: id, subjectId: id, reason: requiredText(200) }),
    output: done,
    changes: ['officer'],
  }),
  'officer.end-avoidance': route({
    kind: 'write',
    input: z.object({ id, endedOn: isoDate }),
    output: done,
    changes: ['officer'],
  }),
  /** Officers' table (.xlsx, .csv): name, certificate number, valid until, station, position, skills. */
  'officer.run-import': route({
    kind: 'job',
    permission: 'any',
    bulk: true,
    input: z.object({ file: z.string() }),
    output: z.object({
      inserted: z.number(),
      updated: z.number(),
      problems: z.array(z.object({ rowNumber: z.number(), message: z.string() })),
    }),
    changes: ['officer', 'office', 'today'],
  }),
};
