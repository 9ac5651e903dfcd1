import * as z from 'zod';
import { basis } from '#shared/domain/basis/basis';
import { dishonestyClasses, dishonestyStates, regimes } from '#shared/domain/dishonesty/codes';
import { followUpCodes, recommendations, repairStates, verifyMethods } from '#shared/domain/repair/repair';
import { attachment, done, fileToken, id, isoDate, officerOnDuty, page, requiredText, text } from './fields';
import { route } from './route';

const changes = ['dishonesty', 'repair', 'subject', 'today'];

const repairTerms = z.object({
  packId: z.string(),
  packVersion: z.number(),
  packTitle: z.string(),
  startsOn: z.string(),
  earliestOn: z.string().nullable(),
  endsOn: z.string(),
  steps: z.array(z.object({ date: z.string(), text: z.string() })),
  automatic: z.boolean(),
  estimated: z.boolean(),
  verified: z.boolean(),
});

const refusal = z.object({
  code: z.string(),
  message: z.string(),
  nextOn: z.string().nullable(),
  verified: z.boolean(),
});

const outlook = z.enum(['ready', 'soon', 'later', 'automatic', 'ended']);

export const dishonestyRow = z.object({
  id: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectUscc: z.string().nullable(),
  factId: z.string().nullable(),
  actCode: z.string(),
  actText: z.string(),
  regime: z.enum(regimes),
  class: z.enum(dishonestyClasses),
  documentNo: z.string(),
  authority: z.string(),
  decidedOn: z.string(),
  publishedOn: z.string().nullable(),
  state: z.enum(dishonestyStates),
  stateOn: z.string().nullable(),
  earliestOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** Null when it is no longer active. */
  outlook: outlook.nullable(),
  /** Application under way, or null. */
  repairId: z.string().nullable(),
});

const repairRow = z.object({
  id: z.string(),
  no: z.string(),
  dishonestyId: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectUscc: z.string().nullable(),
  documentNo: z.string(),
  actText: z.string(),
  class: z.enum(dishonestyClasses),
  regimeTitle: z.string(),
  appliedOn: z.string(),
  state: z.enum(repairStates),
  stateOn: z.string().nullable(),
  /** Last day for the decision; null once decided. */
  decisionDueOn: z.string().nullable(),
  remaining: z.string(),
  overdue: z.boolean(),
  openFollowUps: z.array(z.enum(followUpCodes)),
});

const condition = z.object({
  code: z.string(),
  text: z.string(),
  basis,
  evidenceHint: z.string(),
  verified: z.boolean(),
});

const conditionAnswer = z.object({ code: requiredText(40), met: z.boolean(), evidence: text(1000) });

const applicant = z.object({ contact: z.string(), phone: z.string(), statement: z.string() });

const repairFile = repairRow.extend({
  dishonesty: dishonestyRow.extend({ actSummary: z.string(), penalty: z.string() }),
  terms: repairTerms,
  applicant,
  /** Each condition of the pack with its answer; not yet answered counts as not met. */
  conditions: z.array(condition.extend({ met: z.boolean(), evidence: z.string() })),
  /** What still stands in the way today. */
  refusals: z.array(refusal),
  nextOn: z.string().nullable(),
  decisionDue: z.object({
    date: z.string(),
    steps: z.array(z.object({ date: z.string(), text: z.string() })),
    estimated: z.boolean(),
    verified: z.boolean(),
  }),
  verification: z
    .object({
      on: z.string(),
      officers: z.array(officerOnDuty),
      method: z.enum(verifyMethods),
      text: z.string(),
      falseStatement: z.boolean(),
    })
    .nullable(),
  opinion: z
    .object({
      on: z.string(),
      officerId: z.string(),
      officerName: z.string(),
      text: z.string(),
      recommend: z.enum(recommendations),
    })
    .nullable(),
  decision: z
    .object({
      on: z.string(),
      officerId: z.string(),
      officerName: z.string(),
      decision: z.enum(recommendations),
      reason: z.string(),
      nextOn: z.string().nullable(),
    })
    .nullable(),
  followUp: z.array(
    z.object({
      code: z.enum(followUpCodes),
      on: z.string(),
      officerId: z.string(),
      officerName: z.string(),
      note: z.string(),
    }),
  ),
  attachments: z.array(attachment),
  createdAt: z.string(),
});

