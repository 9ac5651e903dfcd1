import * as z from 'zod';
import { inspectionMethods } from '#shared/domain/inspection/codes';
import { checkNoticeStates } from '#shared/domain/paper/check-notice';
import { paperContent } from '#shared/domain/paper/content';
import { type BlankPaperId, blankPaperIds, paperIds, paperStates } from '#shared/domain/paper/papers';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { done, id, isoDate, localTime, officerOnDuty, officerRef, page, requiredText, text } from './fields';
import { route } from './route';

const changes = ['paper', 'today'];

/** Either end of the case: the visit it was planned as, or the inspection that came of it. */
export const caseKey = z
  .object({ visitId: id.optional(), inspectionId: id.optional() })
  .refine((value) => value.visitId !== undefined || value.inspectionId !== undefined, {
    path: ['visitId'],
    message: '请选择一次检查安排或者一次检查',
  });

const application = z.object({
  method: z.enum(inspectionMethods),
  matters: z.array(requiredText(200)).min(1, '请至少写明一项检查事项').max(40),
  reason: requiredText(500),
  basis: requiredText(1000),
  place: requiredText(300),
  plannedFrom: localTime,
  plannedTo: localTime,
  officer1Id: id,
  officer2Id: id,
  urgentReason: text(300).nullable().default(null),
});

export const checkNotice = z.object({
  id: z.string(),
  no: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  visitId: z.string().nullable(),
  inspectionId: z.string().nullable(),
  kind: z.enum(inspectionKinds),
  method: z.enum(inspectionMethods),
  matters: z.array(z.string()),
  reason: z.string(),
  basis: z.string(),
  place: z.string(),
  plannedFrom: z.string(),
  plannedTo: z.string(),
  officers: z.array(officerOnDuty),
  appliedBy: officerRef,
  appliedOn: z.string(),
  state: z.enum(checkNoticeStates),
  urgentReason: z.string().nullable(),
  decidedBy: officerRef.nullable(),
  decidedOn: z.string().nullable(),
  decisionNote: z.string().nullable(),
  noticeNo: z.string().nullable(),
  noticedOn: z.string().nullable(),
  servedOn: z.string().nullable(),
  receivedBy: z.string().nullable(),
  notNotifiedReason: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
});

const shownPaper = z.object({
  content: paperContent,
  ownerTable: z.string(),
  ownerId: z.string(),
  subjectName: z.string(),
  /** Where name and fields of the paper come from, and whether the official text was seen. */
  source: z.string(),
  note: z.string(),
  verified: z.boolean(),
  /** Numbers of persons are masked and can be shown in full for printing. */
  masked: z.boolean(),
});

const blankPaper = z.enum(blankPaperIds as [BlankPaperId, ...BlankPaperId[]]);

const casePaper = z.object({
  paper: z.enum(paperIds),
  title: z.string(),
  state: z.enum(paperStates),
  /** Id of the record the paper is made from, null before there is one. */
  ownerId: z.string().nullable(),
  no: z.string(),
  /** What the state rests on: when it was printed, why it is not needed. */
  remark: z.string(),
  verified: z.boolean(),
});

/** The one next step of a case. */
export const caseSteps = [
  'apply',
  'decide',
  'make_notice',
  'serve_notice',
  'start_inspection',
  'finish_inspection',
  'order_correction',
  'print_record',
  'none',
] as const;

const startGround = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true), how: z.enum(['approved', 'urgent']), reason: z.string() }),
  z.object({ allowed: z.literal(false), message: z.string() }),
]);

export const paperRoutes = {
  /** All papers of one inspection, from approval to result, with the next step. */
  'paper.get-case': route({
    kind: 'read',
    input: caseKey,
    output: z.object({
      subjectId: z.string(),
      subjectName: z.string(),
      visitId: z.string().nullable(),
      inspectionId: z.string().nullable(),
      inspectionNo: z.string().nullable(),
      inspectionState: z.enum(['open', 'finished']).nullable(),
      notice: checkNotice.nullable(),
      /** Earlier applications that were refused or withdrawn. */
      earlier: z.array(checkNotice),
      ground: startGround,
      papers: z.array(casePaper),
      interviews: z.array(
        z.object({
          id: z.string(),
          no: z.string(),
          personName: z.string(),
          state: z.enum(['open', 'finished', 'void']),
        }),
      ),
      problems: z.array(z.object({ level: z.enum(['wrong', 'alert']), code: z.string(), message: z.string() })),
      reserved: z.array(
        z.object({
          id: z.string(),
          no: z.string(),
          noun: z.string(),
          state: z.enum(['reserved', 'bound', 'void']),
          voidReason: z.string().nullable(),
        }),
      ),
      next: z.object({ step: z.enum(caseSteps), id: z.string().nullable() }),
      /** Number blocks that run out, in words. */
      numberWarnings: z.array(z.string()),
    }),
  }),
  /** One paper as it will be printed; numbers of persons masked. */
  'paper.get': route({ kind: 'read', input: z.object({ paper: z.enum(paperIds), id }), output: shownPaper }),
  /** The same with numbers of persons in full, for the paper that is signed; entered in the log of queries. */
  'paper.get-full': route({
    kind: 'write',
    input: z.object({ paper: z.literal('interview-record'), id }),
    output: shownPaper,
  }),
  /** A paper to be filled in by hand, with a number taken in advance. */
  'paper.get-blank': route({
    kind: 'read',
    input: z.object({ paper: blankPaper, reservedId: id }),
    output: shownPaper,
  }),
  /** What the approval form will say, out of the records; nothing is asked twice. */
  'paper.propose-notice': route({
    kind: 'read',
    input: caseKey,
    output: application.extend({
      subjectId: z.string(),
      subjectName: z.string(),
      kind: z.enum(inspectionKinds),
      officer1Id: z.string(),
      officer2Id: z.string(),
    }),
  }),
  'paper.apply': route({
    kind: 'write',
    input: application.and(caseKey),
    output: z.object({ id: z.string(), no: z.string() }),
    changes,
  }),
  'paper.decide': route({
    kind: 'write',
    input: z
      .object({
        id,
        officerId: id,
        decision: z.enum(['approve', 'refuse']),
        on: isoDate,
        note: text(500).default(''),
      })
      .refine(({ decision, note }) => decision === 'approve' || note !== '', {
        path: ['note'],
        message: '不予批准的，请写明理由',
      }),
    output: done,
    changes,
  }),
  'paper.make-notice': route({
    kind: 'write',
    input: z.object({ id, on: isoDate }),
    output: z.object({ id: z.string(), no: z.string() }),
    changes,
  }),
  'paper.serve-notice': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, receivedBy: requiredText(60) }),
    output: done,
    changes,
  }),
  'paper.skip-notice': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
  'paper.withdraw-notice': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
  'paper.get-notice': route({ kind: 'read', input: z.object({ id }), output: checkNotice }),
  'paper.list-notices': route({
    kind: 'read',
    input: page.extend({ state: z.enum(checkNoticeStates).optional(), query: z.string().max(100).optional() }),
    output: z.object({
      rows: z.array(
        checkNotice.pick({
          id: true,
          no: true,
          subjectId: true,
          subjectName: true,
          visitId: true,
          inspectionId: true,
          kind: true,
          plannedFrom: true,
          officers: true,
          appliedBy: true,
          appliedOn: true,
          state: true,
          urgentReason: true,
          noticeNo: true,
        }),
      ),
      total: z.number(),
    }),
  }),
};
