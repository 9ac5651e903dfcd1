import * as z from 'zod';
import { arrangedKinds, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { visitCauses } from '#shared/domain/plan/visit-cause';
import { done, id, isoDate, officerRef, page, requiredText, text } from './fields';
import { route } from './route';

const changes = ['plan', 'today', 'subject'];

export const task = z.object({
  id: z.string(),
  /** null: arranged by hand. */
  planId: z.string().nullable(),
  planTitle: z.string().nullable(),
  batchNo: z.number(),
  campaignId: z.string().nullable(),
  campaignTitle: z.string().nullable(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectKind: z.string(),
  address: z.string().nullable(),
  kind: z.enum(inspectionKinds),
  kindReason: z.string().nullable(),
  /** Day and officers as they count: of the visit it was merged into, where it was. */
  date: z.string(),
  officers: z.array(officerRef),
  state: z.enum(['planned', 'inspected', 'cancelled']),
  inspectionId: z.string().nullable(),
  cause: z.enum(visitCauses).nullable(),
  causeNote: z.string().nullable(),
  checklistId: z.string().nullable(),
  mergedInto: z.string().nullable(),
  /** How many other tasks are done with this visit. */
  mergedHere: z.number(),
  cancelReason: z.string().nullable(),
  /** Above the yearly cap, let pass by a second person. */
  overCap: z.boolean(),
});

const countedVisit = z.object({ on: z.string(), label: z.string(), done: z.boolean() });

/** The cap with what counts against it, as it is shown beside a form. */
export const capView = z.object({
  cap: z.number(),
  year: z.number(),
  visits: z.array(countedVisit),
  /** One more on-site visit is above the cap. */
  over: z.boolean(),
  exceptionCauses: z.array(z.enum(visitCauses)),
  counting: z.string(),
  basis: z.string(),
  verified: z.boolean(),
});

const overCap = {
  cause: z.enum(visitCauses),
  causeNote: text(300),
  secondOfficerId: id.nullable(),
};

const sameMonth = z.object({
  subjectId: z.string(),
  subjectName: z.string(),
  month: z.string(),
  tasks: z.array(task),
});

export const campaignRow = z.object({
  id: z.string(),
  title: z.string(),
  basis: z.string(),
  fromOn: z.string(),
  toOn: z.string(),
  description: z.string(),
  state: z.enum(['open', 'closed']),
  closedOn: z.string().nullable(),
  conclusion: z.string().nullable(),
  plans: z.number(),
  tasks: z.number(),
  inspected: z.number(),
});

const campaignInput = {
  title: requiredText(80),
  basis: requiredText(200),
  fromOn: isoDate,
  toOn: isoDate,
  description: text(2000),
};

const count = z.object({ code: z.string(), label: z.string(), n: z.number() });

export const planTaskRoutes = {
  /** Every visit to be made, drawn or arranged, in one list by day. */
  'plan.list-tasks': route({
    kind: 'read',
    input: page.extend({
      state: z.enum(['planned', 'inspected', 'cancelled']).optional(),
      source: z.enum(['drawn', 'arranged']).optional(),
      kind: z.enum(inspectionKinds).optional(),
      officerId: z.string().optional(),
      campaignId: z.string().optional(),
      subjectId: z.string().optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      query: z.string().max(100).optional(),
    }),
    output: z.object({ rows: z.array(task), total: z.number() }),
  }),
  'plan.get-task': route({ kind: 'read', input: z.object({ id }), output: task }),
  /** What stands against a visit before it is arranged or begun: the cap, the pair, desk review first, other tasks. */
  'plan.check-visit': route({
    kind: 'read',
    input: z.object({
      subjectId: id,
      date: isoDate,
      /** null: on the spot. */
      kind: z.enum(inspectionKinds).nullable().default(null),
      cause: z.enum(visitCauses).nullable().default(null),
      officerIds: z.array(id).max(2).default([]),
      visitId: id.optional(),
      /** `arrange` counts planned visits too, `begin` only those made. */
      step: z.enum(['arrange', 'begin']).default('arrange'),
    }),
    output: z.object({
      cap: capView,
      /** The visit was let pass above the cap already. */
      passed: z.boolean(),
      onSite: z.boolean(),
      deskFirst: z.string().nullable(),
      problems: z.array(z.string()),
      /** Other planned visits to the subject in that month. */
      sameMonth: z.array(task),
    }),
  }),
  'plan.arrange': route({
    kind: 'write',
    input: z.object({
      subjectId: id,
      kind: z.enum(arrangedKinds),
      date: isoDate,
      officer1Id: id,
      officer2Id: id,
      checklistId: id.nullable().default(null),
      campaignId: id.nullable().default(null),
      ...overCap,
      causeNote: overCap.causeNote.default(''),
      secondOfficerId: overCap.secondOfficerId.default(null),
    }),
    output: done,
    changes,
  }),
  /** Only what was arranged by hand; a drawn visit is cancelled with its draw. */
  'plan.cancel-task': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
  /** Subjects with more than one task in a month: candidates for "one visit". */
  'plan.list-same-month': route({
    kind: 'read',
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.object({ groups: z.array(sameMonth), more: z.boolean() }),
  }),
  /** The others are done on the day and by the officers of the leading visit, and closed by its inspection. */
  'plan.merge-tasks': route({
    kind: 'write',
    input: z.object({ leadId: id, ids: z.array(id).min(1).max(20) }),
    output: done,
    changes,
  }),
  'plan.unmerge-task': route({ kind: 'write', input: z.object({ id }), output: done, changes }),
  /** Planned on-site visits to members of the incentive list, to be reviewed at the desk first. */
  'plan.list-desk-first': route({
    kind: 'read',
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.object({ rows: z.array(z.object({ task, reason: z.string() })), more: z.boolean() }),
  }),
  'plan.make-desk-review': route({
    kind: 'write',
    input: z.object({ ids: z.array(id).min(1).max(200) }),
    output: z.object({ changed: z.number() }),
    changes,
  }),
  /** Why each subject of a draw is visited or is not. */
  'plan.list-reasons': route({
    kind: 'read',
    input: page.extend({
      planId: id,
      group: z.enum(['visited', 'not_drawn', 'excluded']).optional(),
      query: z.string().max(100).optional(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          code: z.string(),
          subjectId: z.string().nullable(),
          name: z.string(),
          group: z.enum(['visited', 'not_drawn', 'excluded']),
          reason: z.string(),
        }),
      ),
      total: z.number(),
      counts: z.object({ visited: z.number(), not_drawn: z.number(), excluded: z.number() }),
    }),
  }),
  'plan.list-campaigns': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ campaigns: z.array(campaignRow) }),
  }),
  'plan.get-campaign': route({
    kind: 'read',
    input: z.object({ id }),
    output: campaignRow.extend({
      planList: z.array(
        z.object({ id: z.string(), title: z.string(), state: z.string(), tasks: z.number(), inspected: z.number() }),
      ),
      arranged: z.number(),
      /** Each sums up to its whole: the tasks, the tasks inspected, the problems found. */
      byState: z.array(count),
      byKind: z.array(count),
      byResult: z.array(count),
      findings: z.number(),
      orders: z.number(),
      ordersClosed: z.number(),
      subjects: z.number(),
    }),
  }),
  'plan.save-campaign': route({
    kind: 'write',
    input: z.object({ id: id.optional(), ...campaignInput }),
    output: done,
    changes: ['plan'],
  }),
  'plan.close-campaign': route({
    kind: 'write',
    input: z.object({ id, conclusion: requiredText(2000) }),
    output: done,
    changes: ['plan'],
  }),
  /** Puts a draw under a campaign, or takes it out of it. */
  'plan.assign-campaign': route({
    kind: 'write',
    input: z.object({ planId: id, campaignId: id.nullable() }),
    output: done,
    changes: ['plan'],
  }),
};