export const repairRoutes = {
  /** The lists of acts and measures in force on a day: an act is chosen, never typed. */
  'dishonesty.list-acts': route({
    kind: 'read',
    input: z.object({ regime: z.enum(regimes).optional(), on: isoDate.optional() }),
    output: z.object({
      acts: z.array(
        z.object({
          code: z.string(),
          text: z.string(),
          basis,
          verified: z.boolean(),
          regimes: z.array(z.enum(regimes)),
          classes: z.array(z.enum(dishonestyClasses)),
          packTitle: z.string(),
        }),
      ),
      measures: z.array(
        z.object({ code: z.string(), text: z.string(), basis, verified: z.boolean(), packTitle: z.string() }),
      ),
    }),
  }),
  'dishonesty.list': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).optional(),
      state: z.enum(dishonestyStates).optional(),
      subjectId: z.string().optional(),
      outlook: outlook.optional(),
      /** How many days ahead count as soon. */
      withinDays: z.number().int().min(0).max(366).default(30),
    }),
    output: z.object({ rows: z.array(dishonestyRow), total: z.number() }),
  }),
  'dishonesty.get': route({
    kind: 'read',
    input: z.object({ id }),
    output: dishonestyRow.extend({
      actSummary: z.string(),
      penalty: z.string(),
      actBasis: basis.nullable(),
      actVerified: z.boolean(),
      createdAt: z.string(),
      /** Null when no pack covers the regime today. */
      terms: repairTerms.nullable(),
      repairs: z.array(
        z.object({ id: z.string(), no: z.string(), appliedOn: z.string(), state: z.enum(repairStates) }),
      ),
      attachments: z.array(attachment),
    }),
  }),
  'dishonesty.create': route({
    kind: 'write',
    input: z.object({
      subjectId: id,
      factId: id.optional(),
      actCode: requiredText(40),
      regime: z.enum(regimes),
      class: z.enum(dishonestyClasses),
      documentNo: requiredText(100),
      authority: requiredText(100),
      decidedOn: isoDate,
      actSummary: requiredText(4000),
      penalty: text(2000).default(''),
      publishedOn: isoDate.nullable().optional(),
    }),
    output: done,
    changes,
  }),
  'dishonesty.withdraw': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  'repair.list': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).optional(),
      state: z.enum(repairStates).optional(),
      subjectId: z.string().optional(),
    }),
    output: z.object({ rows: z.array(repairRow), total: z.number() }),
  }),
  /** Active records whose repair may be applied for now or within N days, earliest first: call the firms. */
  'repair.list-ready': route({
    kind: 'read',
    input: z.object({ withinDays: z.number().int().min(0).max(366).default(30) }),
    output: z.object({ rows: z.array(dishonestyRow) }),
  }),
  'repair.preview': route({
    kind: 'read',
    input: z.object({ dishonestyId: id, on: isoDate }),
    output: z.object({
      regime: z.object({
        id: z.string(),
        version: z.number(),
        title: z.string(),
        note: z.string(),
        basis: z.array(basis),
        effectiveFrom: z.string(),
        effectiveTo: z.string().nullable(),
      }),
      terms: repairTerms,
      conditions: z.array(condition),
      refusals: z.array(refusal),
      nextOn: z.string().nullable(),
    }),
  }),
  'repair.get': route({ kind: 'read', input: z.object({ id }), output: repairFile }),
  'repair.apply': route({
    kind: 'write',
    input: z.object({
      dishonestyId: id,
      appliedOn: isoDate,
      applicant: z.object({ contact: requiredText(60), phone: text(60), statement: text(4000) }),
      conditions: z.array(conditionAnswer).max(50),
    }),
    output: z.object({ id: z.string(), no: z.string() }),
    changes,
  }),
  'repair.update-conditions': route({
    kind: 'write',
    input: z.object({ id, conditions: z.array(conditionAnswer).max(50) }),
    output: done,
    changes: ['repair', 'today'],
  }),
  'repair.verify': route({
    kind: 'write',
    input: z.object({
      id,
      on: isoDate,
      officer1Id: id,
      officer2Id: id,
      method: z.enum(verifyMethods),
      text: requiredText(4000),
      /** The officers found that the application misstates or hides something; it can then not be granted. */
      falseStatement: z.boolean().default(false),
    }),
    output: done,
    changes: ['repair', 'today'],
  }),
  'repair.opine': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, text: requiredText(4000), officerId: id, recommend: z.enum(recommendations) }),
    output: done,
    changes: ['repair', 'today'],
  }),
  /** By another officer than the opinion, and not before the earliest day. */
  'repair.decide': route({
    kind: 'write',
    input: z.object({
      id,
      on: isoDate,
      officerId: id,
      decision: z.enum(recommendations),
      reason: text(2000).default(''),
    }),
    output: done,
    changes: [...changes, 'fact'],
  }),
  /** One of the four follow-through lines; the fourth closes the case. */
  'repair.follow-up': route({
    kind: 'write',
    input: z.object({ id, code: z.enum(followUpCodes), on: isoDate, note: text(500).default('') }),
    output: z.object({ id: z.string(), open: z.array(z.enum(followUpCodes)) }),
    changes,
  }),
  'repair.attach': route({
    kind: 'write',
    input: z.object({ id, file: fileToken, note: text(200).default('') }),
    output: attachment,
    changes: ['repair'],
  }),
};
