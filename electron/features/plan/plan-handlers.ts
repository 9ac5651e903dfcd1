import { isWorkingDay } from '#shared/domain/calendar/calendar';
import { previewPlan } from '#shared/domain/plan/plan';
import { roundingLabels, samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import type { planRoutes } from '#shared/ipc/plan';
import { AppError } from '#shared/kernel/errors';
import type { Handlers } from '../../ipc/context';
import { gatherPlan } from './gather-plan';
import { countOfficerVisits, countVisits, findVisit } from './plan-repository';
import { checkPlan, getPlan, storePlan, viewPlan, viewPlans, viewPreview, viewVisits } from './plan-service';

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
  'plan.draw': async (input, context) => {
    const gathered = await gatherPlan(input, context);
    const officeNonce = Buffer.from(context.random.bytes(NONCE_BYTES)).toString('hex');
    return context.write({ object: 'plan:', summary: `抽取《${input.title}》` }, (tx, sharpen) => {
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
  'plan.move-visit': async ({ visitId, date, reason }, { db, packs, write }) => {
    const visit = await findVisit(db, visitId);
    if (!visit) throw new AppError('not_found', '没有找到这次检查安排，请刷新后重试。');
    if (visit.state !== 'planned') throw new AppError('bad_state', '这次检查已经办理或取消，不能改期。');
    const day = isWorkingDay(packs.calendar(), date);
    if (!day.working)
      throw new AppError('bad_input', `${date} 不是工作日，请改选一个工作日。`, [
        { path: 'date', message: '不是工作日' },
      ]);
    const pair = [visit.officer1_id, visit.officer2_id].filter((id) => id !== null);
    const { visitsPerDay } = samplingPackSchema.parse(JSON.parse((await getPlan(db, visit.plan_id)).pack));
    const { n } = pair.length > 0 ? await countOfficerVisits(db, pair, date) : { n: 0 };
    if (n >= visitsPerDay)
      throw new AppError('conflict', `这两名人员 ${date} 已排满 ${n} 户，请改选另一天。`, [
        { path: 'date', message: '当天已排满' },
      ]);
    return write({ object: `visit:${visitId}`, summary: `检查由 ${visit.date} 改到 ${date}：${reason}` }, (tx) => {
      tx.update('visit', visitId, { date });
      return { id: visitId };
    });
  },
  'plan.void': async ({ id, reason, secondOfficerId }, { db, actor, write }) => {
    const plan = await getPlan(db, id);
    if (plan.state === 'void') throw new AppError('bad_state', '这次抽取已经作废，不用再办。');
    if (secondOfficerId === actor.id)
      throw new AppError('forbidden', '作废抽取须由另一名人员确认，请选择经办人以外的人员。');
    const second = await db.selectFrom('officer').select('name').where('id', '=', secondOfficerId).executeTakeFirst();
    if (!second) throw new AppError('not_found', '没有找到确认人员，请重新选择。');
    if (plan.inspected) throw new AppError('bad_state', `这次抽取已有 ${plan.inspected} 户完成检查，不能作废。`);
    return write({ object: `plan:${id}`, summary: `作废抽取：${reason}（确认人 ${second.name}）` }, async (tx) => {
      tx.update('plan', id, { state: 'void', void_reason: `${reason}（确认人 ${second.name}）` });
      const visits = await tx.db
        .selectFrom('visit')
        .select('id')
        .where('plan_id', '=', id)
        .where('state', '=', 'planned')
        .execute();
      for (const visit of visits) tx.update('visit', visit.id, { state: 'cancelled' });
      return { id };
    });
  },
};
