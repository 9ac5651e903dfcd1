import * as z from 'zod';
import { proofJudgements, proofWays, reminderWays } from '#shared/domain/rectification/proof';
import { done, id, isoDate, officerOnDuty, requiredText, text } from './fields';
import { route } from './route';

const changes = ['rectification', 'subject', 'today'];

export const proofView = z.object({
  id: z.string(),
  submittedOn: z.string(),
  submittedBy: z.string(),
  way: z.enum(proofWays),
  itemIds: z.array(z.string()),
  note: z.string(),
  judgement: z.enum(proofJudgements).nullable(),
  judgedBy: officerOnDuty.nullable(),
  judgedOn: z.string().nullable(),
  reason: z.string(),
});

export const reminderView = z.object({
  id: z.string(),
  on: z.string(),
  way: z.enum(reminderWays),
  whom: z.string(),
  text: z.string(),
  officer: officerOnDuty,
});

export const rectificationProofRoutes = {
  /** 登记整改材料; files follow through `rectification.attach`. */
  'rectification.submit-proof': route({
    kind: 'write',
    input: z.object({
      id,
      submittedOn: isoDate,
      submittedBy: requiredText(60),
      way: z.enum(proofWays),
      itemIds: z.array(id).min(1, '请选择材料对应的整改事项').max(100),
      note: text(1000).default(''),
    }),
    output: z.object({ id: z.string(), proofId: z.string() }),
    changes,
  }),
  /** 审查材料, once a proof. An accepted one does not settle an item: a re-check does. */
  'rectification.judge-proof': route({
    kind: 'write',
    input: z.object({
      id,
      proofId: id,
      judgement: z.enum(proofJudgements),
      on: isoDate,
      officerId: id,
      reason: text(1000).default(''),
    }),
    output: done,
    changes,
  }),
  /** 登记催告 */
  'rectification.remind': route({
    kind: 'write',
    input: z.object({
      id,
      on: isoDate,
      way: z.enum(reminderWays),
      whom: requiredText(60),
      text: requiredText(1000),
      officerId: id,
    }),
    output: done,
    changes,
  }),
};
