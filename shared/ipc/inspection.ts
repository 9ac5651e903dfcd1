import * as z from 'zod';
import { checklist, clause } from '#shared/domain/inspection/checklist';
import {
  answerCodes,
  avoidanceAnswers,
  findingStates,
  inspectionMethods,
  inspectionStates,
  severities,
} from '#shared/domain/inspection/codes';
import { dispositionCodes, resultCodes } from '#shared/domain/inspection/result-codes';
import { signatureWays, signerRoles, signingStates } from '#shared/domain/inspection/signature';
import { avoidanceRuling, refusal } from '#shared/domain/inspection/site-acts';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { visitCauses } from '#shared/domain/plan/visit-cause';
import { attachment, done, fileToken, id, isoDate, localTime, officerOnDuty, page, requiredText, text } from './fields';
import { outingRoutes } from './inspection-outing';
import { siteRoutes } from './inspection-site';
import { route } from './route';

const changes = ['inspection', 'subject', 'today'];

const answer = z.object({
  itemCode: z.string(),
  answer: z.enum(answerCodes),
  reason: z.string(),
  note: z.string(),
  answeredAt: z.string(),
});

const finding = z.object({
  id: z.string(),
  itemCode: z.string().nullable(),
  clause,
  facts: z.string(),
  severity: z.enum(severities),
  state: z.enum(findingStates),
  createdAt: z.string(),
});

const answerCounts = z.object({
  total: z.number(),
  compliant: z.number(),
  problem: z.number(),
  notApplicable: z.number(),
  /** Includes what was not answered: not answered is never passed. */
  notChecked: z.number(),
  unanswered: z.number(),
  /** Left out by earlier answers. */
  notAsked: z.number(),
});

const signature = z.object({
  id: z.string(),
  role: z.enum(signerRoles),
  officerId: z.string().nullable(),
  name: z.string(),
  state: z.enum(['signed', 'refused']),
  way: z.enum(signatureWays),
  reason: z.string(),
  witnessName: z.string(),
  witnessUnit: z.string(),
  recorded: z.boolean(),
  at: z.string(),
  textSha256: z.string(),
  attachmentId: z.string().nullable(),
});

const signing = z.object({
  role: z.enum(signerRoles),
  officerId: z.string().nullable(),
  name: z.string(),
  status: z.enum(signingStates),
  signature: signature.nullable(),
});

/** An answer that no longer holds, and why. */
const answerBefore = z.object({
  itemCode: z.string(),
  answer: z.enum(answerCodes),
  reason: z.string(),
  note: z.string(),
  answeredAt: z.string(),
  replacedBecause: z.enum(['changed', 'not_asked']),
  replacedAt: z.string(),
});

export const inspectionRow = z.object({
  id: z.string(),
  no: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectUscc: z.string().nullable(),
  subjectKind: z.string(),
  kind: z.enum(inspectionKinds),
  method: z.enum(inspectionMethods),
  checklistTitle: z.string(),
  officers: z.array(officerOnDuty),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  state: z.enum(inspectionStates),
  resultCode: z.enum(resultCodes).nullable(),
  dispositionCode: z.enum(dispositionCodes).nullable(),
  openFindings: z.number(),
});

const inspectionFile = inspectionRow.extend({
  visitId: z.string().nullable(),
  place: z.string(),
  scanNo: z.string().nullable(),
  scannedAt: z.string().nullable(),
  scanLater: z.boolean(),
  scanReason: z.string().nullable(),
  certificatesShownAt: z.string().nullable(),
  rightsTold: z.boolean(),
  rightsToldAt: z.string().nullable(),
  avoidanceAsked: z.enum(avoidanceAnswers).nullable(),
  avoidanceRuling: avoidanceRuling.nullable(),
  refusal: refusal.nullable(),
  brokenOff: z.string().nullable(),
  partyPresent: z.string().nullable(),
  scene: z.string(),
  statement: z.string(),
  finishedAt: z.string().nullable(),
  createdAt: z.string(),
  /** As it was when the visit began. */
  checklist,
  answers: z.array(answer),
  counts: answerCounts,
  findings: z.array(finding),
  attachments: z.array(attachment),
  photos: z.array(z.object({ itemCode: z.string(), attachmentId: z.string() })),
  /** Everybody who has to sign, and where that stands. */
  signings: z.array(signing),
  /** A witness who signed. */
  witness: signature.nullable(),
  answerHistory: z.array(answerBefore),
  /** Problems of the same subject in earlier visits, newest first. */
  previousProblems: z.array(
    z.object({
      inspectionId: z.string(),
      no: z.string(),
      startedAt: z.string(),
      itemCode: z.string().nullable(),
      facts: z.string(),
      severity: z.enum(severities),
      /** State of the item of the order that followed, or null. */
      rectified: z.enum(['open', 'corrected', 'uncorrected']).nullable(),
    }),
  ),
  /** Orders that came out of this visit. */
  rectifications: z.array(z.object({ id: z.string(), no: z.string(), state: z.string() })),
});

