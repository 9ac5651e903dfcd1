import * as z from 'zod';
import { basis } from '#shared/domain/basis/basis';
import { dispositionCodes, resultCodes } from '#shared/domain/inspection/result-codes';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { markFields, reviewStates, reviewTabs } from '#shared/domain/review/review';
import {
  attachment,
  done,
  fileToken,
  id,
  isoDate,
  officerOnDuty,
  officerRef,
  page,
  requiredText,
  text,
} from './fields';
import { dateStep } from './rectification';
import { route } from './route';

const changes = ['review', 'subject', 'today'];

const publicResult = z.object({
  resultCode: z.enum(resultCodes),
  dispositionCode: z.enum(dispositionCodes),
  summary: requiredText(2000),
});

const mark = z.object({ field: z.enum(markFields), text: requiredText(500) });

const due = z.object({
  dueOn: z.string(),
  dueSteps: z.array(dateStep),
  dueEstimated: z.boolean(),
  overdue: z.boolean(),
  /** 还剩 3 个工作日 / 已逾期 2 个工作日; empty once it is public. */
  remaining: z.string(),
});

export const reviewRow = z.object({
  inspectionId: z.string(),
  no: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectUscc: z.string().nullable(),
  kind: z.enum(inspectionKinds),
  officers: z.array(officerOnDuty),
  endedOn: z.string(),
  /** Null: not entered. */
  state: z.enum(reviewStates).nullable(),
  resultCode: z.enum(resultCodes),
  dispositionCode: z.enum(dispositionCodes),
  dueOn: z.string(),
  overdue: z.boolean(),
  remaining: z.string(),
  enteredBy: officerRef.nullable(),
  publishedOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  disposalClosedOn: z.string().nullable(),
});

const step = z.object({
  id: z.string(),
  action: z.enum(['enter', 'return', 'publish', 'correct', 'withdraw', 'close']),
  on: z.string(),
  officerName: z.string(),
  secondName: z.string().nullable(),
  text: z.string(),
  before: publicResult.nullable(),
  after: publicResult.nullable(),
});

export const openEnd = z.object({
  code: z.enum(['order', 'order_open', 'transfer', 'copy', 'letter_unsent', 'letter_reply', 'listing']),
  text: z.string(),
  /** The record to open, when there is one. */
  target: z.object({ noun: z.enum(['rectification', 'letter']), id: z.string() }).nullable(),
  /** Only offered: it does not keep the disposal open. */
  optional: z.boolean(),
});

const reviewFile = reviewRow.extend({
  publicResult: publicResult.extend({ summary: z.string() }),
  due,
  publishBasis: z.object({ basis, verified: z.boolean() }),
  places: z.array(z.string()),
  marks: z.array(mark),
  reviewedBy: officerRef.nullable(),
  reviewedOn: z.string().nullable(),
  publishedWhere: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  disposalNote: z.string(),
  steps: z.array(step),
  openEnds: z.array(openEnd),
  attachments: z.array(attachment),
});

export const reviewRoutes = {
  'review.list': route({
    kind: 'read',
    input: page.extend({
      tab: z.enum(reviewTabs),
      query: z.string().max(100).optional(),
      subjectId: z.string().optional(),
    }),
    output: z.object({ rows: z.array(reviewRow), total: z.number() }),
  }),
  'review.count': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ counts: z.record(z.enum(reviewTabs), z.number()) }),
  }),
  'review.get': route({ kind: 'read', input: z.object({ inspectionId: id }), output: reviewFile }),
  /** Enters what shall be made public; entered again after it was returned. */
  'review.enter': route({
    kind: 'write',
    input: publicResult.extend({ inspectionId: id }),
    output: done,
    changes,
  }),
  'review.return': route({
    kind: 'write',
    input: z.object({
      inspectionId: id,
      officerId: id,
      marks: z.array(mark).min(1, '请写明要改什么，至少一处').max(20),
    }),
    output: done,
    changes,
  }),
  /** Approves and makes public; several at once or none of them. */
  'review.publish': route({
    kind: 'write',
    input: z.object({
      inspectionIds: z.array(id).min(1, '请选择检查结果').max(500),
      officerId: id,
      on: isoDate,
      where: requiredText(200),
    }),
    output: z.object({ published: z.number() }),
    changes,
  }),
  'review.correct': route({
    kind: 'write',
    input: publicResult.extend({ inspectionId: id, secondOfficerId: id, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  'review.withdraw': route({
    kind: 'write',
    input: z.object({ inspectionId: id, secondOfficerId: id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  /** Files of a result: screenshots of its publication, the proof that it was taken back. */
  'review.attach': route({
    kind: 'write',
    input: z.object({ inspectionId: id, file: fileToken, note: text(200).default('') }),
    output: attachment,
    changes: ['review'],
  }),
  /** 完结: what was found has been dealt with. */
  'review.close': route({
    kind: 'write',
    input: z.object({ inspectionId: id, on: isoDate, note: text(500) }),
    output: done,
    changes,
  }),
};
