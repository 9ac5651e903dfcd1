import { previewPlan } from '#shared/domain/plan/plan';
import { roundingLabels } from '#shared/domain/plan/sampling-pack';
import type { planRoutes } from '#shared/ipc/plan';
import type { Handlers } from '../../ipc/context';
import { moveVisit, voidPlan } from './change-plan';
import { gatherPlan } from './gather-plan';
import { countVisits } from './plan-repository';
import { checkPlan, storePlan, viewPlan, viewPlans, viewPreview, viewVisits } from './plan-service';

const NONCE_BYTES = 32;

export const planHandlers: Handlers<typeof planRoutes> = {
  'plan.list-packs': (_input, { packs }) => ({
    packs: packs.samplingPacks().map((pack) => ({
      id: pack.id,
      version: pack.version,
      title: pack.title,
      status: pack.status,
      batches: pack.batches,
      rounding: roundingLabels[pack.rounding],
    })),
  }),
  'plan.list': async (_input, { db }) => ({ plans: await viewPlans(db) }),
  'plan.preview': async (input, context) => {
    const gathered = await gatherPlan(input, context);
    return viewPreview(previewPlan(gathered), gathered);
  },
  'plan.draw': (input, context) => {
    const officeNonce = Buffer.from(context.random.bytes(NONCE_BYTES)).toString('hex');
    return context.write({ object: 'plan:', summary: `抽取《${input.title}》` }, async (tx, sharpen) => {
      // read inside the transaction: a draw made at the same moment must already be seen
      const gathered = await gatherPlan(input, { ...context, db: tx.db });
      const drawn = storePlan(tx, input, gathered, officeNonce);
      sharpen({
        object: `plan:${drawn.planId}`,
        summary: `抽取《${input.title}》：${drawn.visits} 户次，见证人 ${input.witnesses}`,
      });
      return drawn;
    });
  },
  'plan.get': ({ id }, { db }) => viewPlan(db, id),
  'plan.list-visits': async (input, { db }) => ({
    rows: await viewVisits(db, input),
    total: await countVisits(db, input),
  }),
  'plan.verify': ({ id }, { db }) => checkPlan(db, id),
  'plan.move-visit': (input, { packs, write }) =>
    write({ object: `visit:${input.visitId}`, summary: '检查改期' }, async (tx, sharpen) => {
      const before = await moveVisit(tx, input, packs.calendar());
      sharpen({ summary: `检查由 ${before} 改到 ${input.date}：${input.reason}` });
      return { id: input.visitId };
    }),
  'plan.void': (input, { write }) =>
    write({ object: `plan:${input.id}`, summary: '作废抽取' }, async (tx, sharpen) => {
      const reason = await voidPlan(tx, input);
      sharpen({ summary: `作废抽取：${reason}` });
      return { id: input.id };
    }),
};
