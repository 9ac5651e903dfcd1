import * as z from 'zod';
import { basis } from '#shared/domain/basis/basis';
import { proposalStates } from '#shared/domain/rectification/escalation';
import { extensionDays } from '#shared/domain/rectification/extension-rule';
import { itemStates, recheckResults, rectificationStates } from '#shared/domain/rectification/rectification';
import { term } from '#shared/domain/rectification/term';
import { attachment, done, fileToken, id, isoDate, officerOnDuty, page, requiredText, text } from './fields';
import { proofView, reminderView } from './rectification-proof';
import { route } from './route';

const changes = ['rectification', 'subject', 'today'];

export const dateStep = z.object({ date: z.string(), text: z.string() });

export const rectificationRow = z.object({
  id: z.string(),
  no: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  subjectUscc: z.string().nullable(),
  inspectionId: z.string().nullable(),
  orderedOn: z.string(),
  behaviour: z.string(),
  state: z.enum(rectificationStates),
  stateOn: z.string().nullable(),
  deliveredOn: z.string().nullable(),
  itemCount: z.number(),
  correctedCount: z.number(),
  nextDueOn: z.string().nullable(),
  overdue: z.boolean(),
  /** A re-check found something not corrected. */
  uncorrected: z.boolean(),
  /** 还有5天 / 今天到期 / 已逾期3天 */
  remaining: z.string(),
});

const item = z.object({
  id: z.string(),
  seq: z.number(),
  findingId: z.string().nullable(),
  problem: z.string(),
  requirement: z.string(),
  term,
  /** 15日内 */
  termText: z.string(),
  dueOn: z.string(),
  dueSteps: z.array(dateStep),
  dueEstimated: z.boolean(),
  extendedTo: z.string().nullable(),
  extendedOn: z.string().nullable(),
  extendedReason: z.string().nullable(),
  state: z.enum(itemStates),
  correction: z.string(),
  overdue: z.boolean(),
  remaining: z.string(),
});

const rectificationFile = rectificationRow.extend({
  inspectionNo: z.string().nullable(),
  violated: z.string(),
  basis: z.string(),
  contact: z.string(),
  contactPhone: z.string(),
  receivedBy: z.string().nullable(),
  stateReason: z.string().nullable(),
  officers: z.array(officerOnDuty),
  createdAt: z.string(),
  items: z.array(item),
  rechecks: z.array(
    z.object({
      id: z.string(),
      checkedOn: z.string(),
      officers: z.array(officerOnDuty),
      results: z.array(z.object({ itemId: z.string(), result: z.enum(recheckResults), note: z.string() })),
      conclusion: z.string(),
    }),
  ),
  proofs: z.array(proofView),
  reminders: z.array(reminderView),
  /** An accepted proof whose items wait for a re-check at the desk. */
  recheckOffer: z.object({ proofId: z.string(), itemIds: z.array(z.string()) }).nullable(),
  /** Until when and how often a term may be extended; from the pack of the notice. */
  extension: z.object({ times: z.number(), latest: z.enum(extensionDays), verified: z.boolean() }),
  alerts: z.array(
    z.object({
      code: z.enum(['overdue', 'uncorrected', 'not_delivered']),
      itemId: z.string().nullable(),
      message: z.string(),
    }),
  ),
  /** The paragraphs of the 责令改正通知书. */
  orderText: z.object({
    behaviour: z.string(),
    violated: z.string(),
    basis: z.string(),
    items: z.array(z.string()),
    remedy: z.string(),
  }),
  attachments: z.array(attachment),
});

const suggestion = { label: z.string(), why: z.string(), basis: z.string(), verified: z.boolean() };

export const rectificationRoutes = {
  'rectification.list': route({
    kind: 'read',
    input: page.extend({
      query: z.string().max(100).optional(),
      state: z.enum(rectificationStates).optional(),
      subjectId: z.string().optional(),
      overdueOnly: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(rectificationRow), total: z.number() }),
  }),
  'rectification.get': route({ kind: 'read', input: z.object({ id }), output: rectificationFile }),
  /** Legal basis and terms offered by the form. */
  'rectification.get-defaults': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      basis: z.object({ text: z.string(), basis, verified: z.boolean() }),
      terms: z.array(z.object({ term, text: z.string(), verified: z.boolean() })),
    }),
  }),
  'rectification.preview-due': route({
    kind: 'read',
    input: z.object({ from: isoDate, term }),
    output: z.object({ date: z.string(), steps: z.array(dateStep), estimated: z.boolean() }),
  }),
  'rectification.order': route({
    kind: 'write',
    input: z.object({
      inspectionId: id.optional(),
      subjectId: id,
      orderedOn: isoDate,
      items: z
        .array(
          z.object({
            findingId: id.optional(),
            problem: requiredText(2000),
            requirement: requiredText(2000),
            term,
          }),
        )
        .min(1, '至少要有一项整改内容')
        .max(100),
      violated: requiredText(1000),
      basis: requiredText(500),
      contact: requiredText(60),
      contactPhone: requiredText(60),
      officerIds: z.tuple([id, id]),
    }),
    output: z.object({ id: z.string(), no: z.string() }),
    changes: [...changes, 'inspection'],
  }),
  'rectification.deliver': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, receivedBy: requiredText(60) }),
    output: done,
    changes,
  }),
  'rectification.recheck': route({
    kind: 'write',
    input: z.object({
      id,
      checkedOn: isoDate,
      officer1Id: id,
      officer2Id: id,
      results: z
        .array(z.object({ itemId: id, result: z.enum(recheckResults), note: text(2000).default('') }))
        .min(1, '请至少填写一项复查结果')
        .max(100),
      conclusion: requiredText(2000),
    }),
    output: done,
    changes,
  }),
  /** Once an item: either a term counted from the old due date or a new day. */
  'rectification.extend': route({
    kind: 'write',
    input: z
      .object({
        id,
        itemId: id,
        on: isoDate,
        reason: requiredText(500),
        term: term.optional(),
        newDueOn: isoDate.optional(),
      })
      .refine((value) => (value.term === undefined) !== (value.newDueOn === undefined), {
        path: ['newDueOn'],
        message: '请填写延长的期限或者新的到期日，二选一',
      }),
    output: z.object({ id: z.string(), extendedTo: z.string() }),
    changes,
  }),
  'rectification.close': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, note: text(500).default('') }),
    output: done,
    changes,
  }),
  'rectification.escalate': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  'rectification.cancel': route({
    kind: 'write',
    input: z.object({ id, on: isoDate, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  /** What the rules suggest today, and what officers proposed and decided. */
  'rectification.list-proposals': route({
    kind: 'read',
    input: z.object({ id }),
    output: z.object({
      candidates: z.array(z.object({ rule: z.string(), ...suggestion })),
      proposals: z.array(
        z.object({
          id: z.string(),
          ...suggestion,
          state: z.enum(proposalStates),
          proposedBy: z.string(),
          proposedById: z.string(),
          proposedOn: z.string(),
          decidedBy: z.string().nullable(),
          decidedOn: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  }),
  'rectification.propose': route({
    kind: 'write',
    input: z.object({ id, rule: requiredText(40) }),
    output: done,
    changes,
  }),
  /** By another officer than the one who proposed; acceptance passes the order on. */
  'rectification.decide-proposal': route({
    kind: 'write',
    input: z.object({ id, decision: z.enum(['accept', 'dismiss']), officerId: id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
  'rectification.attach': route({
    kind: 'write',
    input: z.object({ id, file: fileToken, note: text(200).default('') }),
    output: attachment,
    changes: ['rectification'],
  }),
};
