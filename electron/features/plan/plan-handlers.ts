import { previewPlan } from '#shared/domain/plan/plan';
import { roundingLabels } from '#shared/domain/plan/sampling-pack';
import type { planRoutes } from '#shared/ipc/plan';
import type { Handlers } from '../../ipc/context';
import { calendarHandlers } from './calendar-handlers';
import { voidPlan } from './change-plan';
import { storeDraw } from './draw-service';
import { discardFreeze, storeFreeze, viewFreeze, viewFreezes } from './freeze-service';
import { gatherPlan } from './gather-plan';
import { lookAhead } from './look-ahead';
import { countVisits } from './plan-repository';
import { checkPlan, viewPlan, viewPlans, viewVisits } from './plan-service';
import { viewPreview } from './plan-view';
import { planTaskHandlers } from './task-handlers';

const NONCE_BYTES = 32;

export const planHandlers: Handlers<typeof planRoutes> = {
  ...planTaskHandlers,
  ...calendarHandlers,
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
    const preview = previewPlan(gathered);
    return viewPreview(preview, gathered, await lookAhead(context, input, preview, gathered));
  },
  'plan.freeze': (input, context) => {
    const nonce = Buffer.from(context.random.bytes(NONCE_BYTES)).toString('hex');
    return context.write({ object: 'plan:', summary: `冻结抽取名录《${input.title}》` }, async (tx, sharpen) => {
      const frozen = await storeFreeze(tx, input, await gatherPlan(input, { ...context, db: tx.db }), nonce);
      sharpen({
        object: `plan_freeze:${frozen.freezeId}`,
        summary: `冻结抽取名录《${input.title}》，校验值 ${frozen.listSha256}`,
      });
      return frozen;
    });
  },
  'plan.list-freezes': async (_input, { db }) => ({ freezes: await viewFreezes(db) }),
  'plan.get-freeze': ({ id }, context) => viewFreeze(id, context),
  'plan.discard-freeze': (input, { write }) =>
    write({ object: `plan_freeze:${input.id}`, summary: '停用抽取名录' }, async (tx, sharpen) => {
      const title = await discardFreeze(tx, input);
      sharpen({ summary: `停用抽取名录《${title}》：${input.reason}` });
      return { id: input.id };
    }),
  'plan.draw': (input, { packs, write }) =>
    write({ object: 'plan:', summary: '抽取检查对象' }, async (tx, sharpen) => {
      const { title, ...drawn } = await storeDraw(tx, input, packs);
      sharpen({
        object: `plan:${drawn.planId}`,
        summary: `抽取《${title}》：${drawn.visits} 户次，公开随机值由${input.typedBy}、${input.typedAgainBy}输入，见证人 ${input.witnesses}`,
      });
      return drawn;
    }),
  'plan.get': ({ id }, { db, clock }) => viewPlan(db, id, clock.today()),
  'plan.list-visits': async (input, { db }) => ({
    rows: await viewVisits(db, input),
    total: await countVisits(db, input),
  }),
  'plan.verify': ({ id }, { db }) => checkPlan(db, id),
  'plan.void': (input, { write }) =>
    write({ object: `plan:${input.id}`, summary: '作废抽取' }, async (tx, sharpen) => {
      const reason = await voidPlan(tx, input);
      sharpen({ summary: `作废抽取：${reason}` });
      return { id: input.id };
    }),
};
