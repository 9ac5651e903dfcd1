import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { causeText } from '#shared/domain/plan/visit-cause';
import type { planTaskRoutes } from '#shared/ipc/plan-tasks';
import type { Handlers } from '../../ipc/context';
import { assignCampaign, closeCampaign, saveCampaign, viewCampaign, viewCampaigns } from './campaign-service';
import { arrangeVisit, cancelTask, makeDeskReviews, mergeTasks, unmergeTask } from './change-task';
import { viewReasons } from './reason-service';
import { checkVisit, getTask, viewDeskFirst, viewSameMonth, viewTaskPage } from './task-service';

export const planTaskHandlers: Handlers<typeof planTaskRoutes> = {
  'plan.list-tasks': (input, { db }) => viewTaskPage(db, input),
  'plan.get-task': ({ id }, { db }) => getTask(db, id),
  'plan.check-visit': (input, { db, packs }) => checkVisit(db, packs.visitCap(), input),
  'plan.arrange': (input, { packs, write }) =>
    write({ object: 'visit:', summary: '安排检查' }, async (tx, sharpen) => {
      const { id, subjectName } = await arrangeVisit(tx, input, { cap: packs.visitCap(), calendar: packs.calendar() });
      const why = causeText(input.cause, input.causeNote);
      sharpen({
        object: `visit:${id}`,
        summary: `安排${inspectionKindLabels[input.kind]}：${subjectName}，${input.date}，事由 ${why}`,
      });
      return { id };
    }),
  'plan.cancel-task': (input, { write }) =>
    write({ object: `visit:${input.id}`, summary: '取消检查任务' }, async (tx, sharpen) => {
      const { subjectName } = await cancelTask(tx, input);
      sharpen({ summary: `取消检查任务：${subjectName}，${input.reason}` });
      return { id: input.id };
    }),
  'plan.list-same-month': (input, { db }) => viewSameMonth(db, input),
  'plan.merge-tasks': (input, { packs, write }) =>
    write({ object: `visit:${input.leadId}`, summary: '合并检查' }, async (tx, sharpen) => {
      const { lead, count } = await mergeTasks(tx, input, packs.visitCap());
      sharpen({ summary: `合并检查：${lead.subjectName}的 ${count} 项任务合并为 ${lead.date} 一次检查` });
      return { id: input.leadId };
    }),
  'plan.unmerge-task': ({ id }, { write }) =>
    write({ object: `visit:${id}`, summary: '撤销合并检查' }, async (tx, sharpen) => {
      const { subjectName } = await unmergeTask(tx, id);
      sharpen({ summary: `撤销合并检查：${subjectName}` });
      return { id };
    }),
  'plan.list-desk-first': (input, { db, packs }) => viewDeskFirst(db, packs.visitCap(), input),
  'plan.make-desk-review': ({ ids }, { packs, write }) =>
    write({ object: 'visit:', summary: '现场检查改为书面检查' }, async (tx, sharpen) => {
      const changed = await makeDeskReviews(tx, ids, packs.visitCap());
      sharpen({ object: `visit:${ids[0] ?? ''}`, summary: `按守信激励将 ${changed} 户的现场检查改为书面检查` });
      return { changed };
    }),
  'plan.list-reasons': (input, { db }) => viewReasons(db, input),
  'plan.list-campaigns': async (_input, { db }) => ({ campaigns: await viewCampaigns(db) }),
  'plan.get-campaign': ({ id }, { db }) => viewCampaign(db, id),
  'plan.save-campaign': (input, { write }) =>
    write({ object: `campaign:${input.id ?? ''}`, summary: `登记专项行动《${input.title}》` }, async (tx, sharpen) => {
      const id = await saveCampaign(tx, input);
      sharpen({ object: `campaign:${id}` });
      return { id };
    }),
  'plan.close-campaign': (input, { write }) =>
    write({ object: `campaign:${input.id}`, summary: '结束专项行动' }, async (tx, sharpen) => {
      sharpen({ summary: `结束专项行动《${await closeCampaign(tx, input)}》` });
      return { id: input.id };
    }),
  'plan.assign-campaign': (input, { write }) =>
    write({ object: `plan:${input.planId}`, summary: '抽取列入专项行动' }, async (tx, sharpen) => {
      const title = await assignCampaign(tx, input);
      sharpen({ summary: input.campaignId === null ? `《${title}》移出专项行动` : `《${title}》列入专项行动` });
      return { id: input.planId };
    }),
};