const findingInput = z.object({
  itemCode: z.string().max(20).nullable(),
  clause,
  facts: requiredText(4000),
  severity: z.enum(severities),
});

export const inspectionRoutes = {
  ...outingRoutes,
  ...siteRoutes,
  /** Checklists in force on a day; only those for a kind of subject when it is given. */
  'inspection.list-checklists': route({
    kind: 'read',
    input: z.object({ subjectKind: z.string().max(40).optional(), on: isoDate.optional() }),
    output: z.object({ checklists: z.array(checklist) }),
  }),
  'inspection.list': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).optional(),
      state: z.enum(inspectionStates).optional(),
      subjectId: z.string().optional(),
      kind: z.enum(inspectionKinds).optional(),
      officerId: z.string().optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
    }),
    output: z.object({ rows: z.array(inspectionRow), total: z.number() }),
  }),
  'inspection.get': route({ kind: 'read', input: z.object({ id }), output: inspectionFile }),
  'inspection.create': route({
    kind: 'write',
    input: z.object({
      subjectId: id,
      visitId: id.optional(),
      kind: z.enum(inspectionKinds),
      method: z.enum(inspectionMethods),
      checklistId: id,
      officer1Id: id,
      officer2Id: id,
      startedAt: localTime,
      place: text(300),
      /** For an on-site visit above the yearly cap of the subject. */
      overCap: z.object({ cause: z.enum(visitCauses), causeNote: text(300), secondOfficerId: id }).optional(),
    }),
    output: z.object({ id: z.string(), no: z.string() }),
    changes: [...changes, 'plan'],
  }),
  /** One question, saved at once. */
  'inspection.answer': route({
    kind: 'write',
    input: z.object({
      id,
      itemCode: requiredText(20),
      answer: z.enum(answerCodes),
      reason: text(500).default(''),
      note: text(2000).default(''),
    }),
    output: done,
    changes: ['inspection'],
  }),
  /** Only the fields that are given change. */
  'inspection.update-record': route({
    kind: 'write',
    input: z.object({
      id,
      startedAt: localTime.optional(),
      place: text(300).optional(),
      scanNo: text(100).nullable().optional(),
      scannedAt: localTime.nullable().optional(),
      scanLater: z.boolean().optional(),
      scanReason: text(300).nullable().optional(),
      certificatesShownAt: localTime.nullable().optional(),
      rightsTold: z.boolean().optional(),
      rightsToldAt: localTime.nullable().optional(),
      avoidanceAsked: z.enum(avoidanceAnswers).nullable().optional(),
      partyPresent: text(500).nullable().optional(),
      scene: text(20000).optional(),
      statement: text(20000).optional(),
    }),
    output: done,
    changes: ['inspection'],
  }),
  'inspection.add-finding': route({ kind: 'write', input: findingInput.extend({ id }), output: done, changes }),
  'inspection.update-finding': route({
    kind: 'write',
    input: findingInput.partial().extend({ id, findingId: id }),
    output: done,
    changes,
  }),
  'inspection.withdraw-finding': route({
    kind: 'write',
    input: z.object({ id, findingId: id, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  'inspection.attach': route({
    kind: 'write',
    /** With `itemCode` it is the photo of that question. */
    input: z.object({ id, file: fileToken, note: text(200).default(''), itemCode: text(20).optional() }),
    output: attachment,
    changes: ['inspection'],
  }),
  /** The departure list, with the end and the codes the officers are about to enter. */
  'inspection.check-departure': route({
    kind: 'read',
    input: z.object({
      id,
      endedAt: localTime.optional(),
      resultCode: z.enum(resultCodes).optional(),
      dispositionCode: z.enum(dispositionCodes).optional(),
    }),
    output: z.object({
      problems: z.array(
        z.object({
          level: z.enum(['block', 'warn']),
          code: z.string(),
          field: z.string(),
          itemCode: z.string().nullable(),
          message: z.string(),
        }),
      ),
      counts: answerCounts,
    }),
  }),
  'inspection.finish': route({
    kind: 'write',
    input: z.object({
      id,
      endedAt: localTime,
      resultCode: z.enum(resultCodes),
      dispositionCode: z.enum(dispositionCodes),
    }),
    output: done,
    changes: [...changes, 'plan'],
  }),
};
